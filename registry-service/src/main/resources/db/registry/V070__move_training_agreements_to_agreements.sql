-- Agreements by which staff of municipal services is trained are tripartite agreements like the others.
INSERT INTO agreement (id, version, created_at, changed_at, deleted, natural_key, search_key, kind, number, title, since, until,
                       party_ids, municipality_id, obligations, status)
SELECT t.id, t.version, t.created_at, t.changed_at, t.deleted, t.natural_key, t.search_key, 'TRIPARTITE', t.number, t.title, t.since, t.until,
       t.party_ids, t.municipality_id, '[]', 'SIGNED'
  FROM (SELECT a.*, a.act ->> 'number' AS number, a.act ->> 'title' AS title, CAST(a.act ->> 'date' AS date) AS since FROM training_agreement a) AS x
 CROSS JOIN LATERAL (SELECT x.id, x.version, x.created_at, x.changed_at, x.deleted, x.search_key, x.number, x.title, x.since, x.until,
                            x.party_ids, x.municipality_id,
                            concat_ws('|', 'tripartite', fold.number, fold.title, x.since, coalesce(CAST(x.municipality_id AS text), '')) AS natural_key
                       FROM (SELECT replace(lower(regexp_replace(btrim(x.number), '\s+', ' ', 'g')), 'ё', 'е') AS number,
                                    replace(lower(regexp_replace(btrim(x.title), '\s+', ' ', 'g')), 'ё', 'е') AS title) AS fold) AS t
 WHERE t.deleted OR NOT EXISTS (SELECT FROM agreement a WHERE a.natural_key = t.natural_key AND NOT a.deleted);

ALTER TABLE mms_training DROP CONSTRAINT mms_training_agreement_id_fkey;

-- What was entered in both places goes on as the agreement.
UPDATE mms_training m SET agreement_id = a.id, version = m.version + 1
  FROM training_agreement t, agreement a
 WHERE m.agreement_id = t.id AND NOT EXISTS (SELECT FROM agreement x WHERE x.id = t.id)
   AND NOT a.deleted AND a.natural_key = concat_ws('|', 'tripartite',
           replace(lower(regexp_replace(btrim(t.act ->> 'number'), '\s+', ' ', 'g')), 'ё', 'е'),
           replace(lower(regexp_replace(btrim(t.act ->> 'title'), '\s+', ' ', 'g')), 'ё', 'е'),
           t.act ->> 'date', coalesce(CAST(t.municipality_id AS text), ''));

ALTER TABLE mms_training ADD FOREIGN KEY (agreement_id) REFERENCES agreement;
DROP TABLE training_agreement;
