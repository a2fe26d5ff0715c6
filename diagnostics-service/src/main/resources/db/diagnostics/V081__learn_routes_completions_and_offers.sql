-- Learnt from iom.route.v1: which items of which routes work on which deficits.
CREATE TABLE route (
    id        uuid PRIMARY KEY,
    epoch     bigint  NOT NULL,
    version   bigint  NOT NULL,
    deleted   boolean NOT NULL DEFAULT false,
    person_id uuid,
    status    text
);
CREATE TABLE route_item (
    route_id   uuid NOT NULL,
    item_id    uuid NOT NULL,
    kind       text NOT NULL,
    status     text NOT NULL,
    deficit_id uuid NOT NULL,
    event_id   uuid
);
CREATE INDEX route_item_route ON route_item (route_id);
-- What works on a deficit.
CREATE INDEX route_item_deficit ON route_item (deficit_id);

-- Learnt from registry.completion.v1: who completed which programme.
CREATE TABLE completion (
    id           uuid PRIMARY KEY,
    epoch        bigint  NOT NULL,
    version      bigint  NOT NULL,
    deleted      boolean NOT NULL DEFAULT false,
    person_id    uuid,
    programme_id uuid,
    since        date,
    until        date
);
CREATE INDEX completion_programme ON completion (programme_id, until);

-- Learnt from registry.programme.v1, registry.site.v1 and registry.practice.v1: what works on a competence.
CREATE TABLE programme (
    id          uuid PRIMARY KEY,
    epoch       bigint  NOT NULL,
    version     bigint  NOT NULL,
    deleted     boolean NOT NULL DEFAULT false,
    provider_id uuid,
    title       text,
    hours       int,
    competences text[]  NOT NULL DEFAULT '{}',
    status      text,
    included_on date,
    excluded_on date
);
CREATE INDEX programme_competences ON programme USING gin (competences);
CREATE TABLE site (
    id              uuid PRIMARY KEY,
    epoch           bigint  NOT NULL,
    version         bigint  NOT NULL,
    deleted         boolean NOT NULL DEFAULT false,
    kind            text,
    organisation_id uuid,
    title           text,
    competences     text[]  NOT NULL DEFAULT '{}',
    since           date,
    until           date
);
CREATE INDEX site_competences ON site USING gin (competences);
CREATE TABLE practice (
    id              uuid PRIMARY KEY,
    epoch           bigint  NOT NULL,
    version         bigint  NOT NULL,
    deleted         boolean NOT NULL DEFAULT false,
    organisation_id uuid,
    title           text,
    competences     text[]  NOT NULL DEFAULT '{}',
    status          text
);
CREATE INDEX practice_competences ON practice USING gin (competences);
