-- 方案的版本: a plan is public, whoever wrote it down is not named.

CREATE VIEW disclosure_public_profile AS
SELECT id, code, version, organ_id, title, text, starts_on
FROM identity_profile;
