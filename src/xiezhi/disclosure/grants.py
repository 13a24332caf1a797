"""Who may do what with publications: the office adds, the public site reads the views."""

from __future__ import annotations

from xiezhi.record.grants import APP, PORTAL, append_only, read_only

#: All that the public site reads of this context; the log is granted by the record.
VIEWS = (
    "disclosure_public_agency",
    "disclosure_public_publication",
    "disclosure_public_commitment",
    "disclosure_public_officer",
    "disclosure_public_item",
    "disclosure_public_benchmark",
    "disclosure_public_profile",
)
#: Public as they stand.
OPEN = ("registry_law", "registry_article")

GRANTS: list[str] = [
    *append_only("disclosure_draft"),
    *append_only("disclosure_signature"),
    *append_only("disclosure_publication"),
    *append_only("disclosure_withdrawal"),
    *append_only("disclosure_withholding"),
    *(line for view in VIEWS for line in read_only(view)),
    *(line for view in VIEWS for line in read_only(view, role=PORTAL)),
    *(line for table in OPEN for line in read_only(table, role=PORTAL)),
    *read_only("disclosure_searchrow", role=PORTAL),
    *read_only("disclosure_bigramcount", role=PORTAL),
    "REVOKE ALL ON FUNCTION disclosure_today(), disclosure_document(text) FROM PUBLIC",
    f"GRANT EXECUTE ON FUNCTION disclosure_today(), disclosure_document(text) TO {APP}, {PORTAL}",
    f"GRANT EXECUTE ON FUNCTION disclosure_pairs(text) TO {APP}, {PORTAL}",
]
