-- Who sent the file, as the token said: entries are changed by their rights. Absent in jobs of an older build.
ALTER TABLE import_job ADD COLUMN rights jsonb;

-- What rows created or changed, or would: names of columns, never what stands in them. Removed with the job.
CREATE TABLE import_change (
    job     uuid   NOT NULL REFERENCES import_job ON DELETE CASCADE,
    row     int    NOT NULL,
    verdict text   NOT NULL CHECK (verdict IN ('CREATED', 'CHANGED')),
    columns text[] NOT NULL,
    PRIMARY KEY (job, row)
);
