-- Parts of words are found by their trigrams. The extension is a trusted one: the owner of the database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Where the database sorts by bytes, an extension that asks it what a letter is knows the Latin ones only. So the index
-- holds Latin letters; two texts with one key are told apart by the text itself.
CREATE FUNCTION trigram_key(folded text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN translate(folded, 'абвгдежзийклмнопрстуфхцчшщъыьэюя', 'abvgdejziyklmnoprstufhc4wwqib3ux');

CREATE INDEX person_by_words ON person USING gin (trigram_key(name_key) gin_trgm_ops) WHERE NOT deleted;
CREATE INDEX organisation_by_words ON organisation USING gin (trigram_key(search_key) gin_trgm_ops);

-- Words that many share are looked for along the order; with the column beside it the index alone tells.
DROP INDEX person_by_name;
CREATE INDEX person_by_name ON person (name_key, id) INCLUDE (deleted);
