-- Rows of one event are written only under the lock of the event's row, so `queued` follows the order of arrival.
CREATE TABLE registration (
    id         uuid PRIMARY KEY,
    version    bigint      NOT NULL,
    event_id   uuid        NOT NULL REFERENCES event,
    person_id  uuid        NOT NULL,
    queued     bigint      GENERATED ALWAYS AS IDENTITY,
    status     text        NOT NULL,
    attendance text,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    deleted    boolean     NOT NULL DEFAULT false,
    changed_tx xid8        NOT NULL DEFAULT pg_current_xact_id()
);
CREATE TRIGGER registration_change BEFORE UPDATE ON registration FOR EACH ROW EXECUTE FUNCTION stamp_change();
-- A person takes one seat; who cancelled may come again.
CREATE UNIQUE INDEX registration_once ON registration (event_id, person_id) WHERE status <> 'CANCELLED';
-- Counting seats and finding the first of the waiting list.
CREATE INDEX registration_queue ON registration (event_id, status, queued);
-- A person's own registrations.
CREATE INDEX registration_person ON registration (person_id, queued);
-- The change feed.
CREATE INDEX registration_changed_tx ON registration (changed_tx, id);
