"""文书: every document of a penalty case, declared: fields, mandatory content, signers, place.

`KINDS` by code; `check(kind, values)` says what is missing, each item with its article. One engine
(`record/typesetting.py`) lays all of them out. Fields are fed from the record, so the same name
means the same thing in every document. Values are JSON as a Material keeps them:

kind       value
text       "…"
paragraph  "…" with a line feed between paragraphs
number     7 or "7"
date       "2026-11-22"
datetime   "2026-11-22T15:22" (Shanghai; with an offset it is converted)
money      "46000.00"
bool       true / false; absent is unanswered
choice     the option's code
party      {kind: citizen|legal_person|other_organisation|sole_trader, name, code, id_number,
           address, phone, legal_rep, sex, age, employer, …}; name always
officers   [{name, certificate, unit}]
articles   [{law: "食品安全法", article: "第三十四条第十项", quote: "…"}]; law without《》
rows       [{column: value}]; columns as declared
remedies   {review_body, court, review_first (false), through_agency (false), online}, or with
           `sentences`: the paragraph as composed by procedure.remedies
opinion    {text, name, on}
signed     {name, on, note}; `values["signed"]` is {signer's key: signed}

The shared names: case_name case_number cause source found_on filed_on brief (the case) · party
officers recorder reporter · place started_at ended_at · facts evidence [{name, kind, copies,
proves}] · law_breached law_applied basis (articles) discretion benchmark · penalties [{kind,
content, amount}] fine correction · performance pay_days bank_name bank_address bank_account
surcharge (paying) · remedies · statement_days hearing_right (rights told) · notice_number notice_on
notice_served_on decision_number decided_on served_on · goods [{name, spec, maker, quantity, unit,
state, note}] · reason, outcome, until, from_day, to_day · handler_opinion unit_opinion
legal_opinion head_opinion · agency_address contact contact_phone · talk [{q, a}].
A document's agency, number and date are not values: they are the Material's own.
"""

from __future__ import annotations

from xiezhi.procedure.documents import (
    carrying,
    closing,
    coercion,
    collected,
    collecting,
    confirmation,
    contract,
    cooperating,
    decision,
    evidence,
    execution,
    filing,
    hearing,
    inquiry,
    inspected,
    inspection,
    licence,
    normative,
    notice,
    preservation,
    reconsideration,
    requisition,
    review,
    service,
    supervision,
    testing,
    transfer,
)
from xiezhi.procedure.documents.completeness import Together, missing
from xiezhi.procedure.documents.content import check, filled
from xiezhi.procedure.documents.model import (
    Column,
    DocumentKind,
    Field,
    FieldKind,
    Layout,
    Signer,
    Volume,
)

__all__ = [
    "KINDS",
    "Column",
    "DocumentKind",
    "Field",
    "FieldKind",
    "Layout",
    "Signer",
    "Together",
    "Volume",
    "check",
    "filled",
    "in_order",
    "missing",
    "title_of",
]

_MODULES = (
    filing,
    evidence,
    testing,
    transfer,
    preservation,
    inquiry,
    review,
    notice,
    hearing,
    decision,
    service,
    execution,
    closing,
    carrying,
    licence,
    coercion,
    inspection,
    inspected,
    collecting,
    collected,
    requisition,
    confirmation,
    reconsideration,
    normative,
    contract,
    cooperating,
    supervision,
)
_ALL = [kind for module in _MODULES for kind in module.KINDS]

KINDS: dict[str, DocumentKind] = {kind.code: kind for kind in _ALL}
if len(KINDS) != len(_ALL):
    raise RuntimeError("a document is declared twice")


def title_of(code: str) -> str:
    """The title as printed; evidence kinds and others keep their own code."""
    kind = KINDS.get(code)
    return kind.title if kind else code


def in_order(volume: Volume) -> list[DocumentKind]:
    """The kinds of a volume in the order in which they are bound."""
    return sorted((k for k in KINDS.values() if k.volume is volume), key=lambda k: k.order)
