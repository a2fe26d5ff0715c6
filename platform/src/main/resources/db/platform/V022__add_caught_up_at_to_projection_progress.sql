-- Everything that owners had announced before this instant was learnt; absent until the topic was read to its end once.
ALTER TABLE projection_progress ADD COLUMN caught_up_at timestamptz;
