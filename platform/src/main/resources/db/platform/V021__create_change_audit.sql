-- Who changed what. Written in the transaction of the change, append-only.
CREATE TABLE change_audit (
    id              uuid        PRIMARY KEY,
    at              timestamptz NOT NULL,
    caller          text        NOT NULL,  -- subject of the token, or system
    roles           text        NOT NULL,
    organisation_id uuid,
    operation       text        NOT NULL,
    request_id      text        NOT NULL,
    what            text        NOT NULL,  -- topic, or register
    subject_id      uuid        NOT NULL,
    version         bigint      NOT NULL,
    gone            boolean     NOT NULL
);
-- "Who changed this?" and "What did this caller change from T1 to T2?"
CREATE INDEX change_audit_subject ON change_audit (subject_id, at);
CREATE INDEX change_audit_caller ON change_audit (caller, at);
CREATE INDEX change_audit_at ON change_audit (at, id);

CREATE FUNCTION refuse_change_of_change_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'change_audit is append-only';
END
$$;
CREATE TRIGGER change_audit_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON change_audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_change_audit();
