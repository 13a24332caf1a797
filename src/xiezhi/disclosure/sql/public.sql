-- What the public may read, and all of it. The public site's database role is granted these
-- views and no table: a page that was withdrawn or has ended is empty before it gets there.

CREATE OR REPLACE FUNCTION disclosure_today() RETURNS date
LANGUAGE sql STABLE AS $$ SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date $$;

CREATE VIEW disclosure_public_agency AS
SELECT id, kind, standing, path, name, short_name, code, region, policy, duties, basis, address,
       phone, court
FROM identity_organ
WHERE kind IN ('government', 'agency');

CREATE VIEW disclosure_public_publication AS
SELECT p.id, p.uid, p.agency_id, p.kind, p.number, p.decided_on, p.published_on, p.published_at,
       p.due_on, p.expires_on, p.digest, p.channel, s.state,
       CASE s.state WHEN 'shown' THEN p.title ELSE '' END AS title,
       CASE s.state WHEN 'shown' THEN p.party_name ELSE '' END AS party_name,
       CASE s.state WHEN 'shown' THEN p.cause ELSE '' END AS cause,
       CASE s.state WHEN 'shown' THEN p.outcome ELSE '' END AS outcome,
       CASE s.state WHEN 'shown' THEN p.gist ELSE '' END AS gist,
       CASE s.state WHEN 'shown' THEN p.page ELSE '' END AS page,
       w.withdrawn_on, w.at AS withdrawn_at,
       coalesce(w.ground, '') AS withdrawal_ground,
       coalesce(w.reason, '') AS withdrawal_reason,
       coalesce(w.cite, '') AS withdrawal_cite,
       coalesce((SELECT n.uid FROM disclosure_publication n
                 WHERE w.id IS NOT NULL AND n.decision_id = p.decision_id AND n.id > p.id
                 ORDER BY n.id DESC LIMIT 1), '') AS successor
FROM disclosure_publication p
LEFT JOIN disclosure_withdrawal w ON w.publication_id = p.id
CROSS JOIN LATERAL (SELECT CASE
    WHEN w.id IS NOT NULL THEN 'withdrawn'
    WHEN p.expires_on < disclosure_today() THEN 'ended'
    ELSE 'shown' END AS state) s;

-- Every decision that was made, with what became of it. Its due day is the one that was
-- committed to in the ledger when it was made; none means that the profile only counts such
-- decisions. A number is told only where the agency is late.
CREATE VIEW disclosure_public_commitment AS
SELECT d.id, d.agency_id, 'penalty'::varchar AS kind, d."on" AS decided_on, e.due_on, s.state,
       CASE s.state WHEN 'overdue' THEN d.number ELSE '' END AS number,
       coalesce(h.ground, CASE s.state WHEN 'withheld' THEN 'COUNT' ELSE '' END) AS ground,
       coalesce(h.cite, '') AS cite, h.withheld_on,
       coalesce(e.commitment, '') AS commitment
FROM decision_decision d
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
