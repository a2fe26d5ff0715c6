-- Associations, communities, clubs, councils: which kinds there are, and at which levels, the region profile says.
CREATE TABLE community (
    LIKE register_entry INCLUDING ALL,
    kind            text    NOT NULL,
    level           text    NOT NULL,
    title           text    NOT NULL,
    scope           text    NOT NULL,
    subjects        text[]  NOT NULL,
    networked       boolean NOT NULL,
    young           boolean NOT NULL,  -- of young teachers
    municipality_id uuid REFERENCES municipality,
    host_id         uuid REFERENCES organisation,
    leader_id       uuid REFERENCES person,
    since           date,
    until           date
);
CREATE INDEX community_by_title ON community (title, id);
CREATE TRIGGER community_change BEFORE UPDATE ON community FOR EACH ROW EXECUTE FUNCTION stamp_change();

-- Who takes part in which, as what, and when.
CREATE TABLE community_member (
    LIKE register_entry INCLUDING ALL,
    community_id uuid NOT NULL REFERENCES community,
    person_id    uuid NOT NULL REFERENCES person,
    role         text NOT NULL,
    since        date NOT NULL,
    until        date
);
CREATE INDEX community_member_by_person ON community_member (person_id);
CREATE INDEX community_member_by_community ON community_member (community_id);
CREATE TRIGGER community_member_change BEFORE UPDATE ON community_member FOR EACH ROW EXECUTE FUNCTION stamp_change();
