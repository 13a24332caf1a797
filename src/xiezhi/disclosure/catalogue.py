"""Which field of a decision the public may see: said field by field, nothing by default.

A field of a decision document that isn't classed here stops the publication and a test, so that
a new field can't become public because nobody thought of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xiezhi.disclosure.fields import (
    coercion,
    confirmation,
    inspection,
    levy,
    licence,
    penalty,
    reconsideration,
)
from xiezhi.disclosure.shown import Shown
from xiezhi.procedure.documents.model import DocumentKind


@dataclass(frozen=True, slots=True)
class Covering:
    """A class of what is covered: how it is labelled, why, on which rule."""

    label: str
    why: str
    rule: str


#: What the labels in a page mean; `rule` is a code of the rulebook.
COVERINGS: Mapping[str, Covering] = {
    "id": Covering("证件号码", "个人信息", "RED-3"),
    "phone": Covering("联系方式", "个人信息", "RED-3"),
    "address": Covering("住址", "个人信息", "RED-3"),
    "account": Covering("账号", "银行账户", "GATE-2"),
    "name": Covering("姓名", "个人隐私", "GATE-2"),
    "plate": Covering("车辆号牌", "个人信息", "RED-3"),
    "email": Covering("联系方式", "个人信息", "RED-3"),
    "personal": Covering("个人信息", "个人信息", "RED-3"),
    "sensitive": Covering("敏感个人信息", "敏感个人信息", "RED-2"),
    "reporter": Covering("举报人信息", "举报人信息保密", "RED-4"),
    "secret": Covering("商业秘密", "商业秘密", "GATE-2"),
    "state": Covering("依法不公开", "涉及国家安全、公共安全等", "GATE-1"),
    "minor": Covering("未成年人信息", "未成年人", "MIN-1"),
}

_P, _R, _N, _A = Shown.PUBLIC, Shown.REDACTED, Shown.NEVER, Shown.ABSENT

#: The documents that are published, field by field.
_FAMILIES = (
    penalty,
    licence,
    inspection,
    coercion,
    levy,
    confirmation,
    reconsideration,
)
FIELDS: Mapping[str, Mapping[str, Shown]] = {
    code: shown for family in _FAMILIES for code, shown in family.FIELDS.items()
}

#: What is covered instead of a field that is never shown.
FIELD_COVERING: Mapping[str, str] = {
    "bank_account": "account",
    "frozen_account": "account",
}

#: A party, part by part: for natural persons, and for organisations and traders.
PARTY_PARTS: Mapping[str, tuple[Shown, Shown]] = {
    "kind": (_P, _P),
    "name": (_P, _P),
    "code": (_P, _P),
    "licence": (_R, _R),
    "sex": (_A, _A),
    "age": (_A, _A),
    "born_on": (_A, _A),
    "id_number": (_N, _N),
    "employer": (_A, _A),
    "address": (_N, _R),
    "legal_rep": (_A, _R),
    "post": (_A, _A),
    "phone": (_N, _N),
}
PART_COVERING: Mapping[str, str] = {"id_number": "id", "address": "address", "phone": "phone"}


class UnclassedError(LookupError):
    """A field nobody has said whether the public may see: a defect of ours, never published."""


def shown(kind: str, field: str) -> Shown:
    """How a field of a decision document is shown; raises UnclassedError when nobody has said."""
    try:
        return FIELDS[kind][field]
    except KeyError:
        raise UnclassedError(f"{kind}.{field} is not classed for publication") from None


def part_shown(part: str, *, natural: bool) -> Shown:
    """How a part of a party is shown."""
    try:
        return PARTY_PARTS[part][0 if natural else 1]
    except KeyError:
        raise UnclassedError(f"party.{part} is not classed for publication") from None


def unclassed(kind: DocumentKind) -> list[str]:
    """The fields of a published document that aren't classed; empty when all are."""
    known = FIELDS.get(kind.code, {})
    return [field.name for field in kind.fields if field.name not in known]
