-- The smallest service there can be: something owned, and a copy of it learnt through Kafka.
CREATE TABLE thing (
    id         uuid PRIMARY KEY,
    version    bigint      NOT NULL,
    title      text        NOT NULL,
    deleted    boolean     NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_tx xid8        NOT NULL DEFAULT pg_current_xact_id()
);
CREATE TRIGGER thing_stamp BEFORE UPDATE ON thing FOR EACH ROW EXECUTE FUNCTION stamp_change();
CREATE INDEX thing_feed ON thing (changed_tx, id);

CREATE TABLE thing_copy (
    id      uuid PRIMARY KEY,
    epoch   bigint  NOT NULL,
    version bigint  NOT NULL,
    title   text    NOT NULL,
    deleted boolean NOT NULL DEFAULT false
);

-- Counts what reactions did; not a part of the projection.
CREATE TABLE thing_reaction (id uuid NOT NULL, version bigint NOT NULL, times int NOT NULL DEFAULT 1,
                             PRIMARY KEY (id, version));
