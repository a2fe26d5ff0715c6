-- As whom providers know people.
CREATE TABLE provider_person_code (
    LIKE register_entry INCLUDING ALL,
    provider  text NOT NULL,
    code      text NOT NULL,
    person_id uuid NOT NULL
);
CREATE INDEX provider_person_code_by_provider ON provider_person_code (provider, id);
-- Whom a row of a file means.
CREATE INDEX provider_person_code_by_code ON provider_person_code (code, provider);
CREATE TRIGGER provider_person_code_change BEFORE UPDATE ON provider_person_code FOR EACH ROW EXECUTE FUNCTION stamp_change();

-- What providers reported of people whom nobody has named yet.
CREATE TABLE provider_waiting (
    provider    text    NOT NULL,
    person_code text    NOT NULL,
    procedure   text    NOT NULL,
    taken_on    date    NOT NULL,
    code_key    text    NOT NULL,  -- folded
    code        text    NOT NULL,
    points      numeric NOT NULL,
    maximum     numeric NOT NULL,
    PRIMARY KEY (provider, person_code, procedure, taken_on, code_key)
);
