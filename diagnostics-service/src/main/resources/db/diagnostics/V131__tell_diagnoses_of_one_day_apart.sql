-- When it was taken: an own attempt when it was handed in, what others report with the beginning of its day. Of one day the
-- later one counts, whenever it was judged.
ALTER TABLE result ADD COLUMN taken_at timestamptz;
UPDATE result SET taken_at = attempt.submitted_at FROM attempt WHERE attempt.id = result.attempt_id;
UPDATE result SET taken_at = CAST(taken_on AS timestamp) AT TIME ZONE 'UTC' WHERE taken_at IS NULL;
ALTER TABLE result ALTER COLUMN taken_at SET NOT NULL;

-- Students' results have no hour: they stand before what else was measured on the day.
CREATE OR REPLACE VIEW evidence AS
SELECT r.person_id, s.competence, r.id AS result_id, r.procedure, r.provider, r.taken_on, s.points, s.maximum, r.taken_at
  FROM result r JOIN score s ON s.result_id = r.id
 WHERE NOT r.deleted
UNION ALL
SELECT e.teacher_id, e.area, e.id, 'STUDENT_' || e.kind, 'STUDENT_RESULTS', e.taken_on, e.points, e.maximum,
       CAST('-infinity' AS timestamptz)
  FROM student_result e
 WHERE e.teacher_id IS NOT NULL AND NOT e.deleted;
