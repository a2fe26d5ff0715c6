-- Tutors, and the teachers they accompany.
CREATE TABLE tutor (
    LIKE register_entry INCLUDING ALL,
    person_id             uuid    NOT NULL REFERENCES person,
    municipality_id       uuid REFERENCES municipality,
    programmes            text[]  NOT NULL,
    modern_teacher_school boolean NOT NULL,  -- «Школа современного учителя»
    since                 date    NOT NULL,
    until                 date
);
CREATE INDEX tutor_by_person ON tutor (person_id);
CREATE TRIGGER tutor_change BEFORE UPDATE ON tutor FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE tutor_accompaniment (
    LIKE register_entry INCLUDING ALL,
    tutor_id  uuid NOT NULL REFERENCES tutor,
    person_id uuid NOT NULL REFERENCES person,
    programme text,
    route_id  uuid,                          -- of another service
    since     date NOT NULL,
    until     date
);
CREATE INDEX tutor_accompaniment_by_tutor ON tutor_accompaniment (tutor_id);
CREATE INDEX tutor_accompaniment_by_person ON tutor_accompaniment (person_id);
CREATE TRIGGER tutor_accompaniment_change BEFORE UPDATE ON tutor_accompaniment FOR EACH ROW EXECUTE FUNCTION stamp_change();
