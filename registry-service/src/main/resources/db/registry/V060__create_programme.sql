-- Training programmes and their way into the federal register.
CREATE TABLE programme (
    LIKE register_entry INCLUDING ALL,
    provider_id      uuid   NOT NULL REFERENCES organisation,
    kind             text   NOT NULL,
    title            text   NOT NULL,
    hours            int    NOT NULL,
    form             text   NOT NULL,
    distance_share   int    NOT NULL,  -- percent of the hours
    marks            text[] NOT NULL,  -- how it is delivered
    tags             text[] NOT NULL,  -- what it is counted by
    topics           text[] NOT NULL,
    audience         text[] NOT NULL,
    competences      text[] NOT NULL,  -- areas of the region profile
    partner_ids      uuid[] NOT NULL,
    modules          jsonb  NOT NULL,
    requests         text[] NOT NULL,
    tutor_ids        uuid[] NOT NULL,
    final_assessment text,
    status           text   NOT NULL,
    filed_on         date,
    decided_on       date,
    included_on      date,             -- in the federal register from here
    excluded_on      date,             -- the first day on which it no longer is
    register_number  text
);
CREATE INDEX programme_by_title ON programme (title, id);
CREATE INDEX programme_by_provider ON programme (provider_id);
CREATE TRIGGER programme_change BEFORE UPDATE ON programme FOR EACH ROW EXECUTE FUNCTION stamp_change();

-- The money of a programme in a year, in roubles.
CREATE TABLE programme_finance (
    LIKE register_entry INCLUDING ALL,
    programme_id uuid   NOT NULL REFERENCES programme,
    year         int    NOT NULL,
    budget       text   NOT NULL,
    planned      bigint NOT NULL,
    spent        bigint NOT NULL
);
CREATE INDEX programme_finance_by_year ON programme_finance (year, id);
CREATE TRIGGER programme_finance_change BEFORE UPDATE ON programme_finance FOR EACH ROW EXECUTE FUNCTION stamp_change();

-- Yearly plans of courses and lists of topics.
CREATE TABLE training_plan (
    LIKE register_entry INCLUDING ALL,
    kind        text   NOT NULL,
    year        int    NOT NULL,
    provider_id uuid REFERENCES organisation,
    courses     jsonb  NOT NULL,
    topics      text[] NOT NULL,
    status      text   NOT NULL,
    approved_on date,
    document    text
);
CREATE INDEX training_plan_by_year ON training_plan (year, id);
CREATE TRIGGER training_plan_change BEFORE UPDATE ON training_plan FOR EACH ROW EXECUTE FUNCTION stamp_change();
