-- Who saw whose personal data. Append-only: rows are added before the answer leaves, and never changed.
CREATE TABLE read_audit (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at              timestamptz NOT NULL,
    caller          text NOT NULL,
    roles           text NOT NULL,
    organisation_id uuid,
    operation       text NOT NULL,
    fields          text NOT NULL,
    subject_ids     uuid[] NOT NULL,
    subject_count   integer NOT NULL,
    request_id      text NOT NULL
);

-- "What did this caller read from T1 to T2?"
CREATE INDEX read_audit_caller ON read_audit (caller, at);
-- "Who read about this person?"
CREATE INDEX read_audit_subject ON read_audit USING gin (subject_ids);

CREATE FUNCTION refuse_change_of_read_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'read_audit is append-only';
END
$$;

CREATE TRIGGER read_audit_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON read_audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_read_audit();
