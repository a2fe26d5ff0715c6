-- One row an announcement and never an update: a mark set beside a running computation is a row of its own and stays.
CREATE TABLE indicator_mark (
    id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    day date   -- the period that holds it is out of date; every period where it is absent
);

CREATE TABLE indicator_value (
    id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    version         bigint      NOT NULL,
    code            text        NOT NULL,
    canonical       text        NOT NULL,
    territory       text        NOT NULL,  -- 'region', a unit of a grouping, or the id of a municipality or organisation
    year            int         NOT NULL,  -- number of the reporting period
    period_from     date        NOT NULL,
    period_until    date        NOT NULL,  -- first day after
    measured_on     date        NOT NULL,  -- the day on which people were counted
    indicator_set   text        NOT NULL,
    profile_version int         NOT NULL,
    numerator       bigint,                -- absent while its topics were never heard
    denominator     bigint,
    created_at      timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    deleted         boolean     NOT NULL DEFAULT false,
    changed_tx      xid8        NOT NULL DEFAULT pg_current_xact_id(),
    UNIQUE (code, territory, year)
);
CREATE TRIGGER indicator_value_change BEFORE UPDATE ON indicator_value FOR EACH ROW EXECUTE FUNCTION stamp_change();
-- The change feed.
CREATE INDEX indicator_value_changed_tx ON indicator_value (changed_tx, id);
-- All indicators of one territory and period.
CREATE INDEX indicator_value_territory ON indicator_value (territory, year);
