-- The name that something had on a day, of its former names and the days until which they held.
CREATE FUNCTION name_on(name text, former_names jsonb, day date) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce((SELECT f.name FROM jsonb_to_recordset(former_names) AS f (name text, until date)
                      WHERE f.until > day ORDER BY f.until LIMIT 1), name)
$$;
