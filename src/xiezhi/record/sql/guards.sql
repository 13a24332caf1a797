-- What was written down stays as it was written, whoever asks.

CREATE OR REPLACE FUNCTION record_refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'append-only: % of % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;

-- A participant's capacity is fixed; one may only leave, or come back in the same capacity.
CREATE OR REPLACE FUNCTION record_guard_participant() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE'
       AND to_jsonb(NEW) - 'ended_on' = to_jsonb(OLD) - 'ended_on' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'append-only: % of % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;

DROP TRIGGER IF EXISTS append_only ON record_participant;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON record_participant
    FOR EACH ROW EXECUTE FUNCTION record_guard_participant();
ALTER TABLE record_participant ENABLE ALWAYS TRIGGER append_only;

-- A tile may only grow at its end, up to 256 hashes.
CREATE OR REPLACE FUNCTION record_guard_tile() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.id, NEW.level, NEW.index) = (OLD.id, OLD.level, OLD.index)
       AND length(NEW.data) BETWEEN length(OLD.data) AND 8192
       AND substring(NEW.data FROM 1 FOR length(OLD.data)) = OLD.data THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'append-only: % of % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;

DROP TRIGGER IF EXISTS append_only ON record_tile;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON record_tile
    FOR EACH ROW EXECUTE FUNCTION record_guard_tile();
ALTER TABLE record_tile ENABLE ALWAYS TRIGGER append_only;
