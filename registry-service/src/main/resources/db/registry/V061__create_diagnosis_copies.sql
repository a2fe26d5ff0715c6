-- What diagnostics says: that somebody was diagnosed, and which deficits were found. Never the scores.
CREATE TABLE result_copy (
    id          uuid PRIMARY KEY,
    epoch       bigint  NOT NULL,
    version     bigint  NOT NULL,
    deleted     boolean NOT NULL DEFAULT false,
    person_id   uuid,
    taken_on    date,
    competences text[]
);
CREATE INDEX result_copy_by_person ON result_copy (person_id);

CREATE TABLE deficit_copy (
    id         uuid PRIMARY KEY,
    epoch      bigint  NOT NULL,
    version    bigint  NOT NULL,
    deleted    boolean NOT NULL DEFAULT false,
    person_id  uuid,
    competence text,
    status     text,
    opened_on  date,
    closed_on  date
);
CREATE INDEX deficit_copy_by_person ON deficit_copy (person_id);
CREATE INDEX deficit_copy_by_competence ON deficit_copy (competence) WHERE status = 'OPEN' AND NOT deleted;
