-- Since when, under which names, who goes on with the work, and what else is known.
ALTER TABLE organisation
    ADD COLUMN opened_on    date,
    ADD COLUMN former_names jsonb  NOT NULL DEFAULT '[]',  -- name and the first day on which it no longer held, oldest first
    ADD COLUMN successors   uuid[] NOT NULL DEFAULT '{}',
    ADD COLUMN details      jsonb  NOT NULL DEFAULT '{}';
-- Flags, kinds of education, infrastructure, people who answer.
CREATE INDEX organisation_by_details ON organisation USING gin (details jsonb_path_ops);
CREATE INDEX organisation_by_successor ON organisation USING gin (successors);

-- Acts by which organisations went over into others.
CREATE TABLE reorganisation (
    id           uuid PRIMARY KEY,
    kind         text        NOT NULL,
    effective_on date        NOT NULL,
    document     text,
    predecessors uuid[]      NOT NULL,
    successors   uuid[]      NOT NULL,
    created_at   timestamptz NOT NULL
);
