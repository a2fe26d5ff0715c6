-- What diagnostics says about needs. Scores stay there.
CREATE TABLE result_copy (
    id          uuid PRIMARY KEY,
    epoch       bigint  NOT NULL,
    version     bigint  NOT NULL,
    deleted     boolean NOT NULL DEFAULT false,
    person_id   uuid,
    procedure   text,
    provider    text,
    taken_on    date,
    competences text[]
);
CREATE INDEX result_copy_person ON result_copy (person_id);

CREATE TABLE deficit_copy (
    id         uuid PRIMARY KEY,
    epoch      bigint  NOT NULL,
    version    bigint  NOT NULL,
    deleted    boolean NOT NULL DEFAULT false,
    person_id  uuid,
    competence text,
    level      text,
    status     text,
    opened_on  date
);
CREATE INDEX deficit_copy_person ON deficit_copy (person_id);
