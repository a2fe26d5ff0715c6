-- The district whose plan it is, and which of its tasks it serves: codes of the region profile.
ALTER TABLE training_plan ADD COLUMN grouping_unit text, ADD COLUMN grouping_task text;
-- The plans of a district by year.
CREATE INDEX training_plan_by_district ON training_plan (grouping_unit, year, id) WHERE grouping_unit IS NOT NULL;
