-- Copies of what others announce. Deleted rows stay, marked, so that a late event cannot bring them back.
CREATE TABLE municipality (
    id                uuid PRIMARY KEY,
    epoch             bigint  NOT NULL,
    version           bigint  NOT NULL,
    name              text,
    units             text[]  NOT NULL DEFAULT '{}',  -- grouping units it belongs to
    methodists        jsonb   NOT NULL DEFAULT '{}',  -- as reported, by year
    teachers_reported jsonb   NOT NULL DEFAULT '{}',
    closed_on         date,
    deleted           boolean NOT NULL DEFAULT false
);

CREATE TABLE organisation (
    id              uuid PRIMARY KEY,
    epoch           bigint  NOT NULL,
    version         bigint  NOT NULL,
    municipality_id uuid,
    deleted         boolean NOT NULL DEFAULT false
);

CREATE TABLE person (
    id      uuid PRIMARY KEY,
    epoch   bigint  NOT NULL,
    version bigint  NOT NULL,
    deleted boolean NOT NULL DEFAULT false
);

-- Rows rather than a document: every figure is a set operation over all of them.
CREATE TABLE person_post (
    person_id       uuid    NOT NULL,
    organisation_id uuid    NOT NULL,
    municipality_id uuid,
    position        text    NOT NULL,
    teaching        boolean NOT NULL,
    since           date    NOT NULL,
    until           date
);
-- Replacing the posts of one person.
CREATE INDEX person_post_person ON person_post (person_id);

CREATE TABLE methodist (
    id              uuid PRIMARY KEY,
    epoch           bigint  NOT NULL,
    version         bigint  NOT NULL,
    person_id       uuid,
    kind            text,
    municipality_id uuid,
    since           date,
    until           date,
    deleted         boolean NOT NULL DEFAULT false
);

CREATE TABLE result (
    id        uuid PRIMARY KEY,
    epoch     bigint  NOT NULL,
    version   bigint  NOT NULL,
    person_id uuid,
    taken_on  date,
    deleted   boolean NOT NULL DEFAULT false
);
-- Results of one period.
CREATE INDEX result_taken_on ON result (taken_on);

CREATE TABLE route (
    id             uuid PRIMARY KEY,
    epoch          bigint  NOT NULL,
    version        bigint  NOT NULL,
    person_id      uuid,
    by_diagnostics boolean,
    approved_on    date,
    deleted        boolean NOT NULL DEFAULT false
);
-- Routes approved in one period.
CREATE INDEX route_approved_on ON route (approved_on);
