-- The change feed orders rows by the transaction that wrote them last. A reader is shown only transactions older than
-- every one still running, so a commit that comes late cannot be stepped over (docs/sync.md).
CREATE FUNCTION stamp_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.changed_tx := pg_current_xact_id();
    RETURN NEW;
END $$;

-- Tombstones up to here were removed; a cursor behind it is expired.
CREATE TABLE feed_floor (
    collection text PRIMARY KEY,
    tx         xid8 NOT NULL
);
