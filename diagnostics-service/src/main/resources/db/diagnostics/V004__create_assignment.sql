-- Learnt from registry.assignment.v1: which methodist accompanies whom.
CREATE TABLE assignment (
    id                  uuid PRIMARY KEY,
    epoch               bigint  NOT NULL,
    version             bigint  NOT NULL,
    deleted             boolean NOT NULL DEFAULT false,
    methodist_person_id uuid,
    person_id           uuid,
    since               date,
    until               date  -- first day on which the assignment no longer holds
);
-- Whether a person is accompanied by the caller is asked per person.
CREATE INDEX assignment_person ON assignment (person_id, methodist_person_id);
