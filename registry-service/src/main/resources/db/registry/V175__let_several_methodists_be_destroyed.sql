-- Nobody is the same kind of methodist twice at a time; of destroyed people nobody is known, so tombstones are not compared.
DROP INDEX methodist_natural_key;
CREATE UNIQUE INDEX methodist_natural_key ON methodist (person_id, kind, municipality_id) NULLS NOT DISTINCT
    WHERE until IS NULL AND NOT deleted;
