-- Who takes an instrument, and when. Whether a campaign runs or has ended, its instants say.
CREATE TABLE campaign (
    LIKE register_entry INCLUDING ALL,
    title              text        NOT NULL,
    instrument_id      uuid        NOT NULL REFERENCES instrument,
    occasion           text,
    programme_id       uuid,
    starts_at          timestamptz NOT NULL,
    ends_at            timestamptz NOT NULL,
    audience           text        NOT NULL,
    municipality_ids   uuid[]      NOT NULL,
    organisation_ids   uuid[]      NOT NULL,
    positions          text[]      NOT NULL,
    subjects           text[]      NOT NULL,
    young              boolean     NOT NULL,
    person_ids         uuid[]      NOT NULL,
    judge_ids          uuid[]      NOT NULL,
    allowed_difference int         NOT NULL,  -- percent of a task's points by which two judges may differ
    attempts           int         NOT NULL,  -- how many a person may make
    status             text        NOT NULL,
    announced_at       timestamptz,
    published_at       timestamptz
);
CREATE INDEX campaign_by_start ON campaign (starts_at, id);
-- Whether an instrument is being used: its keys are closed then.
CREATE INDEX campaign_by_instrument ON campaign (instrument_id);
CREATE TRIGGER campaign_change BEFORE UPDATE ON campaign FOR EACH ROW EXECUTE FUNCTION stamp_change();

-- One person in one campaign, with where the person worked when the campaign reached them.
CREATE TABLE campaign_participation (
    id              uuid PRIMARY KEY,
    version         bigint      NOT NULL,
    created_at      timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    deleted         boolean     NOT NULL DEFAULT false,
    campaign_id     uuid        NOT NULL REFERENCES campaign,
    person_id       uuid        NOT NULL,
    organisation_id uuid,
    municipality_id uuid,
    status          text        NOT NULL CHECK (status IN ('INVITED', 'REGISTERED', 'STARTED', 'FINISHED', 'ABSENT')),
    reminders       int         NOT NULL DEFAULT 0,
    reminded_at     timestamptz
);
CREATE UNIQUE INDEX campaign_participation_person ON campaign_participation (campaign_id, person_id) WHERE NOT deleted;
-- What a person is invited to.
CREATE INDEX campaign_participation_of ON campaign_participation (person_id);
-- For the list in its default order.
CREATE INDEX campaign_participation_created ON campaign_participation (created_at, id) WHERE NOT deleted;
-- Who has not come, once a campaign has ended.
CREATE INDEX campaign_participation_open ON campaign_participation (campaign_id) WHERE status IN ('INVITED', 'REGISTERED') AND NOT deleted;
