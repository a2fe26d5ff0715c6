-- What is said again of decisions about people: of everybody about whom one was ever taken, as it stands.
CREATE VIEW told_fate AS
SELECT p.id, p.version, false AS deleted, p.state FROM person p
 WHERE EXISTS (SELECT FROM person_fate f WHERE f.person_id = p.id AND f.fate <> 'MERGED');
