-- Which round of a federal assessment it was; absent where nobody counts rounds.
ALTER TABLE result ADD COLUMN round text;
ALTER TABLE provider_diagnosis ADD COLUMN round text;
ALTER TABLE provider_waiting ADD COLUMN round text;
-- The results of a round, in the order of the list.
CREATE INDEX result_of_round ON result (round, taken_on, id) WHERE round IS NOT NULL AND NOT deleted;
