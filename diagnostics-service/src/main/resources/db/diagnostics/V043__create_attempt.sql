-- A person takes an instrument. All attempts are kept.
CREATE TABLE attempt (
    id            uuid PRIMARY KEY,
    version       bigint      NOT NULL,
    created_at    timestamptz NOT NULL,
    changed_at    timestamptz NOT NULL,
    campaign_id   uuid        NOT NULL REFERENCES campaign,
    person_id     uuid        NOT NULL,
    instrument_id uuid        NOT NULL REFERENCES instrument,
    number        int         NOT NULL,
    variant       int         NOT NULL,
    started_at    timestamptz NOT NULL,
    deadline      timestamptz NOT NULL,
    status        text        NOT NULL CHECK (status IN ('RUNNING', 'JUDGING', 'GRADED', 'APPEALED', 'ANNULLED')),
    submitted_at  timestamptz,
    points        numeric,
    maximum       numeric,
    result_id     uuid
);
CREATE UNIQUE INDEX attempt_number ON attempt (campaign_id, person_id, number);
-- One at a time.
CREATE UNIQUE INDEX attempt_running ON attempt (campaign_id, person_id) WHERE status = 'RUNNING';
-- Whose time is up.
CREATE INDEX attempt_deadline ON attempt (deadline) WHERE status = 'RUNNING';
-- A person's attempts, in the order of the list.
CREATE INDEX attempt_person ON attempt (person_id, started_at);
CREATE INDEX attempt_started ON attempt (started_at, id);

-- Saved one by one while the attempt runs; points come when it is over.
CREATE TABLE answer (
    attempt_id uuid        NOT NULL REFERENCES attempt,
    task_id    uuid        NOT NULL REFERENCES task,
    revision   bigint      NOT NULL,  -- counted by the client
    answer     jsonb       NOT NULL,
    saved_at   timestamptz NOT NULL,
    points     numeric,
    PRIMARY KEY (attempt_id, task_id)
);
-- Figures of a task over all who took it.
CREATE INDEX answer_task ON answer (task_id);
