-- What this service has learnt from each topic, and since when; absent rows are what it has not learnt at all.
CREATE TABLE projection_progress (
    topic      text PRIMARY KEY,
    events     bigint      NOT NULL,
    last_event timestamptz NOT NULL,  -- when the newest event happened at its owner
    learnt_at  timestamptz NOT NULL
);
