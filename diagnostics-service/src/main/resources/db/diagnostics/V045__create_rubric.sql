-- What people think of themselves, of each other, of those whom they employ: kept apart from what is measured, and never a result.
CREATE TABLE rubric (
    LIKE register_entry INCLUDING ALL,
    code     text  NOT NULL,
    title    text  NOT NULL,
    kinds    text[] NOT NULL,  -- by whom it is used: SELF, PEER, EMPLOYER
    criteria jsonb NOT NULL,
    status   text  NOT NULL
);
CREATE INDEX rubric_by_title ON rubric (title, id);
CREATE TRIGGER rubric_change BEFORE UPDATE ON rubric FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE rubric_assessment (
    LIKE register_entry INCLUDING ALL,
    rubric_id     uuid NOT NULL REFERENCES rubric,
    kind          text NOT NULL,
    person_id     uuid NOT NULL,  -- who is assessed
    assessor_id   uuid,           -- the person who assesses; absent where an organisation does
    employer_id   uuid,           -- the organisation that assesses
    completion_id uuid,           -- the training after which it does
    assessed_on   date NOT NULL,
    marks         jsonb NOT NULL,
    comment       text
);
CREATE INDEX rubric_assessment_by_person ON rubric_assessment (person_id, assessed_on);
CREATE TRIGGER rubric_assessment_change BEFORE UPDATE ON rubric_assessment FOR EACH ROW EXECUTE FUNCTION stamp_change();
