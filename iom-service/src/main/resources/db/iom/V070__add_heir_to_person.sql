-- Under whom a person goes on who was recorded twice: what is told later under the old id is that person's.
ALTER TABLE person_copy ADD COLUMN merged_into uuid;
CREATE INDEX person_copy_heir ON person_copy (merged_into) WHERE merged_into IS NOT NULL;
