-- The Merkle log: a queue committed with the acts, and one place that gives out positions.

-- Queue leaf data that isn't an entry's: a commitment or a publication (disclosure).
CREATE OR REPLACE FUNCTION record_log(line bytea) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    queued bigint;
BEGIN
    IF line IS NULL OR length(line) > 2000
       OR convert_from(substring(line FROM 1 FOR coalesce(nullif(position('\x0a'::bytea IN line), 0), 1)), 'LATIN1')
          !~ '^xiezhi/(commit|publication|receipt|draw)\n$' THEN
        RAISE EXCEPTION 'not a line for the log' USING ERRCODE = 'check_violation';
    END IF;
    INSERT INTO record_outbox (data) VALUES (line) RETURNING id INTO queued;
    RETURN queued;
END $$;

-- Move a batch from the queue into the log. Rows are taken as they are committed, not by a
-- cursor over ids: acts that end out of order are not lost. One caller at a time.
CREATE OR REPLACE FUNCTION record_sequence(most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    next bigint;
    moved integer;
BEGIN
    PERFORM pg_advisory_xact_lock(7298474);
    SELECT coalesce(max(index) + 1, 0) INTO next FROM record_leaf;
    WITH batch AS (
        DELETE FROM record_outbox WHERE id IN
            (SELECT id FROM record_outbox ORDER BY id LIMIT most)
        RETURNING id, data, entry_id
    )
    INSERT INTO record_leaf (index, data, entry_id)
        SELECT next + row_number() OVER (ORDER BY id) - 1, data, entry_id FROM batch;
    GET DIAGNOSTICS moved = ROW_COUNT;
    RETURN moved;
END $$;

REVOKE ALL ON FUNCTION record_log(bytea), record_sequence(integer) FROM PUBLIC;

-- A public line is looked up by what it says; an entry's by its entry.
CREATE INDEX IF NOT EXISTS leaf_by_public_data ON record_leaf (data) WHERE entry_id IS NULL;
ALTER TABLE record_tile ALTER COLUMN data SET STORAGE EXTERNAL;
