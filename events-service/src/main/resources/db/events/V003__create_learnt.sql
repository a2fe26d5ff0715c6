-- Copies of what the registry says. Deleted rows stay, marked, so that a late event cannot bring them back.
CREATE TABLE organisation (
    id              uuid PRIMARY KEY,
    epoch           bigint  NOT NULL,
    version         bigint  NOT NULL,
    name            text,
    level           text,
    municipality_id uuid,
    closed_on       date,
    deleted         boolean NOT NULL DEFAULT false
);
-- Organisers of one municipality.
CREATE INDEX organisation_municipality ON organisation (municipality_id);

CREATE TABLE person (
    id      uuid PRIMARY KEY,
    epoch   bigint  NOT NULL,
    version bigint  NOT NULL,
    deleted boolean NOT NULL DEFAULT false
);

-- Where a person works; decides who may speak for them.
CREATE TABLE person_post (
    person_id       uuid NOT NULL,
    organisation_id uuid NOT NULL,
    municipality_id uuid,
    since           date NOT NULL,
    until           date
);
CREATE INDEX person_post_person ON person_post (person_id);

-- Names, for lists of participants only; emptied when the person is gone.
CREATE TABLE person_identity (
    id         uuid PRIMARY KEY,
    epoch      bigint  NOT NULL,
    version    bigint  NOT NULL,
    last_name  text,
    first_name text,
    patronymic text,
    deleted    boolean NOT NULL DEFAULT false
);

CREATE TABLE assignment (
    id                  uuid PRIMARY KEY,
    epoch               bigint  NOT NULL,
    version             bigint  NOT NULL,
    methodist_person_id uuid,
    person_id           uuid,
    since               date,
    until               date,
    deleted             boolean NOT NULL DEFAULT false
);
-- Whether a person is assigned to a methodist.
CREATE INDEX assignment_methodist ON assignment (methodist_person_id, person_id);
