-- Learnt from registry.person.v1: who exists, and where they work. No name, no birth date.
CREATE TABLE person (
    id      uuid PRIMARY KEY,
    epoch   bigint  NOT NULL,
    version bigint  NOT NULL,
    deleted boolean NOT NULL DEFAULT false
);
CREATE TABLE person_post (
    person_id       uuid NOT NULL,
    organisation_id uuid NOT NULL,
    municipality_id uuid,
    since           date NOT NULL,
    until           date  -- first day on which the person no longer holds it
);
-- Whose data a person's colleagues and municipality may see is asked per person.
CREATE INDEX person_post_person ON person_post (person_id);
