-- What communities do: yearly results, networks and their materials, support programmes.
CREATE TABLE community_result (
    LIKE register_entry INCLUDING ALL,
    community_id uuid NOT NULL REFERENCES community,
    year         int NOT NULL,
    results      text NOT NULL,
    analysis     text,
    analysed_on  date
);
CREATE TRIGGER community_result_change BEFORE UPDATE ON community_result FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE community_network (
    LIKE register_entry INCLUDING ALL,
    title         text NOT NULL,
    community_ids uuid[] NOT NULL,
    since         date NOT NULL,
    until         date
);
CREATE TRIGGER community_network_change BEFORE UPDATE ON community_network FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE community_material (
    LIKE register_entry INCLUDING ALL,
    network_id   uuid NOT NULL REFERENCES community_network,
    community_id uuid NOT NULL REFERENCES community,
    title        text NOT NULL,
    summary      text NOT NULL,
    link         text,
    published_on date
);
CREATE INDEX community_material_by_network ON community_material (network_id);
CREATE TRIGGER community_material_change BEFORE UPDATE ON community_material FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE community_support (
    LIKE register_entry INCLUDING ALL,
    title         text NOT NULL,
    community_ids uuid[] NOT NULL,
    organiser_id  uuid REFERENCES organisation,
    measures      text[] NOT NULL,
    since         date NOT NULL,
    until         date
);
CREATE TRIGGER community_support_change BEFORE UPDATE ON community_support FOR EACH ROW EXECUTE FUNCTION stamp_change();
