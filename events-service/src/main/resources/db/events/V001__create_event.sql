CREATE TABLE event (
    id                 uuid PRIMARY KEY,
    version            bigint      NOT NULL,
    kind               text        NOT NULL,
    level              text        NOT NULL,
    title              text        NOT NULL,
    search_key         text        NOT NULL,  -- title and place, folded
    organiser_id       uuid        NOT NULL,  -- known to the registry, perhaps not yet to us
    municipality_id    uuid,
    starts_at          timestamptz NOT NULL,
    ends_at            timestamptz NOT NULL,
    registration_until timestamptz NOT NULL,
    mode               text        NOT NULL,
    capacity           int         NOT NULL CHECK (capacity >= 1),
    competences        text[]      NOT NULL,
    description        text,
    place              text,
    audience           text,
    programme          text,
    materials          text[]      NOT NULL,
    status             text        NOT NULL,
    reason             text,
    created_at         timestamptz NOT NULL,
    changed_at         timestamptz NOT NULL,
    deleted            boolean     NOT NULL DEFAULT false,
    changed_tx         xid8        NOT NULL DEFAULT pg_current_xact_id(),
    CHECK (ends_at > starts_at)
);
CREATE TRIGGER event_change BEFORE UPDATE ON event FOR EACH ROW EXECUTE FUNCTION stamp_change();
-- The change feed.
CREATE INDEX event_changed_tx ON event (changed_tx, id);
-- The list in its usual order.
CREATE INDEX event_starts_at ON event (starts_at, id);
-- An organiser's own events, drafts among them.
CREATE INDEX event_organiser ON event (organiser_id, starts_at);

-- What the federal feed may see: a draft is nobody's business but its organiser's. No event becomes a draft again.
CREATE VIEW announced_event AS SELECT * FROM event WHERE status <> 'DRAFT';
