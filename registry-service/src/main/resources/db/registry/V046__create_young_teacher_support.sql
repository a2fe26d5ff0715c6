-- Support of young teachers: participations by form, graduates in their first year, models and what watching them shows.
CREATE TABLE support_participation (
    LIKE register_entry INCLUDING ALL,
    person_id       uuid NOT NULL REFERENCES person,
    form            text NOT NULL,
    held_on         date NOT NULL,
    title           text,
    organisation_id uuid REFERENCES organisation
);
CREATE INDEX support_participation_by_person ON support_participation (person_id);
CREATE INDEX support_participation_by_date ON support_participation (held_on, id);
CREATE TRIGGER support_participation_change BEFORE UPDATE ON support_participation FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE graduate_support (
    LIKE register_entry INCLUDING ALL,
    person_id      uuid NOT NULL REFERENCES person,
    institution_id uuid NOT NULL REFERENCES organisation,
    form           text NOT NULL,
    held_on        date NOT NULL,
    topic          text NOT NULL
);
CREATE INDEX graduate_support_by_person ON graduate_support (person_id);
CREATE TRIGGER graduate_support_change BEFORE UPDATE ON graduate_support FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE young_model (
    LIKE register_entry INCLUDING ALL,
    title    text NOT NULL,
    act      jsonb NOT NULL,
    since    date NOT NULL,
    until    date,
    measures text[] NOT NULL
);
CREATE TRIGGER young_model_change BEFORE UPDATE ON young_model FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE young_model_result (
    LIKE register_entry INCLUDING ALL,
    model_id   uuid NOT NULL REFERENCES young_model,
    year       int NOT NULL,
    figure     text NOT NULL,
    value      numeric NOT NULL,
    conclusion text
);
CREATE INDEX young_model_result_by_model ON young_model_result (model_id);
CREATE TRIGGER young_model_result_change BEFORE UPDATE ON young_model_result FOR EACH ROW EXECUTE FUNCTION stamp_change();
