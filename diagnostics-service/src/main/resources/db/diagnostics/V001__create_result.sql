-- Results of diagnostics as their providers reported them. All attempts are kept; an annulled one stays as a tombstone.
CREATE TABLE result (
    id         uuid PRIMARY KEY,
    version    bigint      NOT NULL,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    deleted    boolean     NOT NULL DEFAULT false,
    changed_tx xid8        NOT NULL DEFAULT pg_current_xact_id(),
    person_id  uuid        NOT NULL,
    procedure  text        NOT NULL,
    provider   text        NOT NULL,
    taken_on   date        NOT NULL,
    occasion   text
);
-- One person takes one procedure of one provider once a day.
CREATE UNIQUE INDEX result_natural_key ON result (person_id, procedure, provider, taken_on) WHERE NOT deleted;
-- For the list in its default order.
CREATE INDEX result_taken_on ON result (taken_on, id) WHERE NOT deleted;
-- For the change feed.
CREATE INDEX result_changed_tx ON result (changed_tx, id);
CREATE TRIGGER result_stamp BEFORE UPDATE ON result FOR EACH ROW EXECUTE FUNCTION stamp_change();

-- Points by competence; numerator and denominator, never a percentage.
CREATE TABLE score (
    result_id  uuid    NOT NULL REFERENCES result,
    competence text    NOT NULL,
    points     numeric NOT NULL CHECK (points >= 0),
    maximum    numeric NOT NULL CHECK (maximum > 0),
    PRIMARY KEY (result_id, competence),
    CHECK (points <= maximum)
);
