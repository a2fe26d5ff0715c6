-- Open answers are judged by two people apart from each other, and by a third one where they differ.
CREATE TABLE judgement (
    id          uuid PRIMARY KEY,
    created_at  timestamptz NOT NULL,
    campaign_id uuid        NOT NULL REFERENCES campaign,
    attempt_id  uuid        NOT NULL REFERENCES attempt,
    task_id     uuid        NOT NULL REFERENCES task,
    judge_id    uuid        NOT NULL,
    turn        int         NOT NULL CHECK (turn BETWEEN 1 AND 3),
    marks       jsonb,
    points      numeric,
    judged_at   timestamptz,
    CHECK ((marks IS NULL) = (points IS NULL) AND (marks IS NULL) = (judged_at IS NULL))
);
CREATE UNIQUE INDEX judgement_turn ON judgement (attempt_id, task_id, turn);
-- Nobody judges an answer twice.
CREATE UNIQUE INDEX judgement_once ON judgement (attempt_id, task_id, judge_id);
-- What a judge has to do, in the order of the list.
CREATE INDEX judgement_judge ON judgement (judge_id, created_at);
-- The agreement of a campaign.
CREATE INDEX judgement_campaign ON judgement (campaign_id);

-- A person doubts what an attempt was found to be worth.
CREATE TABLE appeal (
    id            uuid PRIMARY KEY,
    version       bigint      NOT NULL,
    created_at    timestamptz NOT NULL,
    changed_at    timestamptz NOT NULL,
    attempt_id    uuid        NOT NULL REFERENCES attempt,
    text          text        NOT NULL,
    status        text        NOT NULL CHECK (status IN ('REQUESTED', 'ACCEPTED', 'DECLINED')),
    reason        text,
    points_before numeric     NOT NULL,
    points_after  numeric
);
-- Once.
CREATE UNIQUE INDEX appeal_attempt ON appeal (attempt_id);
CREATE INDEX appeal_created ON appeal (created_at, id);

-- What an accepted appeal changed: nothing is forgotten.
CREATE TABLE regrade (
    appeal_id     uuid    NOT NULL REFERENCES appeal,
    task_id       uuid    NOT NULL REFERENCES task,
    points_before numeric NOT NULL,
    points_after  numeric NOT NULL,
    PRIMARY KEY (appeal_id, task_id)
);
