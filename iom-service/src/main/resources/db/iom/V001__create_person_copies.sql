-- What the registry says about people, without direct identifiers. Deleted rows stay, so that a late event cannot
-- bring anybody back.
CREATE TABLE person_copy (
    id      uuid PRIMARY KEY,
    epoch   bigint  NOT NULL,
    version bigint  NOT NULL,
    deleted boolean NOT NULL DEFAULT false
);

-- Where people work; replaced as a whole with every state of the person.
CREATE TABLE person_post (
    person_id       uuid NOT NULL,
    organisation_id uuid NOT NULL,
    municipality_id uuid,
    position        text NOT NULL,
    teaching        boolean NOT NULL,
    subjects        text[]  NOT NULL,
    since           date NOT NULL,
    until           date            -- first day on which it is no longer held
);
CREATE INDEX person_post_person ON person_post (person_id);
-- For the scopes of organisations and municipalities.
CREATE INDEX person_post_organisation ON person_post (organisation_id, person_id);
CREATE INDEX person_post_municipality ON person_post (municipality_id, person_id);

-- Names, shown on routes to those who may see the route. Emptied when the person is gone.
CREATE TABLE person_identity_copy (
    id         uuid PRIMARY KEY,
    epoch      bigint  NOT NULL,
    version    bigint  NOT NULL,
    deleted    boolean NOT NULL DEFAULT false,
    last_name  text,
    first_name text,
    patronymic text
);

-- Who accompanies whom.
CREATE TABLE assignment_copy (
    id                  uuid PRIMARY KEY,
    epoch               bigint  NOT NULL,
    version             bigint  NOT NULL,
    deleted             boolean NOT NULL DEFAULT false,
    methodist_person_id uuid,
    person_id           uuid,
    since               date,
    until               date
);
-- For the scope of methodists.
CREATE INDEX assignment_copy_pair ON assignment_copy (person_id, methodist_person_id);

-- Names of municipalities and organisations, for the printed form.
CREATE TABLE municipality_copy (
    id      uuid PRIMARY KEY,
    epoch   bigint  NOT NULL,
    version bigint  NOT NULL,
    deleted boolean NOT NULL DEFAULT false,
    name    text
);
CREATE TABLE organisation_copy (
    id      uuid PRIMARY KEY,
    epoch   bigint  NOT NULL,
    version bigint  NOT NULL,
    deleted boolean NOT NULL DEFAULT false,
    name    text
);
