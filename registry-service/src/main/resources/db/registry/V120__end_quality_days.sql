-- A day of checks is over when all of them were tried; one that was begun and never ended is taken up again.
ALTER TABLE quality_day ADD COLUMN done_at timestamptz;
UPDATE quality_day SET done_at = begun_at;
-- Checks that could not be counted when they were tried last. No personal data.
CREATE TABLE quality_failure (
    check_code text PRIMARY KEY,
    failed_at  timestamptz NOT NULL,
    reason     text        NOT NULL
);
