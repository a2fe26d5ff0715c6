-- An annulled result is removed for good when its tombstone is old; its scores belong to it.
ALTER TABLE score DROP CONSTRAINT score_result_id_fkey;
ALTER TABLE score ADD CONSTRAINT score_result_id_fkey FOREIGN KEY (result_id) REFERENCES result ON DELETE CASCADE;
