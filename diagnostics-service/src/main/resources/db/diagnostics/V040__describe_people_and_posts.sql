-- What campaigns choose people by, and what figures are told apart by. Filled by the next event of a person; for those
-- who were learnt before, by rebuilding the projection of registry.person.v1.
ALTER TABLE person
    ADD COLUMN category    text,
    ADD COLUMN young_from  date,
    ADD COLUMN young_until date,
    ADD COLUMN merged_into uuid;  -- the person under whom this one goes on
ALTER TABLE person_post
    ADD COLUMN position   text,
    ADD COLUMN teaching   boolean NOT NULL DEFAULT false,
    ADD COLUMN management boolean NOT NULL DEFAULT false,
    ADD COLUMN subjects   text[]  NOT NULL DEFAULT '{}';
-- A campaign opens, and figures are drawn, for an organisation or a municipality.
CREATE INDEX person_post_organisation ON person_post (organisation_id);
CREATE INDEX person_post_municipality ON person_post (municipality_id);
