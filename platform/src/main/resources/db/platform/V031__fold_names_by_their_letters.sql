-- How names are compared: `Kind.fold` in SQL. Case, ё, the form of quotes and dashes, the amount of space, and any space
-- behind a dot or №, or around a hyphen, say nothing.
CREATE FUNCTION fold_name(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(regexp_replace(translate(lower(btrim(name)), 'ё«»„“”‟‐‑‒–—−', 'е""""""------'), '[\s\u00a0]+', ' ', 'g'),
                      '([.№-]) | (?=-)', '\1', 'g');

-- Keys that are stored are made anew. Of two living entries that become the same, the later one keeps the key it has:
-- whoever changes it next is told of the other one.
DO $$
DECLARE
    entry record;
BEGIN
    FOR entry IN SELECT c.table_schema AS schema, c.table_name AS name FROM information_schema.columns c
                   JOIN information_schema.tables t USING (table_schema, table_name)
                  WHERE t.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND t.table_name <> 'register_entry'
                    AND c.column_name IN ('natural_key', 'search_key')
                  GROUP BY 1, 2 HAVING count(*) = 2
    LOOP
        EXECUTE format($sql$
            UPDATE %1$I.%2$I e SET natural_key = fold_name(e.natural_key)
              FROM (SELECT id, row_number() OVER (PARTITION BY fold_name(natural_key) ORDER BY created_at, id) AS n
                      FROM %1$I.%2$I WHERE NOT deleted) AS place
             WHERE place.id = e.id AND place.n = 1 AND e.natural_key <> fold_name(e.natural_key)
               AND NOT EXISTS (SELECT FROM %1$I.%2$I o WHERE o.natural_key = fold_name(e.natural_key) AND NOT o.deleted)
            $sql$, entry.schema, entry.name);
        EXECUTE format('UPDATE %1$I.%2$I SET search_key = fold_name(search_key) WHERE search_key <> fold_name(search_key)',
            entry.schema, entry.name);
    END LOOP;
    IF to_regclass('event') IS NOT NULL THEN
        UPDATE event SET search_key = fold_name(search_key) WHERE search_key <> fold_name(search_key);
    END IF;
END $$;
