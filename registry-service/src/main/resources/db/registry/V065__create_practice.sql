-- The bank of practices.
CREATE TABLE practice (
    LIKE register_entry INCLUDING ALL,
    kind               text   NOT NULL,
    title              text   NOT NULL,
    description        text   NOT NULL,
    proof              text   NOT NULL,
    origin             text   NOT NULL,
    organisation_id    uuid   NOT NULL REFERENCES organisation,
    municipality_id    uuid REFERENCES municipality,
    author_ids         uuid[] NOT NULL,
    subjects           text[] NOT NULL,
    competences        text[] NOT NULL,
    status             text   NOT NULL,
    expert_result      text,
    decided_on         date,
    published_on       date,
    uses               jsonb  NOT NULL,
    sent_to_federal_on date
);
CREATE INDEX practice_by_title ON practice (title, id);
CREATE INDEX practice_by_organisation ON practice (organisation_id);
CREATE TRIGGER practice_change BEFORE UPDATE ON practice FOR EACH ROW EXECUTE FUNCTION stamp_change();

-- The annotated catalogue, publications and links.
CREATE TABLE material (
    LIKE register_entry INCLUDING ALL,
    kind            text   NOT NULL,
    title           text   NOT NULL,
    annotation      text,
    link            text,
    published_in    text,
    published_on    date,
    organisation_id uuid REFERENCES organisation,
    community_id    uuid REFERENCES community,
    author_ids      uuid[] NOT NULL,
    subjects        text[] NOT NULL,
    competences     text[] NOT NULL
);
CREATE INDEX material_by_title ON material (title, id);
CREATE TRIGGER material_change BEFORE UPDATE ON material FOR EACH ROW EXECUTE FUNCTION stamp_change();

-- Project teams, network projects, concepts of development, new content.
CREATE TABLE project (
    LIKE register_entry INCLUDING ALL,
    kind            text   NOT NULL,
    title           text   NOT NULL,
    novelty         text   NOT NULL,
    competences     text[] NOT NULL,
    participant_ids uuid[] NOT NULL,
    member_ids      uuid[] NOT NULL,
    municipality_id uuid REFERENCES municipality,
    since           date   NOT NULL,
    until           date,
    stage           text   NOT NULL,
    stage_on        date
);
CREATE INDEX project_by_day ON project (since, id);
CREATE TRIGGER project_change BEFORE UPDATE ON project FOR EACH ROW EXECUTE FUNCTION stamp_change();
