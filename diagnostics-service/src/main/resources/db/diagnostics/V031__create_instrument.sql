-- With what it is measured: editions of an instrument and their tasks.
CREATE TABLE instrument (
    LIKE register_entry INCLUDING ALL,
    code               text NOT NULL,
    title              text NOT NULL,
    procedure          text NOT NULL,
    provider           text NOT NULL,
    framework_id       uuid NOT NULL REFERENCES framework,
    scale_id           uuid REFERENCES scale,
    audience           text,
    subject            text,
    year               int  NOT NULL,
    time_limit_minutes int,
    variants           int  NOT NULL,
    edition            int  NOT NULL,
    previous_id        uuid REFERENCES instrument,
    status             text NOT NULL,
    approved_on        date,
    withdrawn_on       date
);
CREATE INDEX instrument_by_title ON instrument (title, id);
CREATE INDEX instrument_by_code ON instrument (code);
CREATE TRIGGER instrument_change BEFORE UPDATE ON instrument FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE task (
    LIKE register_entry INCLUDING ALL,
    instrument_id uuid   NOT NULL REFERENCES instrument,
    block         text   NOT NULL,
    variant       int,               -- absent: in all variants
    number        int    NOT NULL,
    kind          text   NOT NULL,
    competence    text   NOT NULL,
    stem          text   NOT NULL,
    options       jsonb  NOT NULL,
    targets       jsonb  NOT NULL,
    points        int    NOT NULL,
    criteria      jsonb  NOT NULL,
    key_revision  int    NOT NULL    -- how often its key was written; 0: it has none
);
CREATE INDEX task_by_instrument ON task (instrument_id, block, number);
CREATE TRIGGER task_change BEFORE UPDATE ON task FOR EACH ROW EXECUTE FUNCTION stamp_change();

-- Keys stand apart from tasks, so that nothing that lists, exports, filters or feeds tasks can show one.
CREATE TABLE task_key (
    task_id uuid  PRIMARY KEY REFERENCES task ON DELETE CASCADE,
    key     jsonb NOT NULL
);
