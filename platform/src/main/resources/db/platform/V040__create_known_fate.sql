-- What was decided about people, by id alone: whom nobody is to be shown, of whom nothing may be kept. A destruction stays for
-- ever, so that what is said late, again or from the beginning finds it.
CREATE TABLE known_fate (
    id        uuid PRIMARY KEY,
    epoch     bigint      NOT NULL,
    version   bigint      NOT NULL,
    deleted   boolean     NOT NULL DEFAULT false,
    fate      text,
    learnt_at timestamptz NOT NULL DEFAULT now()
);
-- Those of whom something was erased lately.
CREATE INDEX known_fate_learnt_at ON known_fate (learnt_at) WHERE fate = 'DESTROYED';
