-- Candidates for regional methodists: proofs and the steps they took, with acts.
CREATE TABLE methodist_candidate (
    LIKE register_entry INCLUDING ALL,
    person_id    uuid NOT NULL REFERENCES person,
    engagement   text,
    applied_on   date NOT NULL,
    proofs       jsonb NOT NULL,
    status       text NOT NULL,
    steps        jsonb NOT NULL,
    methodist_id uuid REFERENCES methodist
);
CREATE INDEX methodist_candidate_by_person ON methodist_candidate (person_id);
CREATE TRIGGER methodist_candidate_change BEFORE UPDATE ON methodist_candidate FOR EACH ROW EXECUTE FUNCTION stamp_change();
