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

-- The row that a search walks stays narrow: the pairs are kept beside it.
CREATE INDEX search_by_pairs ON disclosure_searchrow USING gin (grams) WITH (fastupdate = off);
ALTER TABLE disclosure_searchrow ALTER COLUMN grams SET STORAGE EXTERNAL;
ALTER TABLE disclosure_searchrow ALTER COLUMN text SET STORAGE MAIN;
ALTER TABLE disclosure_searchrow SET (toast_tuple_target = 128);
