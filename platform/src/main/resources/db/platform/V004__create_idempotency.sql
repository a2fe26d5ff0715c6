-- The first answer to every POST that carried an Idempotency-Key, written in the transaction that did the work.
CREATE TABLE idempotency (
    caller     text        NOT NULL,
    key        text        NOT NULL,
    request    bytea       NOT NULL,  -- SHA-256 of method, path and body
    status     int         NOT NULL,
    headers    jsonb       NOT NULL,
    body       bytea       NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (caller, key)
);
-- For the daily clean-up of answers older than a day.
CREATE INDEX idempotency_created_at ON idempotency (created_at);
