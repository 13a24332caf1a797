-- The pairs of neighbouring characters of a text, whatever the case of its letters. What contains
-- a fragment of two characters or more has all its pairs: an inverted index over them finds the
-- few rows in which the fragment has to be looked for. (Chinese has no spaces to cut words at.)
CREATE OR REPLACE FUNCTION record_pairs(words text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT ARRAY(SELECT DISTINCT substr(upper(words), n, 2)
                   FROM generate_series(1, length(upper(words)) - 1) n)
$$;
CREATE INDEX IF NOT EXISTS file_by_pairs ON record_file
    USING gin (record_pairs(title || E'\n' || number));
