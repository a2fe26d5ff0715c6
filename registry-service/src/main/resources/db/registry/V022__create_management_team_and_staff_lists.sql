-- Head and deputies of one organisation.
CREATE TABLE management_team (
    LIKE register_entry INCLUDING ALL,
    organisation_id uuid  NOT NULL REFERENCES organisation,
    since           date  NOT NULL,
    until           date,
    members         jsonb NOT NULL  -- personId, since, until
);
CREATE INDEX management_team_by_organisation ON management_team (organisation_id);
CREATE INDEX management_team_by_member ON management_team USING gin (members jsonb_path_ops);
CREATE TRIGGER management_team_change BEFORE UPDATE ON management_team FOR EACH ROW EXECUTE FUNCTION stamp_change();

-- Reserves, training lecturers, experts, officials.
CREATE TABLE staff_list_entry (
    LIKE register_entry INCLUDING ALL,
    list      text NOT NULL,
    kind      text,
    person_id uuid NOT NULL REFERENCES person,
    subject   text,
    document  text,
    since     date NOT NULL,
    until     date,
    lecturer  jsonb
);
CREATE INDEX staff_list_entry_by_person ON staff_list_entry (person_id);
CREATE INDEX staff_list_entry_by_list ON staff_list_entry (list, kind, since);
CREATE TRIGGER staff_list_entry_change BEFORE UPDATE ON staff_list_entry FOR EACH ROW EXECUTE FUNCTION stamp_change();
