-- Method bodies such as RUMO.
CREATE TABLE body (
    LIKE register_entry INCLUDING ALL,
    kind            text  NOT NULL,
    level           text  NOT NULL,
    variant         text,
    title           text  NOT NULL,
    subject         text,
    host_id         uuid REFERENCES organisation,
    municipality_id uuid REFERENCES municipality,
    part_of_id      uuid REFERENCES body,
    list_act_id     uuid REFERENCES act,
    plan            jsonb NOT NULL
);
CREATE INDEX body_by_title ON body (title, id);
CREATE TRIGGER body_change BEFORE UPDATE ON body FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE body_member (
    LIKE register_entry INCLUDING ALL,
    body_id     uuid NOT NULL REFERENCES body,
    person_id   uuid NOT NULL REFERENCES person,
    admitted_as text NOT NULL,
    consent_on  date NOT NULL,
    since       date NOT NULL,
    until       date
);
CREATE INDEX body_member_by_day ON body_member (since, id);
CREATE INDEX body_member_by_body ON body_member (body_id);
CREATE INDEX body_member_by_person ON body_member (person_id);
CREATE TRIGGER body_member_change BEFORE UPDATE ON body_member FOR EACH ROW EXECUTE FUNCTION stamp_change();

CREATE TABLE body_proposal (
    LIKE register_entry INCLUDING ALL,
    body_id     uuid NOT NULL REFERENCES body,
    title       text NOT NULL,
    text        text NOT NULL,
    made_on     date NOT NULL,
    answer      text,
    answered_on date
);
CREATE INDEX body_proposal_by_day ON body_proposal (made_on, id);
CREATE TRIGGER body_proposal_change BEFORE UPDATE ON body_proposal FOR EACH ROW EXECUTE FUNCTION stamp_change();

-- What was examined by whom, and with which result.
CREATE TABLE expertise (
    LIKE register_entry INCLUDING ALL,
    kind            text NOT NULL,
    body_id         uuid REFERENCES body,
    examiner_id     uuid REFERENCES organisation,
    commissioner_id uuid NOT NULL REFERENCES organisation,
    subject         text NOT NULL,
    title           text NOT NULL,
    programme_id    uuid REFERENCES programme,
    commissioned_on date NOT NULL,
    done_on         date,
    result          text,
    conclusion      text
);
CREATE INDEX expertise_by_day ON expertise (commissioned_on, id);
CREATE INDEX expertise_by_programme ON expertise (programme_id);
CREATE TRIGGER expertise_change BEFORE UPDATE ON expertise FOR EACH ROW EXECUTE FUNCTION stamp_change();

-- What is established of providers of training.
CREATE TABLE provider_mark (
    LIKE register_entry INCLUDING ALL,
    organisation_id uuid    NOT NULL REFERENCES organisation,
    kind            text    NOT NULL,
    fulfilled       boolean NOT NULL,
    since           date    NOT NULL,
    until           date,
    document        text    NOT NULL
);
CREATE INDEX provider_mark_by_day ON provider_mark (since, id);
CREATE INDEX provider_mark_by_organisation ON provider_mark (organisation_id);
CREATE TRIGGER provider_mark_change BEFORE UPDATE ON provider_mark FOR EACH ROW EXECUTE FUNCTION stamp_change();
