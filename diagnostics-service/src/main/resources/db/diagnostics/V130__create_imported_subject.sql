-- Municipalities, organisations and people that came from files, where no registry speaks: under which number a file knows
-- them, and what was said last. From it the copies are filled again when they are rebuilt.
CREATE TABLE imported_subject (
    kind    text   NOT NULL CHECK (kind IN ('MUNICIPALITY', 'ORGANISATION', 'PERSON')),
    number  text   NOT NULL,
    id      uuid   NOT NULL,
    version bigint NOT NULL,
    name    text,             -- of a place; people have none here
    state   jsonb  NOT NULL,
    PRIMARY KEY (kind, number)
);
-- One number each.
CREATE UNIQUE INDEX imported_subject_id ON imported_subject (kind, id);
