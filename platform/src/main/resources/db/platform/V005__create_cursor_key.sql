-- Signs cursors; shared by all processes of the service, made once.
CREATE TABLE cursor_key (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    secret   bytea   NOT NULL
);
INSERT INTO cursor_key (secret)
VALUES (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
