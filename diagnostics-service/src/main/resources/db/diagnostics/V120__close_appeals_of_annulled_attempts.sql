-- An appeal against an attempt that counts no more has nothing to decide.
ALTER TABLE appeal DROP CONSTRAINT appeal_status_check;
ALTER TABLE appeal ADD CONSTRAINT appeal_status_check CHECK (status IN ('REQUESTED', 'ACCEPTED', 'DECLINED', 'CLOSED'));
UPDATE appeal SET status = 'CLOSED', version = appeal.version + 1, changed_at = now()
  FROM attempt WHERE attempt.id = appeal.attempt_id AND attempt.status = 'ANNULLED' AND appeal.status = 'REQUESTED';
