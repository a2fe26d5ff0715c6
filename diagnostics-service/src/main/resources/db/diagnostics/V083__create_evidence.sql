-- What speaks of a person's competences: what was measured of them, and what their students achieved. The latter is no
-- result of a diagnosis: it is not counted, listed or told as one.
CREATE VIEW evidence AS
SELECT r.person_id, s.competence, r.id AS result_id, r.procedure, r.provider, r.taken_on, s.points, s.maximum
  FROM result r JOIN score s ON s.result_id = r.id
 WHERE NOT r.deleted
UNION ALL
SELECT e.teacher_id, e.area, e.id, 'STUDENT_' || e.kind, 'STUDENT_RESULTS', e.taken_on, e.points, e.maximum
  FROM student_result e
 WHERE e.teacher_id IS NOT NULL AND NOT e.deleted;
CREATE INDEX student_result_teacher ON student_result (teacher_id) WHERE teacher_id IS NOT NULL;
-- What gave a deficit its level may be either.
ALTER TABLE deficit DROP CONSTRAINT deficit_result_id_fkey;
