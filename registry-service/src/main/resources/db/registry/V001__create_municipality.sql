-- The region's municipalities. They come from the region profile; one that the profile drops is closed, not removed.
CREATE TABLE municipality (
    id                uuid PRIMARY KEY,
    version           bigint      NOT NULL,
    created_at        timestamptz NOT NULL,
    changed_at        timestamptz NOT NULL,
    deleted           boolean     NOT NULL DEFAULT false,
    changed_tx        xid8        NOT NULL DEFAULT pg_current_xact_id(),
    code              text        NOT NULL UNIQUE,
    name              text        NOT NULL,
    aliases           text[]      NOT NULL,
    name_key          text        NOT NULL,  -- folded, for sorting
    name_keys         text[]      NOT NULL,  -- name and aliases, folded: imports match by any of them
    search_key        text        NOT NULL,  -- all of them in one text
    territory_type    text,
    groupings         jsonb       NOT NULL,  -- unit by grouping
    methodists        jsonb       NOT NULL,  -- by year
    teachers_reported jsonb       NOT NULL,  -- by year
    closed_on         date
);
CREATE INDEX municipality_by_name ON municipality (name_key, id);
-- For the change feed.
CREATE INDEX municipality_by_change ON municipality (changed_tx, id);
CREATE TRIGGER municipality_change BEFORE UPDATE ON municipality FOR EACH ROW EXECUTE FUNCTION stamp_change();
