-- The regional methodists' body: its lists, roadmaps, activities, and who coordinates it in municipalities.
CREATE TABLE rma_list (
    LIKE register_entry INCLUDING ALL,
    title         text NOT NULL,
    methodist_ids uuid[] NOT NULL,
    act           jsonb
);
CREATE TRIGGER rma_list_change BEFORE UPDATE ON rma_list FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE rma_roadmap (
    LIKE register_entry INCLUDING ALL,
    year       int NOT NULL,
    revised_on date NOT NULL,
    measures   jsonb NOT NULL
);
CREATE TRIGGER rma_roadmap_change BEFORE UPDATE ON rma_roadmap FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE rma_activity (
    LIKE register_entry INCLUDING ALL,
    methodist_id uuid NOT NULL REFERENCES methodist,
    direction    text NOT NULL,
    held_on      date NOT NULL,
    title        text NOT NULL,
    teachers     int
);
CREATE INDEX rma_activity_by_methodist ON rma_activity (methodist_id);
CREATE INDEX rma_activity_by_date ON rma_activity (held_on, id);
CREATE TRIGGER rma_activity_change BEFORE UPDATE ON rma_activity FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE rma_coordinator (
    LIKE register_entry INCLUDING ALL,
    municipality_id uuid NOT NULL REFERENCES municipality,
    person_id       uuid NOT NULL REFERENCES person,
    since           date NOT NULL,
    until           date
);
CREATE INDEX rma_coordinator_by_municipality ON rma_coordinator (municipality_id);
CREATE TRIGGER rma_coordinator_change BEFORE UPDATE ON rma_coordinator FOR EACH ROW EXECUTE FUNCTION stamp_change();
