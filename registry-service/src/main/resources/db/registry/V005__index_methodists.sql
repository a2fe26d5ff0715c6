-- Whom a methodist accompanies or accompanied; counted for every methodist of a page.
CREATE INDEX assignment_by_methodist ON assignment (methodist_id, person_id);
-- The roles of a person; also the scope of a methodist.
CREATE INDEX methodist_by_person ON methodist (person_id);
-- The default order of the lists.
CREATE INDEX methodist_by_since ON methodist (since, id);
CREATE INDEX assignment_by_since ON assignment (since, id);
