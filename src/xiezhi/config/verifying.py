"""Rows that lists, sums and the public read, held against the ledger that they were written with.

The ledger proves itself (`record.verify`). A decision's row, a payment, an opinion or a publication
says again what its entry says; somebody who holds every key could change the row alone.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

from django.db import connections

from xiezhi.record.findings import Finding

#: What a row must agree with in the body of its entry: name of the check, words, SQL.
_ROWS: tuple[tuple[str, str, str], ...] = (
    (
        "decision",
        "决定的文号、结论或者数额与记录不一致",
        """
        SELECT r.file_id, r.seq FROM decision_decision r
        LEFT JOIN record_entry e ON e.file_id = r.file_id AND e.seq = r.seq
        WHERE (e.kind IN ('decision.issue', 'decision.decide_on_spot', 'decision.confirm_renewal')
          AND e.body_json ->> 'decision' = r.id::text
          AND e.body_json ->> 'number' = r.number
          AND e.body_json ->> 'outcome' = r.outcome
          AND (e.body_json ->> 'payable')::numeric = r.fine + r.gains + r.amount
          AND (e.body_json ->> 'clearance')::bigint = r.clearance_id) IS NOT TRUE
        """,
    ),
    (
        "payment",
        "缴款的金额或者当事人与记录不一致",
        """
        SELECT d.file_id, r.seq FROM decision_payment r
        JOIN decision_decision d ON d.id = r.decision_id
        LEFT JOIN record_entry e ON e.file_id = d.file_id AND e.seq = r.seq
        WHERE (e.kind = 'decision.record_payment'
          AND (e.body_json ->> 'amount')::numeric = r.amount
          AND (e.body_json ->> 'party')::bigint IS NOT DISTINCT FROM r.party_id) IS NOT TRUE
        """,
    ),
    (
        "revocation",
        "撤销、变更与记录不一致",
        """
        SELECT d.file_id, r.seq FROM decision_revocation r
        JOIN decision_decision d ON d.id = r.decision_id
        LEFT JOIN record_entry e ON e.file_id = d.file_id AND e.seq = r.seq
        WHERE (e.kind = 'decision.revoke' AND e.body_json ->> 'ground' = r.ground) IS NOT TRUE
        """,
    ),
    (
        "opinion",
        "法制审核意见与记录不一致",
        """
        SELECT r.file_id, r.seq FROM review_opinion r
        JOIN record_seal s ON s.id = r.seal_id
        LEFT JOIN record_entry e ON e.file_id = r.file_id AND e.seq = r.seq
        WHERE (e.kind = 'review.give_opinion'
          AND e.body_json ->> 'verdict' = r.verdict
          AND e.body_json ->> 'seal' = s.digest) IS NOT TRUE
        """,
    ),
    (
        "publication",
        "公示的内容与记录不一致",
        """
        SELECT r.file_id, r.seq FROM disclosure_publication r
        LEFT JOIN record_entry e ON e.file_id = r.file_id AND e.seq = r.seq
        WHERE (e.kind = 'disclosure.publish'
          AND e.body_json ->> 'uid' = r.uid
          AND e.body_json ->> 'digest' = r.digest
          AND encode(sha256(convert_to(r.page, 'UTF8')), 'hex') = r.digest) IS NOT TRUE
        """,
    ),
    (
        "withdrawal",
        "撤回公示与记录不一致",
        """
        SELECT p.file_id, r.seq FROM disclosure_withdrawal r
        JOIN disclosure_publication p ON p.id = r.publication_id
        LEFT JOIN record_entry e ON e.file_id = p.file_id AND e.seq = r.seq
        WHERE (e.kind = 'disclosure.withdraw' AND e.body_json ->> 'ground' = r.ground) IS NOT TRUE
        """,
    ),
)
#: Entries whose row is gone: what the ledger says was done and no list knows any more.
_GONE: tuple[tuple[str, str, str], ...] = (
    (
        "decision",
        "记录里的决定在决定表里没有了",
        """
        SELECT e.file_id, e.seq FROM record_entry e
        LEFT JOIN decision_decision r ON r.file_id = e.file_id AND r.seq = e.seq
        WHERE e.kind IN ('decision.issue', 'decision.decide_on_spot', 'decision.confirm_renewal')
          AND r.id IS NULL
        """,
    ),
    (
        "publication",
        "记录里的公示在公示表里没有了",
        """
        SELECT e.file_id, e.seq FROM record_entry e
        LEFT JOIN disclosure_publication r ON r.file_id = e.file_id AND r.seq = e.seq
        WHERE e.kind = 'disclosure.publish' AND r.id IS NULL
        """,
    ),
)


def altered(using: str, file: uuid.UUID | None) -> Iterator[Finding]:
    """Rows that no longer say what their entries say, of one File or of all."""
    for check, what, sql in (*_ROWS, *_GONE):
        for found, seq in _read(using, sql):
            if file is None or found == file:
                yield Finding(check, what, file=str(found), entry=seq)


def _read(using: str, sql: str) -> list[tuple[Any, ...]]:
    with connections[using].cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())
