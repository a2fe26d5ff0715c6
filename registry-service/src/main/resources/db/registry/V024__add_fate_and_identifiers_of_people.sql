-- What became of a person's record. Only an active one is shown and told; the id of a merged one answers for ever.
ALTER TABLE person
    ADD COLUMN state       text NOT NULL DEFAULT 'ACTIVE' CHECK (state IN ('ACTIVE', 'BLOCKED', 'MERGED', 'ERASED')),
    ADD COLUMN merged_into uuid REFERENCES person;
CREATE INDEX person_by_heir ON person (merged_into) WHERE merged_into IS NOT NULL;
-- Two processes cannot take one number in twice, and a destroyed person's number is free.
CREATE TABLE person_identifier (
    person_id uuid PRIMARY KEY REFERENCES person,
    sealed    bytea NOT NULL,         -- AES-GCM, bound to the person
    hash      bytea NOT NULL UNIQUE   -- HMAC: equal numbers are found without opening any
);
-- What was decided about people's records, without anything of them: a restored database is brought to this state anew.
CREATE TABLE person_fate (
    id        uuid PRIMARY KEY,
    person_id uuid        NOT NULL,
    fate      text        NOT NULL,
    reason    text        NOT NULL,
    at        timestamptz NOT NULL
);
CREATE INDEX person_fate_by_time ON person_fate (at, id);

-- Agreements of people to what is done with their data.
CREATE TABLE consent (
    LIKE register_entry INCLUDING ALL,
    person_id    uuid NOT NULL REFERENCES person,
    purpose      text NOT NULL,
    given_on     date NOT NULL,
    withdrawn_on date,
    document     text
);
CREATE INDEX consent_by_person ON consent (person_id);
CREATE TRIGGER consent_change BEFORE UPDATE ON consent FOR EACH ROW EXECUTE FUNCTION stamp_change();
