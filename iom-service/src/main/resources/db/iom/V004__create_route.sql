-- Individual routes. Items live in their route: they are read and written with it, never alone.
CREATE TABLE route (
    id             uuid PRIMARY KEY,
    version        bigint NOT NULL,
    created_at     timestamptz NOT NULL,
    changed_at     timestamptz NOT NULL,
    deleted        boolean NOT NULL DEFAULT false,
    changed_tx     xid8 NOT NULL DEFAULT pg_current_xact_id(),
    person_id      uuid NOT NULL,
    from_date      date NOT NULL,
    until_date     date NOT NULL CHECK (until_date >= from_date),
    status         text NOT NULL,
    basis          jsonb NOT NULL,   -- what it was drawn from
    items          jsonb NOT NULL,
    remarks        text,             -- of the last return, until it is submitted again
    approved_on    date,
    completed_on   date
);
CREATE TRIGGER route_change BEFORE UPDATE ON route FOR EACH ROW EXECUTE FUNCTION stamp_change();
-- The change feed.
CREATE INDEX route_change_order ON route (changed_tx, id);
-- A person's routes, and the question whether one is open.
CREATE INDEX route_person ON route (person_id, from_date);
-- The register, newest change first.
CREATE INDEX route_changed_at ON route (changed_at, id);
CREATE INDEX route_status ON route (status, changed_at, id);

-- Who did what to a route, and when. Written with the change, never changed.
CREATE TABLE route_step (
    route_id    uuid NOT NULL REFERENCES route (id),
    version     bigint NOT NULL,     -- of the route after the step
    action      text NOT NULL,
    from_status text,
    to_status   text NOT NULL,
    role        text NOT NULL,
    subject     text NOT NULL,
    at          timestamptz NOT NULL,
    remarks     text,
    PRIMARY KEY (route_id, version)
);
