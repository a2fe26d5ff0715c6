-- Learnt from registry.organisation.v1 and registry.municipality.v1: what they are called and what they belong to.
CREATE TABLE organisation (
    id              uuid PRIMARY KEY,
    epoch           bigint  NOT NULL,
    version         bigint  NOT NULL,
    deleted         boolean NOT NULL DEFAULT false,
    name            text,
    kind            text,
    level           text,
    municipality_id uuid,
    flags           text[]  NOT NULL DEFAULT '{}',
    closed_on       date
);
CREATE TABLE municipality (
    id             uuid PRIMARY KEY,
    epoch          bigint  NOT NULL,
    version        bigint  NOT NULL,
    deleted        boolean NOT NULL DEFAULT false,
    name           text,
    territory_type text,                         -- absent where the region tells no types apart
    groupings      jsonb   NOT NULL DEFAULT '{}', -- unit by grouping: {"EDUCATION_DISTRICT": "ISHIM"}
    closed_on      date
);
