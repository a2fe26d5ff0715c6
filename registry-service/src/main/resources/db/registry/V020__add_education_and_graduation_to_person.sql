-- Under which education a subject is taught, and when somebody left a pedagogical institution.
ALTER TABLE person
    ADD COLUMN graduated_from   text,
    ADD COLUMN graduated_on     date,
    ADD COLUMN subject_profiles jsonb NOT NULL DEFAULT '[]';  -- subject and profile, one for each subject
-- What follows from the region's rules, as `teaching` does; absent: nothing is known of the education.
ALTER TABLE post
    ADD COLUMN management      boolean NOT NULL DEFAULT false,
    ADD COLUMN education_match boolean;
UPDATE post SET management = true WHERE position IN ('HEAD', 'DEPUTY_HEAD', 'UNIT_HEAD');
-- Who has no work yet.
CREATE INDEX person_by_graduation ON person (graduated_on) WHERE graduated_on IS NOT NULL;
