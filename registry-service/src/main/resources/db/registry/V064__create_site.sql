-- Internship and innovation sites.
CREATE TABLE site (
    LIKE register_entry INCLUDING ALL,
    kind            text   NOT NULL,
    organisation_id uuid   NOT NULL REFERENCES organisation,
    title           text   NOT NULL,
    subjects        text[] NOT NULL,
    competences     text[] NOT NULL,
    capacity        int,                -- places at the same time
    since           date   NOT NULL,
    until           date,
    selected_on     date,
    experience      text,
    supervisor_id   uuid REFERENCES person,
    list_act_id     uuid REFERENCES act,
    plan            jsonb  NOT NULL,
    equipment       text[] NOT NULL
);
CREATE INDEX site_by_title ON site (title, id);
CREATE INDEX site_by_organisation ON site (organisation_id);
CREATE TRIGGER site_change BEFORE UPDATE ON site FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE internship_programme (
    LIKE register_entry INCLUDING ALL,
    site_id   uuid   NOT NULL REFERENCES site,
    title     text   NOT NULL,
    topic     text   NOT NULL,
    form      text   NOT NULL,
    hours     int    NOT NULL,
    equipment text[] NOT NULL
);
CREATE INDEX internship_programme_by_title ON internship_programme (title, id);
CREATE INDEX internship_programme_by_site ON internship_programme (site_id);
CREATE TRIGGER internship_programme_change BEFORE UPDATE ON internship_programme FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE internship (
    LIKE register_entry INCLUDING ALL,
    person_id               uuid NOT NULL REFERENCES person,
    internship_programme_id uuid NOT NULL REFERENCES internship_programme,
    since                   date NOT NULL,
    until                   date NOT NULL,
    document                text,
    status                  text NOT NULL
);
CREATE INDEX internship_by_day ON internship (since, id);
CREATE INDEX internship_by_person ON internship (person_id);
CREATE INDEX internship_by_programme ON internship (internship_programme_id);
CREATE TRIGGER internship_change BEFORE UPDATE ON internship FOR EACH ROW EXECUTE FUNCTION stamp_change();
