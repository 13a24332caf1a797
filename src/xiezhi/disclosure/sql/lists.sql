-- 事前公开: the lists that are public before anything happens. Laws and articles are public as
-- they stand; of officers, items and benchmarks only what the plans want shown.

CREATE VIEW disclosure_public_officer AS
SELECT o.id, p.name, o.agency_id, o.post, o.number AS certificate, o.categories, o.territory,
       o.issuer, o.valid_from, o.valid_until, o.status, o.status_since
FROM registry_officer o
JOIN identity_person p ON p.id = o.person_id;

CREATE VIEW disclosure_public_item AS
SELECT id, agency_id, code, name, category, level, basis, supervision, effective_from,
       effective_until
FROM registry_item
WHERE published;

CREATE VIEW disclosure_public_benchmark AS
SELECT b.id, b.item_id, i.agency_id, b.violation, b.basis, b.grade, b."order", b.conditions, b.unit,
       b.fine_min, b.fine_max, b.legal_min, b.legal_max, b.issuer, b.number, b.effective_from,
       b.effective_until
FROM registry_benchmark b
JOIN registry_item i ON i.id = b.item_id
WHERE i.published;

-- A served document by the code that is printed on it: whoever holds the paper may ask whether
-- it is genuine. Nobody can list documents, and nothing is said of content or party.
CREATE OR REPLACE FUNCTION disclosure_document(asked text)
RETURNS TABLE (title varchar, number varchar, agency varchar, made_on date, digest text,
               revoked_on date, publication varchar)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT m.title, m.number, o.name, m."on", left(m.digest, 16), r."on",
           (SELECT p.uid FROM disclosure_publication p WHERE p.decision_id = d.id
            ORDER BY p.id DESC LIMIT 1)
    FROM record_material m
    JOIN record_file f ON f.id = m.file_id
    JOIN identity_organ o ON o.id = f.agency_id
    LEFT JOIN decision_decision d ON d.material_id = m.id
    LEFT JOIN decision_revocation r ON r.decision_id = d.id
    WHERE m.kind = 'document' AND left(m.digest, 20) = asked
    LIMIT 1
$$;
CREATE INDEX document_by_code ON record_material (left(digest, 20)) WHERE kind = 'document';
