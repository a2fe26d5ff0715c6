-- Methodists (a role a person holds for a time) and the teachers they accompany.
CREATE TABLE methodist (
    id              uuid PRIMARY KEY,
    version         bigint      NOT NULL,
    created_at      timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    deleted         boolean     NOT NULL DEFAULT false,
    changed_tx      xid8        NOT NULL DEFAULT pg_current_xact_id(),
    person_id       uuid        NOT NULL REFERENCES person,
    kind            text        NOT NULL,
    municipality_id uuid REFERENCES municipality,
    engagement      text,
    since           date        NOT NULL,
    until           date
);
-- Nobody is the same kind of methodist twice at a time.
CREATE UNIQUE INDEX methodist_natural_key ON methodist (person_id, kind, municipality_id) NULLS NOT DISTINCT
    WHERE until IS NULL;
CREATE INDEX methodist_by_municipality ON methodist (municipality_id);
-- For the change feed.
CREATE INDEX methodist_by_change ON methodist (changed_tx, id);
CREATE TRIGGER methodist_change BEFORE UPDATE ON methodist FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE assignment (
    id           uuid PRIMARY KEY,
    version      bigint      NOT NULL,
    created_at   timestamptz NOT NULL,
    changed_at   timestamptz NOT NULL,
    deleted      boolean     NOT NULL DEFAULT false,
    changed_tx   xid8        NOT NULL DEFAULT pg_current_xact_id(),
    methodist_id uuid        NOT NULL REFERENCES methodist,
    person_id    uuid        NOT NULL REFERENCES person,
    since        date        NOT NULL,
    until        date
);
-- One assignment of a teacher to a methodist at a time.
CREATE UNIQUE INDEX assignment_natural_key ON assignment (methodist_id, person_id) WHERE until IS NULL;
-- Whom a person is accompanied by; also the scope of a methodist.
CREATE INDEX assignment_by_person ON assignment (person_id);
-- For the change feed.
CREATE INDEX assignment_by_change ON assignment (changed_tx, id);
CREATE TRIGGER assignment_change BEFORE UPDATE ON assignment FOR EACH ROW EXECUTE FUNCTION stamp_change();
