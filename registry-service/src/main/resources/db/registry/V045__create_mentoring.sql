-- Mentors and mentees, what happens between them, models, programmes, and teams that mentor teams.
CREATE TABLE mentoring_programme (
    LIKE register_entry INCLUDING ALL,
    title           text NOT NULL,
    owner           text NOT NULL,
    organisation_id uuid REFERENCES organisation,
    community_id    uuid REFERENCES community,
    since           date NOT NULL,
    until           date
);
CREATE TRIGGER mentoring_programme_change BEFORE UPDATE ON mentoring_programme FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE mentoring_programme_result (
    LIKE register_entry INCLUDING ALL,
    programme_id uuid NOT NULL REFERENCES mentoring_programme,
    year         int NOT NULL,
    results      text NOT NULL,
    analysis     text,
    analysed_on  date
);
CREATE INDEX mentoring_programme_result_by_programme ON mentoring_programme_result (programme_id);
CREATE TRIGGER mentoring_programme_result_change BEFORE UPDATE ON mentoring_programme_result FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE mentorship (
    LIKE register_entry INCLUDING ALL,
    form            text NOT NULL,
    basis           text NOT NULL,
    level           text NOT NULL,
    mentor_id       uuid NOT NULL REFERENCES person,
    mentee_ids      uuid[] NOT NULL,
    organisation_id uuid REFERENCES organisation,
    municipality_id uuid REFERENCES municipality,
    subject         text,
    programme_id    uuid REFERENCES mentoring_programme,
    reverse         boolean NOT NULL,
    since           date NOT NULL,
    until           date,
    status          text NOT NULL,
    steps           jsonb NOT NULL,
    result          text
);
CREATE INDEX mentorship_by_mentor ON mentorship (mentor_id);
CREATE INDEX mentorship_by_mentee ON mentorship USING gin (mentee_ids);
CREATE INDEX mentorship_by_since ON mentorship (since, id);
CREATE INDEX mentorship_by_programme ON mentorship (programme_id);
CREATE TRIGGER mentorship_change BEFORE UPDATE ON mentorship FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE mentorship_session (
    LIKE register_entry INCLUDING ALL,
    mentorship_id uuid NOT NULL REFERENCES mentorship,
    held_on       date NOT NULL,
    topic         text NOT NULL,
    minutes       int
);
CREATE INDEX mentorship_session_by_mentorship ON mentorship_session (mentorship_id);
CREATE TRIGGER mentorship_session_change BEFORE UPDATE ON mentorship_session FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE mentorship_feedback (
    LIKE register_entry INCLUDING ALL,
    mentorship_id uuid NOT NULL REFERENCES mentorship,
    person_id     uuid NOT NULL REFERENCES person,
    given_on      date NOT NULL,
    score         int NOT NULL,
    text          text
);
CREATE INDEX mentorship_feedback_by_mentorship ON mentorship_feedback (mentorship_id);
CREATE TRIGGER mentorship_feedback_change BEFORE UPDATE ON mentorship_feedback FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE mentoring_model (
    LIKE register_entry INCLUDING ALL,
    organisation_id uuid NOT NULL REFERENCES organisation,
    since           date NOT NULL,
    document        text NOT NULL,
    until           date
);
CREATE INDEX mentoring_model_by_organisation ON mentoring_model (organisation_id);
CREATE TRIGGER mentoring_model_change BEFORE UPDATE ON mentoring_model FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE managerial_mentorship (
    LIKE register_entry INCLUDING ALL,
    strong_id uuid NOT NULL REFERENCES organisation,
    weak_id   uuid NOT NULL REFERENCES organisation,
    since     date NOT NULL,
    until     date,
    aim       text,
    result    text
);
CREATE TRIGGER managerial_mentorship_change BEFORE UPDATE ON managerial_mentorship FOR EACH ROW EXECUTE FUNCTION stamp_change();
