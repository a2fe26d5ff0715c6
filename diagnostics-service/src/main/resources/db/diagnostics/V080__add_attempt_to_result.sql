-- A result of an own attempt belongs to that attempt: two attempts of one day are two results, while what others
-- report stays one result of a procedure, a provider and a day.
ALTER TABLE result ADD COLUMN attempt_id uuid;
DROP INDEX result_natural_key;
CREATE UNIQUE INDEX result_natural_key ON result (person_id, procedure, provider, taken_on)
    WHERE NOT deleted AND attempt_id IS NULL;
-- A regraded attempt replaces its result.
CREATE UNIQUE INDEX result_attempt ON result (attempt_id) WHERE NOT deleted;
