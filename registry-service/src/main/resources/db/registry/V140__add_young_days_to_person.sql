-- A person is young on the days of each edition of the region's rules: not always one stretch. The two old columns keep the last one.
ALTER TABLE person ADD COLUMN young_days datemultirange NOT NULL DEFAULT '{}';
-- Nothing changes for those who read the feed.
ALTER TABLE person DISABLE TRIGGER person_change;
UPDATE person SET young_days = datemultirange(daterange(young_from, young_until))
 WHERE young_from IS NOT NULL;
ALTER TABLE person ENABLE TRIGGER person_change;
