-- A view has the columns that its table had when it was made.
CREATE OR REPLACE VIEW announced_event AS SELECT * FROM event WHERE status <> 'DRAFT';
