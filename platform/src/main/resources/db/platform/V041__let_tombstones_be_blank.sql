-- A tombstone of a register keeps its id and version alone once somebody is erased from it: its content may be absent then, and
-- only then. Called by the migration that creates a register, or gives one a column that is never absent.
CREATE FUNCTION let_tombstones_be_blank() RETURNS void LANGUAGE plpgsql AS $$
DECLARE kept record;
BEGIN
    FOR kept IN
        SELECT c.table_name, array_agg(CAST(c.column_name AS text)) AS content
          FROM information_schema.columns c
          JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
         WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_nullable = 'NO'
           AND c.table_name <> 'register_entry' AND c.column_name NOT IN (
               SELECT own.column_name FROM information_schema.columns own
                WHERE own.table_schema = 'public' AND own.table_name = 'register_entry')
           AND (SELECT count(*) FROM information_schema.columns own
                 WHERE own.table_schema = 'public' AND own.table_name = c.table_name
                   AND own.column_name IN ('natural_key', 'search_key', 'changed_tx', 'deleted')) = 4
         GROUP BY c.table_name
    LOOP
        EXECUTE format('ALTER TABLE %I ADD CHECK (deleted OR num_nulls(%s) = 0), %s', kept.table_name,
                       (SELECT string_agg(format('%I', name), ', ') FROM unnest(kept.content) AS c (name)),
                       (SELECT string_agg(format('ALTER COLUMN %I DROP NOT NULL', name), ', ') FROM unnest(kept.content) AS c (name)));
    END LOOP;
END
$$;
