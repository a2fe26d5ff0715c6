-- The district whose event it is, and which of its tasks it serves: codes of the region profile.
ALTER TABLE event ADD COLUMN grouping_unit text, ADD COLUMN grouping_task text;
-- The events of a district in their usual order.
CREATE INDEX event_by_district ON event (grouping_unit, starts_at, id) WHERE grouping_unit IS NOT NULL;
