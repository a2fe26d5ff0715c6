-- What is asked in surveys.
CREATE TABLE survey_form (
    LIKE register_entry INCLUDING ALL,
    kind       text  NOT NULL,
    title      text  NOT NULL,
    respondent text,
    questions  jsonb NOT NULL,
    bands      jsonb NOT NULL
);
CREATE INDEX survey_form_by_title ON survey_form (title, id);
CREATE TRIGGER survey_form_change BEFORE UPDATE ON survey_form FOR EACH ROW EXECUTE FUNCTION stamp_change();

-- When it is asked, and what came of it.
CREATE TABLE survey_round (
    LIKE register_entry INCLUDING ALL,
    kind              text   NOT NULL,
    title             text   NOT NULL,
    year              int    NOT NULL,
    form_ids          uuid[] NOT NULL,
    since             date   NOT NULL,
    until             date   NOT NULL,
    programme_id      uuid,
    training_ended_on date,
    status            text   NOT NULL,
    answers           bigint,
    groups            jsonb,
    analysis          text,
    analysed_on       date
);
CREATE INDEX survey_round_by_day ON survey_round (since, id);
CREATE TRIGGER survey_round_change BEFORE UPDATE ON survey_round FOR EACH ROW EXECUTE FUNCTION stamp_change();

-- Answers that bear a name: delayed results and requests for training.
CREATE TABLE survey_answer (
    id              uuid PRIMARY KEY,
    round_id        uuid  NOT NULL,
    form_id         uuid  NOT NULL,
    person_id       uuid  NOT NULL,
    organisation_id uuid,
    given_on        date  NOT NULL,
    answers         jsonb NOT NULL,
    UNIQUE (round_id, person_id)
);
-- For the list in its default order.
CREATE INDEX survey_answer_given_on ON survey_answer (given_on, id);

-- Anonymous answers while the round is open. No id, no number, no time, nobody: only what was stated and answered.
CREATE TABLE survey_ballot (
    round_id uuid  NOT NULL,
    bands    jsonb NOT NULL,
    answers  jsonb NOT NULL
);
CREATE INDEX survey_ballot_round ON survey_ballot (round_id);

-- From it and a person follows the person's ticket. Destroyed with the ballots when the round is closed.
CREATE TABLE survey_secret (
    round_id uuid  PRIMARY KEY,
    secret   bytea NOT NULL
);

-- Numbers of spent tickets, many in a row, in their own order: not in the order in which they were spent.
CREATE TABLE survey_spent (
    round_id uuid     NOT NULL,
    shelf    smallint NOT NULL,
    numbers  bytea[]  NOT NULL,
    PRIMARY KEY (round_id, shelf)
);

-- What is told of a closed round: groups of at least five.
CREATE TABLE survey_group (
    id            uuid   PRIMARY KEY,
    round_id      uuid   NOT NULL,
    by_what       text   NOT NULL,
    value         text   NOT NULL,
    crossed       text   NOT NULL,
    crossed_value text   NOT NULL,
    answers       bigint NOT NULL CHECK (answers >= 5),
    figures       jsonb  NOT NULL,
    UNIQUE (round_id, by_what, value, crossed, crossed_value)
);
