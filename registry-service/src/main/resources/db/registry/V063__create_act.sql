-- Acts and their annexes; what amends and repeals what.
CREATE TABLE act (
    LIKE register_entry INCLUDING ALL,
    kind           text   NOT NULL,
    issuer         text,
    number         text,
    date           date,              -- as printed
    title          text   NOT NULL,
    file           text,
    purposes       text[] NOT NULL,
    amends_ids     uuid[] NOT NULL,
    repeals_ids    uuid[] NOT NULL,
    annex_to_id    uuid,
    annex_no       int,
    party_ids      uuid[] NOT NULL,
    responsible_id uuid REFERENCES person,
    duty           text,
    effective_on   date,
    until          date,
    in_force_on    date,              -- computed: the first day in force
    repealed_on    date,              -- computed: the first day no longer in force
    ended_by_id    uuid
);
CREATE INDEX act_by_date ON act ((coalesce(date, DATE '0001-01-01')), id);
CREATE INDEX act_by_annex ON act (annex_to_id);
CREATE INDEX act_by_end ON act (ended_by_id);
CREATE INDEX act_by_amended ON act USING gin (amends_ids);
CREATE INDEX act_by_repealed ON act USING gin (repeals_ids);
CREATE TRIGGER act_change BEFORE UPDATE ON act FOR EACH ROW EXECUTE FUNCTION stamp_change();

-- Agreements and contracts.
CREATE TABLE agreement (
    LIKE register_entry INCLUDING ALL,
    kind            text   NOT NULL,
    number          text,
    title           text   NOT NULL,
    since           date   NOT NULL,
    until           date,
    party_ids       uuid[] NOT NULL,
    municipality_id uuid REFERENCES municipality,
    obligations     jsonb  NOT NULL,
    file            text,
    status          text   NOT NULL
);
CREATE INDEX agreement_by_day ON agreement (since, id);
CREATE INDEX agreement_by_municipality ON agreement (municipality_id);
CREATE TRIGGER agreement_change BEFORE UPDATE ON agreement FOR EACH ROW EXECUTE FUNCTION stamp_change();

-- Concept documents of municipal method services.
CREATE TABLE concept_document (
    LIKE register_entry INCLUDING ALL,
    municipality_id uuid NOT NULL REFERENCES municipality,
    part            text NOT NULL,
    title           text NOT NULL,
    approved_on     date NOT NULL,
    version_on      date NOT NULL,
    number          text,
    file            text
);
CREATE INDEX concept_document_by_day ON concept_document (version_on, id);
CREATE TRIGGER concept_document_change BEFORE UPDATE ON concept_document FOR EACH ROW EXECUTE FUNCTION stamp_change();
