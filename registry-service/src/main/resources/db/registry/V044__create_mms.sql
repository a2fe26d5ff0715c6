-- The staff of municipal methodical services, and its training under agreements of three parties.
CREATE TABLE mms_employee (
    LIKE register_entry INCLUDING ALL,
    person_id       uuid NOT NULL REFERENCES person,
    municipality_id uuid REFERENCES municipality,
    position        text NOT NULL,
    since           date NOT NULL,
    until           date
);
CREATE INDEX mms_employee_by_person ON mms_employee (person_id);
CREATE INDEX mms_employee_by_since ON mms_employee (since, id);
CREATE TRIGGER mms_employee_change BEFORE UPDATE ON mms_employee FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE training_agreement (
    LIKE register_entry INCLUDING ALL,
    act             jsonb  NOT NULL,
    party_ids       uuid[] NOT NULL,
    municipality_id uuid REFERENCES municipality,
    until           date
);
CREATE TRIGGER training_agreement_change BEFORE UPDATE ON training_agreement FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE mms_training (
    LIKE register_entry INCLUDING ALL,
    employee_id  uuid    NOT NULL REFERENCES mms_employee,
    agreement_id uuid REFERENCES training_agreement,
    title        text    NOT NULL,
    hours        int,
    tutor        boolean NOT NULL,
    started_on   date    NOT NULL,
    ended_on     date,
    document     text
);
CREATE INDEX mms_training_by_employee ON mms_training (employee_id);
CREATE INDEX mms_training_by_agreement ON mms_training (agreement_id);
CREATE TRIGGER mms_training_change BEFORE UPDATE ON mms_training FOR EACH ROW EXECUTE FUNCTION stamp_change();
