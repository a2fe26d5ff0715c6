-- A coordinator may be closed on a day to come, and the next one open on that day: they are compared by their times, one
-- change after the other.
DROP INDEX organisation_one_coordinator;
