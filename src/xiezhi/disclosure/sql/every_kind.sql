-- A decision is counted under its own act kind, whichever it is.
CREATE OR REPLACE VIEW disclosure_public_commitment AS
SELECT d.id, d.agency_id, split_part(f.kind, '.', 1)::varchar AS kind, d."on" AS decided_on, e.due_on, s.state,
       CASE s.state WHEN 'overdue' THEN d.number ELSE '' END AS number,
       coalesce(h.ground, CASE s.state WHEN 'withheld' THEN 'COUNT' ELSE '' END) AS ground,
       coalesce(h.cite, '') AS cite, h.withheld_on,
       coalesce(e.commitment, '') AS commitment
FROM decision_decision d
JOIN record_file f ON f.id = d.file_id
LEFT JOIN LATERAL (
    SELECT (r.body_json ->> 'publish_by')::date AS due_on, r.body_json ->> 'commitment' AS commitment
    FROM record_entry r WHERE r.file_id = d.file_id AND r.seq = d.seq) e ON TRUE
LEFT JOIN disclosure_withholding h ON h.decision_id = d.id
-- Not EXISTS: the planner would hash every publication there is to count one month.
LEFT JOIN LATERAL (
    SELECT n.id FROM disclosure_publication n WHERE n.decision_id = d.id LIMIT 1) p ON TRUE
CROSS JOIN LATERAL (SELECT CASE
    WHEN p.id IS NOT NULL THEN 'shown'
    WHEN h.id IS NOT NULL OR e.due_on IS NULL THEN 'withheld'
    WHEN e.due_on >= disclosure_today() THEN 'pending'
    ELSE 'overdue' END AS state) s;
