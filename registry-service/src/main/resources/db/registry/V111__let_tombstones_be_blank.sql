-- The registers that there are. One that is created later calls it too.
SELECT let_tombstones_be_blank();
ALTER TABLE methodist ALTER COLUMN person_id DROP NOT NULL, ADD CHECK (deleted OR person_id IS NOT NULL);
ALTER TABLE assignment ALTER COLUMN person_id DROP NOT NULL, ADD CHECK (deleted OR person_id IS NOT NULL);
