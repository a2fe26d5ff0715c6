-- The public map of deficits as it was first told, by year and competence area: corrections of a year that is over do not
-- change it, so that the difference of two days shows nobody (docs/adr/0020-map-as-told.md).
CREATE TABLE told_deficit_map (
    year       int         NOT NULL,
    competence text        NOT NULL,
    told_at    timestamptz NOT NULL,
    cells      jsonb       NOT NULL,
    PRIMARY KEY (year, competence)
);
