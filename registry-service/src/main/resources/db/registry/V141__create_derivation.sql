-- Under which rules of the region the stored people were derived, and how far the present pass has come.
CREATE TABLE derivation (
    what   text    PRIMARY KEY,
    rules  text    NOT NULL,   -- a digest of them
    after  uuid,               -- the last one that was looked at
    done   boolean NOT NULL
);
