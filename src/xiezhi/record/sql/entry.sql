-- An Entry is numbered, timed, salted, hashed and linked by the database, so that a line
-- written in psql is linked as well, and no application clock is believed.
--
-- hash = SHA-256 over, each followed by one line feed (0x0A) except the last:
--     xiezhi/entry/v1
--     file     UUID, lower case, with hyphens
--     seq      decimal, from 1
--     at       UTC, YYYY-MM-DDThh:mm:ss.ffffffZ
--     actor    account id, decimal; empty when the platform itself acted
--     kind     name of the act
--     salt     32 hex digits
--     prev     64 hex digits: hash of the File's previous entry; zeros for the first
--     body     UTF-8 JSON text, byte for byte as stored
-- None but the last can hold a line feed, so no two entries share these bytes.

CREATE OR REPLACE FUNCTION record_link_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    last record;
BEGIN
    IF jsonb_typeof(NEW.body::jsonb) IS DISTINCT FROM 'object' THEN
        RAISE EXCEPTION 'an entry''s body is a JSON object' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.kind IS NULL OR NEW.kind !~ '^[a-z0-9_.]+$' THEN
        RAISE EXCEPTION 'an entry''s kind is the name of an act' USING ERRCODE = 'check_violation';
    END IF;
    -- One writer a File: the chain has no forks. Other Files are not held up.
    PERFORM 1 FROM record_file WHERE id = NEW.file_id FOR NO KEY UPDATE;
    SELECT seq, hash INTO last FROM record_entry
        WHERE file_id = NEW.file_id ORDER BY seq DESC LIMIT 1;
    NEW.seq := coalesce(last.seq, 0) + 1;
    NEW.prev := coalesce(last.hash, decode(repeat('00', 32), 'hex'));
    NEW.at := clock_timestamp();
    NEW.salt := uuid_send(gen_random_uuid());
    NEW.hash := sha256(convert_to(
        'xiezhi/entry/v1' || E'\n'
        || NEW.file_id || E'\n'
        || NEW.seq || E'\n'
        || to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || E'\n'
        || coalesce(NEW.actor_id::text, '') || E'\n'
        || NEW.kind || E'\n'
        || encode(NEW.salt, 'hex') || E'\n'
        || encode(NEW.prev, 'hex') || E'\n'
        || NEW.body, 'UTF8'));
    RETURN NEW;
END $$;

-- The leaf is committed with its entry: a crash can't separate them.
CREATE OR REPLACE FUNCTION record_queue_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO record_outbox (data, entry_id)
        VALUES (convert_to(E'xiezhi/entry\n', 'UTF8') || NEW.hash, NEW.id);
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS link_entry ON record_entry;
CREATE TRIGGER link_entry BEFORE INSERT ON record_entry
    FOR EACH ROW EXECUTE FUNCTION record_link_entry();
ALTER TABLE record_entry ENABLE ALWAYS TRIGGER link_entry;

DROP TRIGGER IF EXISTS queue_entry ON record_entry;
CREATE TRIGGER queue_entry AFTER INSERT ON record_entry
    FOR EACH ROW EXECUTE FUNCTION record_queue_entry();
ALTER TABLE record_entry ENABLE ALWAYS TRIGGER queue_entry;
