-- What is measured: versions of a framework, its competences, what links them to those of other versions.
CREATE TABLE framework (
    LIKE register_entry INCLUDING ALL,
    code          text NOT NULL,
    version_name  text NOT NULL,
    title         text NOT NULL,
    description   text,
    source        text,
    identifier    uuid NOT NULL,  -- by which other systems know it
    status        text NOT NULL,
    adopted_on    date,
    deprecated_on date
);
CREATE INDEX framework_by_title ON framework (title, id);
CREATE TRIGGER framework_change BEFORE UPDATE ON framework FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE competence (
    LIKE register_entry INCLUDING ALL,
    framework_id uuid NOT NULL REFERENCES framework,
    code         text NOT NULL,
    title        text NOT NULL,
    area         text,
    parent_id    uuid REFERENCES competence,
    roll_up      jsonb,
    identifier   uuid NOT NULL
);
CREATE INDEX competence_by_framework ON competence (framework_id, code);
CREATE INDEX competence_by_parent ON competence (parent_id);
CREATE TRIGGER competence_change BEFORE UPDATE ON competence FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE competence_link (
    LIKE register_entry INCLUDING ALL,
    from_id    uuid NOT NULL REFERENCES competence,
    to_id      uuid NOT NULL REFERENCES competence,
    kind       text NOT NULL,
    identifier uuid NOT NULL
);
CREATE INDEX competence_link_by_from ON competence_link (from_id);
CREATE INDEX competence_link_by_to ON competence_link (to_id);
CREATE TRIGGER competence_link_change BEFORE UPDATE ON competence_link FOR EACH ROW EXECUTE FUNCTION stamp_change();

-- From which share of points a competence counts as mastered.
CREATE TABLE scale (
    LIKE register_entry INCLUDING ALL,
    framework_id uuid    NOT NULL REFERENCES framework,
    code         text    NOT NULL,
    title        text    NOT NULL,
    threshold    numeric NOT NULL,
    levels       jsonb   NOT NULL
);
CREATE INDEX scale_by_framework ON scale (framework_id, code);
CREATE TRIGGER scale_change BEFORE UPDATE ON scale FOR EACH ROW EXECUTE FUNCTION stamp_change();
