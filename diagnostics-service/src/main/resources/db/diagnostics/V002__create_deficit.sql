-- Deficits follow from results and are written only when these change.
CREATE TABLE deficit (
    id         uuid PRIMARY KEY,
    version    bigint      NOT NULL,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    deleted    boolean     NOT NULL DEFAULT false,
    changed_tx xid8        NOT NULL DEFAULT pg_current_xact_id(),
    person_id  uuid        NOT NULL,
    competence text        NOT NULL,
    level      text        NOT NULL,
    origin     text        NOT NULL,  -- whose threshold gave the level: REGION or PRODUCT_DEFAULT
    status     text        NOT NULL CHECK (status IN ('OPEN', 'CLOSED')),
    opened_on  date        NOT NULL,
    closed_on  date,
    result_id  uuid        NOT NULL REFERENCES result,
    CHECK ((status = 'CLOSED') = (closed_on IS NOT NULL))
);
-- A person has a competence once, so they lack it once; it closes and opens again.
CREATE UNIQUE INDEX deficit_person ON deficit (person_id, competence) WHERE NOT deleted;
-- For the list in its default order.
CREATE INDEX deficit_opened_on ON deficit (opened_on, id) WHERE NOT deleted;
-- For the change feed.
CREATE INDEX deficit_changed_tx ON deficit (changed_tx, id);
CREATE TRIGGER deficit_stamp BEFORE UPDATE ON deficit FOR EACH ROW EXECUTE FUNCTION stamp_change();
