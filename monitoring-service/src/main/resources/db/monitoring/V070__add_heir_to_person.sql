-- Under whom a person goes on who was recorded twice: what is told later under the old id is that person's.
ALTER TABLE person ADD COLUMN merged_into uuid;
CREATE INDEX person_heir ON person (merged_into) WHERE merged_into IS NOT NULL;
