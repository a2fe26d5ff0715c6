-- How the competences and scales of outside providers are called here.
CREATE TABLE competence_mapping (
    LIKE register_entry INCLUDING ALL,
    provider  text NOT NULL,
    procedure text NOT NULL,
    code      text NOT NULL,
    title     text,
    area      text NOT NULL
);
CREATE INDEX competence_mapping_by_provider ON competence_mapping (provider, id);
CREATE TRIGGER competence_mapping_change BEFORE UPDATE ON competence_mapping FOR EACH ROW EXECUTE FUNCTION stamp_change();

-- What a provider's file told of one person, one procedure and one day: it has one result.
CREATE TABLE provider_diagnosis (
    id        uuid PRIMARY KEY,
    person_id uuid NOT NULL,
    procedure text NOT NULL,
    provider  text NOT NULL,
    taken_on  date NOT NULL,
    UNIQUE (person_id, procedure, provider, taken_on)
);
-- The scores as the provider names them; also those that nobody has mapped yet.
CREATE TABLE provider_score (
    diagnosis_id uuid    NOT NULL REFERENCES provider_diagnosis ON DELETE CASCADE,
    code_key     text    NOT NULL,  -- folded
    code         text    NOT NULL,
    points       numeric NOT NULL,
    maximum      numeric NOT NULL,
    PRIMARY KEY (diagnosis_id, code_key)
);
-- Whose results a mapping changes.
CREATE INDEX provider_diagnosis_of ON provider_diagnosis (provider, procedure);

-- What students of a school, or of one teacher, achieved.
CREATE TABLE student_result (
    LIKE register_entry INCLUDING ALL,
    kind            text    NOT NULL,
    title           text    NOT NULL,
    subject         text    NOT NULL,
    area            text    NOT NULL,
    organisation_id uuid    NOT NULL,
    teacher_id      uuid,
    taken_on        date    NOT NULL,
    students        int     NOT NULL,
    points          numeric NOT NULL,
    maximum         numeric NOT NULL
);
CREATE INDEX student_result_by_day ON student_result (taken_on, id);
CREATE INDEX student_result_organisation ON student_result (organisation_id);
CREATE TRIGGER student_result_change BEFORE UPDATE ON student_result FOR EACH ROW EXECUTE FUNCTION stamp_change();

-- What is done so that people are ready for an independent assessment.
CREATE TABLE readiness_activity (
    LIKE register_entry INCLUDING ALL,
    kind             text   NOT NULL,
    title            text   NOT NULL,
    procedure        text,
    held_on          date   NOT NULL,
    organiser_id     uuid,
    organisation_ids uuid[] NOT NULL,
    participants     int    NOT NULL,
    outcome          text
);
CREATE INDEX readiness_activity_by_day ON readiness_activity (held_on, id);
CREATE TRIGGER readiness_activity_change BEFORE UPDATE ON readiness_activity FOR EACH ROW EXECUTE FUNCTION stamp_change();

-- Personal orders to the training system.
CREATE TABLE training_request (
    LIKE register_entry INCLUDING ALL,
    person_id uuid  NOT NULL,
    formed_on date  NOT NULL,
    status    text  NOT NULL,
    needs     jsonb NOT NULL
);
CREATE INDEX training_request_by_day ON training_request (formed_on, id);
CREATE INDEX training_request_person ON training_request (person_id);
CREATE TRIGGER training_request_change BEFORE UPDATE ON training_request FOR EACH ROW EXECUTE FUNCTION stamp_change();
