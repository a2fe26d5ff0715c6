-- What is said again of people: whoever was merged is not gone but goes on under another id.
CREATE VIEW told_person AS SELECT id, version, deleted AND state <> 'MERGED' AS deleted FROM person;
