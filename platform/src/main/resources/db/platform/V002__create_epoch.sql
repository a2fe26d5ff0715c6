-- Grows by one when the database was restored from a backup, so that versions issued after the restore win over
-- versions that were published before it and then lost.
CREATE TABLE epoch (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    value    bigint  NOT NULL
);
INSERT INTO epoch (value) VALUES (1);
