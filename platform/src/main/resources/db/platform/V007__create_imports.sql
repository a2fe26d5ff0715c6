-- Bulk imports. The uploaded file is kept until the job has ended, so that any process can go on after a crash.
CREATE TABLE import_job (
    id          uuid PRIMARY KEY,
    kind        text        NOT NULL,
    mode        text        NOT NULL CHECK (mode IN ('VALIDATE', 'APPLY')),
    atomic      boolean     NOT NULL,
    caller      text        NOT NULL,
    request_key text,                    -- Idempotency-Key of the upload
    status      text        NOT NULL CHECK (status IN ('UPLOADING', 'RUNNING', 'DONE', 'FAILED')),
    phase       text        NOT NULL CHECK (phase IN ('VALIDATE', 'APPLY')),
    rows        bigint      NOT NULL DEFAULT 0,
    created     bigint      NOT NULL DEFAULT 0,
    changed     bigint      NOT NULL DEFAULT 0,
    unchanged   bigint      NOT NULL DEFAULT 0,
    refused     bigint      NOT NULL DEFAULT 0,
    titles      text[]      NOT NULL DEFAULT '{}',
    failure     text,
    failure_row int,                     -- where the file itself is broken
    created_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    lease_until timestamptz NOT NULL,    -- the process that works on it renews this with every batch
    UNIQUE (caller, request_key)
);
CREATE INDEX import_job_open ON import_job (created_at) WHERE status IN ('UPLOADING', 'RUNNING');

CREATE TABLE import_chunk (
    job   uuid  NOT NULL REFERENCES import_job ON DELETE CASCADE,
    n     int   NOT NULL,
    bytes bytea STORAGE EXTERNAL NOT NULL,
    PRIMARY KEY (job, n)
);

-- Refused rows as they stood in the file, with what is wrong. May hold personal data: removed with the job.
CREATE TABLE import_refusal (
    job    uuid   NOT NULL REFERENCES import_job ON DELETE CASCADE,
    row    int    NOT NULL,
    cells  text[] NOT NULL,
    faults jsonb  NOT NULL,
    PRIMARY KEY (job, row)
);
