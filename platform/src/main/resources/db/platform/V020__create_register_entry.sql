-- The columns that the table of every register begins with:
-- CREATE TABLE community (LIKE register_entry INCLUDING ALL, title text NOT NULL, …);
-- CREATE TRIGGER community_change BEFORE UPDATE ON community FOR EACH ROW EXECUTE FUNCTION stamp_change();
CREATE TABLE register_entry (
    id          uuid PRIMARY KEY,
    version     bigint      NOT NULL,
    created_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    deleted     boolean     NOT NULL DEFAULT false,  -- a tombstone
    changed_tx  xid8        NOT NULL DEFAULT pg_current_xact_id(),
    natural_key text,                                -- folded: what nobody may enter twice
    search_key  text        NOT NULL                 -- folded: what is searched
);
CREATE UNIQUE INDEX ON register_entry (natural_key) WHERE NOT deleted;
-- For the change feed.
CREATE INDEX ON register_entry (changed_tx, id);
