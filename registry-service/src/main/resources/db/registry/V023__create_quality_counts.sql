-- What the checks of the catalogue counted, by day. No personal data.
CREATE TABLE quality_count (
    check_code text        NOT NULL,
    day        date        NOT NULL,
    findings   bigint      NOT NULL,
    counted_at timestamptz NOT NULL,
    PRIMARY KEY (check_code, day)
);
-- The day on which somebody ran all of them: one process takes it, the others see it taken.
CREATE TABLE quality_day (
    day      date PRIMARY KEY,
    begun_at timestamptz NOT NULL
);
-- What is on record of where a municipality lies.
CREATE TABLE territory_evidence (
    municipality_id uuid PRIMARY KEY REFERENCES municipality,
    version         bigint      NOT NULL,
    official_list   boolean     NOT NULL,
    km_from_city    int,
    document        text,
    changed_at      timestamptz NOT NULL
);
