-- People and what they do where. Posts belong to their person and are replaced with it.
CREATE TABLE person (
    id                    uuid PRIMARY KEY,
    version               bigint      NOT NULL,
    created_at            timestamptz NOT NULL,
    changed_at            timestamptz NOT NULL,
    deleted               boolean     NOT NULL DEFAULT false,
    changed_tx            xid8        NOT NULL DEFAULT pg_current_xact_id(),
    external_id           text UNIQUE,         -- the person's number in the system an import came from
    last_name             text        NOT NULL,
    first_name            text        NOT NULL,
    patronymic            text,
    name_key              text        NOT NULL,  -- all three, folded
    birth_date            date,
    category              text,
    attested_on           date,
    education_level       text,
    education_pedagogical boolean,
    education_profile     text,
    speciality_since      date,
    young_from            date,                -- when the person counts as young under the region's rule
    young_until           date
);
CREATE INDEX person_by_name ON person (name_key, id);
-- For the change feed.
CREATE INDEX person_by_change ON person (changed_tx, id);
CREATE TRIGGER person_change BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE post (
    person_id       uuid    NOT NULL REFERENCES person,
    n               int     NOT NULL,          -- the order the posts were given in
    organisation_id uuid    NOT NULL REFERENCES organisation,
    municipality_id uuid    REFERENCES municipality,  -- the organisation's, which never changes
    position        text    NOT NULL,
    teaching        boolean NOT NULL,          -- counts among teachers under the region's rule
    subjects        text[]  NOT NULL,
    subject_keys    text[]  NOT NULL,          -- folded
    since           date    NOT NULL,
    until           date,                      -- the first day on which it is no longer held
    teaching_since  date,                      -- first teaching post in this organisation
    weekly_hours    numeric,
    employment      text,
    PRIMARY KEY (person_id, n)
);
CREATE INDEX post_by_organisation ON post (organisation_id, person_id);
CREATE INDEX post_by_municipality ON post (municipality_id, person_id);
