-- What the events service says: events that can be proposed, and who was at them.
CREATE TABLE event_copy (
    id          uuid PRIMARY KEY,
    epoch       bigint  NOT NULL,
    version     bigint  NOT NULL,
    deleted     boolean NOT NULL DEFAULT false,
    title       text,
    starts_at   timestamptz,
    ends_at     timestamptz,
    competences text[],
    status      text
);
-- Events that can still be proposed, soonest first.
CREATE INDEX event_copy_upcoming ON event_copy (starts_at) WHERE status = 'PUBLISHED' AND NOT deleted;

CREATE TABLE participation_copy (
    id          uuid PRIMARY KEY,
    epoch       bigint  NOT NULL,
    version     bigint  NOT NULL,
    deleted     boolean NOT NULL DEFAULT false,
    event_id    uuid,
    person_id   uuid,
    present     boolean NOT NULL,
    competences text[],
    ends_at     timestamptz
);
CREATE INDEX participation_copy_person ON participation_copy (person_id) WHERE present;
