-- Rounds in which methodical competences are assessed; courses of the academy and who attends them.
CREATE TABLE assessment_round (
    LIKE register_entry INCLUDING ALL,
    year            int    NOT NULL,
    stage           int    NOT NULL,
    held_on         date   NOT NULL,
    subjects        text[] NOT NULL,
    planned_persons int,
    actual_persons  int,
    municipalities  int
);
CREATE TRIGGER assessment_round_change BEFORE UPDATE ON assessment_round FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE academy_course (
    LIKE register_entry INCLUDING ALL,
    title              text NOT NULL,
    hours              int,
    starts_on          date NOT NULL,
    ends_on            date NOT NULL,
    registration_until date,
    quota_min          int
);
CREATE TRIGGER academy_course_change BEFORE UPDATE ON academy_course FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE course_enrolment (
    LIKE register_entry INCLUDING ALL,
    course_id     uuid NOT NULL REFERENCES academy_course,
    person_id     uuid NOT NULL REFERENCES person,
    registered_on date NOT NULL,
    completed_on  date,
    document      text
);
CREATE INDEX course_enrolment_by_course ON course_enrolment (course_id);
CREATE INDEX course_enrolment_by_person ON course_enrolment (person_id);
CREATE TRIGGER course_enrolment_change BEFORE UPDATE ON course_enrolment FOR EACH ROW EXECUTE FUNCTION stamp_change();
