-- Keys are made anew by the platform's `fold_name`.
UPDATE municipality
   SET name_key = fold_name(name_key), search_key = fold_name(search_key),
       name_keys = ARRAY(SELECT fold_name(k) FROM unnest(name_keys) WITH ORDINALITY AS n (k, place)
                          GROUP BY 1 ORDER BY min(n.place));

-- Of two open organisations that become the same, the later one keeps its key until somebody changes it.
UPDATE organisation o
   SET name_key = fold_name(o.name_key)
  FROM (SELECT id, row_number() OVER (PARTITION BY fold_name(name_key), municipality_id, kind ORDER BY created_at, id) AS n
          FROM organisation WHERE closed_on IS NULL) AS place
 WHERE place.id = o.id AND place.n = 1 AND o.name_key <> fold_name(o.name_key)
   AND NOT EXISTS (SELECT FROM organisation t WHERE t.name_key = fold_name(o.name_key) AND t.closed_on IS NULL
                      AND t.municipality_id IS NOT DISTINCT FROM o.municipality_id AND t.kind = o.kind);

UPDATE organisation SET search_key = fold_name(search_key) WHERE search_key <> fold_name(search_key);

UPDATE organisation o
   SET name_keys = ARRAY(SELECT fold_name(k) FROM unnest(o.name_keys) WITH ORDINALITY AS n (k, place)
                          GROUP BY 1 ORDER BY min(n.place))
 WHERE EXISTS (SELECT FROM unnest(o.name_keys) AS n (k) WHERE k <> fold_name(k));

UPDATE person SET name_key = fold_name(name_key) WHERE name_key <> fold_name(name_key);

UPDATE post p SET subject_keys = ARRAY(SELECT fold_name(k) FROM unnest(p.subject_keys) AS n (k))
 WHERE EXISTS (SELECT FROM unnest(p.subject_keys) AS n (k) WHERE k <> fold_name(k));
