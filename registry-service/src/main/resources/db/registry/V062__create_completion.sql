-- Who completed which programme.
CREATE TABLE completion (
    LIKE register_entry INCLUDING ALL,
    person_id             uuid    NOT NULL REFERENCES person,
    programme_id          uuid    NOT NULL REFERENCES programme,
    since                 date    NOT NULL,
    until                 date    NOT NULL,
    hours                 int     NOT NULL,
    document              text    NOT NULL,
    document_number       text,
    document_date         date,
    in_register           boolean NOT NULL,
    chosen_by_diagnostics boolean NOT NULL
);
CREATE INDEX completion_by_day ON completion (until, id);
CREATE INDEX completion_by_person ON completion (person_id);
CREATE INDEX completion_by_programme ON completion (programme_id);
CREATE TRIGGER completion_change BEFORE UPDATE ON completion FOR EACH ROW EXECUTE FUNCTION stamp_change();

-- Who asked for a place, or was sent.
CREATE TABLE enrolment (
    LIKE register_entry INCLUDING ALL,
    person_id    uuid NOT NULL REFERENCES person,
    programme_id uuid NOT NULL REFERENCES programme,
    way          text NOT NULL,
    applicant_id uuid REFERENCES organisation,
    applied_on   date NOT NULL,
    status       text NOT NULL,
    decided_on   date
);
CREATE INDEX enrolment_by_day ON enrolment (applied_on, id);
CREATE INDEX enrolment_by_person ON enrolment (person_id);
CREATE INDEX enrolment_by_programme ON enrolment (programme_id);
CREATE TRIGGER enrolment_change BEFORE UPDATE ON enrolment FOR EACH ROW EXECUTE FUNCTION stamp_change();

-- Results of non-formal learning that were formally recognised.
CREATE TABLE recognition (
    LIKE register_entry INCLUDING ALL,
    person_id        uuid NOT NULL REFERENCES person,
    title            text NOT NULL,
    way              text NOT NULL,
    learnt_on        date NOT NULL,
    hours            int,
    recognised_by_id uuid NOT NULL REFERENCES organisation,
    recognised_on    date NOT NULL,
    document         text NOT NULL,
    programme_id     uuid REFERENCES programme
);
CREATE INDEX recognition_by_day ON recognition (recognised_on, id);
CREATE INDEX recognition_by_person ON recognition (person_id);
CREATE TRIGGER recognition_change BEFORE UPDATE ON recognition FOR EACH ROW EXECUTE FUNCTION stamp_change();

-- Results of attestation, and what they lack.
CREATE TABLE attestation (
    LIKE register_entry INCLUDING ALL,
    person_id   uuid   NOT NULL REFERENCES person,
    held_on     date   NOT NULL,
    category    text,
    granted     boolean NOT NULL,
    competences text[] NOT NULL
);
CREATE INDEX attestation_by_day ON attestation (held_on, id);
CREATE INDEX attestation_by_person ON attestation (person_id);
CREATE TRIGGER attestation_change BEFORE UPDATE ON attestation FOR EACH ROW EXECUTE FUNCTION stamp_change();
