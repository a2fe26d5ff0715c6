-- What was decided and not yet told. Column names follow Debezium's outbox event router, so that a large region can
-- put Debezium in the place of the relay. A row without payload is a tombstone.
-- Rows live for milliseconds: vacuum is kept close behind.
CREATE TABLE outbox (
    seq           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id            uuid        NOT NULL,  -- ce_id
    aggregatetype text        NOT NULL,  -- the topic
    aggregateid   uuid        NOT NULL,  -- the key
    type          text        NOT NULL,  -- ce_type
    epoch         bigint      NOT NULL,
    version       bigint      NOT NULL,
    occurred_at   timestamptz NOT NULL,
    payload       text
) WITH (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);
