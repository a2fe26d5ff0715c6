-- Organisations and bodies of the system. Kind, level and municipality are fixed for life.
CREATE TABLE organisation (
    id              uuid PRIMARY KEY,
    version         bigint      NOT NULL,
    created_at      timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    deleted         boolean     NOT NULL DEFAULT false,
    changed_tx      xid8        NOT NULL DEFAULT pg_current_xact_id(),
    kind            text        NOT NULL,
    level           text        NOT NULL,
    name            text        NOT NULL,
    aliases         text[]      NOT NULL,
    name_key        text        NOT NULL,  -- folded
    name_keys       text[]      NOT NULL,  -- name and aliases, folded: imports match by any of them
    search_key      text        NOT NULL,  -- all of them in one text
    municipality_id uuid REFERENCES municipality,
    parent_id       uuid REFERENCES organisation,
    coordinates     boolean     NOT NULL,  -- the region's coordinator (ЦНППМ)
    closed_on       date
);
-- The natural key: what imports match by, and nobody may register twice.
CREATE UNIQUE INDEX organisation_natural_key ON organisation (name_key, municipality_id, kind) NULLS NOT DISTINCT
    WHERE closed_on IS NULL;
-- A region has one coordinator.
CREATE UNIQUE INDEX organisation_one_coordinator ON organisation (coordinates) WHERE coordinates AND closed_on IS NULL;
CREATE INDEX organisation_by_name ON organisation (name_key, id);
CREATE INDEX organisation_by_names ON organisation USING gin (name_keys);
CREATE INDEX organisation_by_municipality ON organisation (municipality_id, name_key, id);
CREATE INDEX organisation_by_parent ON organisation (parent_id);
-- For the change feed.
CREATE INDEX organisation_by_change ON organisation (changed_tx, id);
CREATE TRIGGER organisation_change BEFORE UPDATE ON organisation FOR EACH ROW EXECUTE FUNCTION stamp_change();
