-- 办事指南: of an item also what an applicant must know beforehand (许可法 art. 30).
CREATE OR REPLACE VIEW disclosure_public_item AS
SELECT id, agency_id, code, name, category, level, basis, supervision, effective_from,
       effective_until, conditions, quantity, process, term, materials, sample
FROM registry_item
WHERE published;
