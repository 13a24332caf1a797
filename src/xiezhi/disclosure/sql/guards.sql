-- What is published is what was signed, and what was signed is what was prepared, byte for byte.
ALTER TABLE disclosure_signature
    ADD CONSTRAINT what_is_signed_was_prepared
    FOREIGN KEY (draft_id, digest) REFERENCES disclosure_draft (id, digest);
ALTER TABLE disclosure_publication
    ADD CONSTRAINT what_is_published_was_signed
    FOREIGN KEY (signature_id, digest) REFERENCES disclosure_signature (id, digest);

-- The digest is of the bytes beside it, and the clock is the database's.
CREATE OR REPLACE FUNCTION disclosure_stamp() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF TG_TABLE_NAME = 'disclosure_publication' THEN
        NEW.published_at := clock_timestamp();
    ELSE
        NEW.at := clock_timestamp();
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION disclosure_check_digest() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NEW.digest <> encode(sha256(convert_to(NEW.page, 'UTF8')), 'hex') THEN
        RAISE EXCEPTION 'the digest is not of this page' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER check_digest BEFORE INSERT ON disclosure_draft
    FOR EACH ROW EXECUTE FUNCTION disclosure_check_digest();
CREATE TRIGGER check_digest BEFORE INSERT ON disclosure_publication
    FOR EACH ROW EXECUTE FUNCTION disclosure_check_digest();
CREATE TRIGGER stamp BEFORE INSERT ON disclosure_publication
    FOR EACH ROW EXECUTE FUNCTION disclosure_stamp();
CREATE TRIGGER stamp BEFORE INSERT ON disclosure_signature
    FOR EACH ROW EXECUTE FUNCTION disclosure_stamp();
CREATE TRIGGER stamp BEFORE INSERT ON disclosure_withdrawal
    FOR EACH ROW EXECUTE FUNCTION disclosure_stamp();
CREATE TRIGGER stamp BEFORE INSERT ON disclosure_withholding
    FOR EACH ROW EXECUTE FUNCTION disclosure_stamp();
ALTER TABLE disclosure_draft ENABLE ALWAYS TRIGGER check_digest;
ALTER TABLE disclosure_publication ENABLE ALWAYS TRIGGER check_digest;
ALTER TABLE disclosure_publication ENABLE ALWAYS TRIGGER stamp;
ALTER TABLE disclosure_signature ENABLE ALWAYS TRIGGER stamp;
ALTER TABLE disclosure_withdrawal ENABLE ALWAYS TRIGGER stamp;
ALTER TABLE disclosure_withholding ENABLE ALWAYS TRIGGER stamp;

-- The different pairs of neighbouring characters of a search text; parts are lines, and no pair
-- spans two. `bigrams.pairs` says the same in Python. Kept in the index alone: a column of them
-- would make the rows five times as wide, and PostgreSQL moves only rows above 2 kB aside.
CREATE OR REPLACE FUNCTION disclosure_pairs(words text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT array_to_tsvector(ARRAY(
        SELECT substr(words, n, 2) FROM generate_series(1, length(words) - 1) n
        WHERE position(E'\n' IN substr(words, n, 2)) = 0))
$$;
CREATE INDEX search_by_pairs ON disclosure_searchrow
    USING gin (disclosure_pairs(text)) WITH (fastupdate = off);

-- The citizens' account asks for all decisions of a month.
CREATE INDEX IF NOT EXISTS decision_by_day ON decision_decision ("on");
