-- What a provider's file told is no attempt of this service: it is corrected and annulled like what is reported by hand, and
-- there is one result of a procedure, a provider and a day, in whichever way it was reported.
ALTER TABLE result ADD COLUMN diagnosis_id uuid;
UPDATE result SET deleted = true, version = version + 1
 WHERE NOT deleted AND attempt_id IN (SELECT id FROM provider_diagnosis)
   AND EXISTS (SELECT FROM result hand
                WHERE hand.person_id = result.person_id AND hand.procedure = result.procedure AND hand.provider = result.provider
                  AND hand.taken_on = result.taken_on AND NOT hand.deleted AND hand.attempt_id IS NULL);
UPDATE result SET diagnosis_id = attempt_id, attempt_id = NULL
 WHERE attempt_id IN (SELECT id FROM provider_diagnosis);
CREATE UNIQUE INDEX result_diagnosis ON result (diagnosis_id) WHERE NOT deleted;
