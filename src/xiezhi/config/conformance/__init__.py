"""How far the five plans are carried out: every row of what they ask, with what carries it.

The rows say which rules, profile values, tests and screens belong to them and what is missing;
whether a row is built is derived, so that nobody can claim it: what no test proves isn't built.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.policy import POLICIES
from xiezhi.procedure.policydraft import plain
from xiezhi.procedure.rulebook import RULES

#: The first letter of a row: what it is about.
SECTIONS: Mapping[str, str] = {
    "X": "Act kinds 行政执法行为",
    "G": "Registers 基础库",
    "P": "Disclosure 行政执法公示制度",
    "R": "Full-process record 执法全过程记录制度",
    "L": "Legal review 重大执法决定法制审核制度",
    "S": "Supervision 行政执法监督",
    "I": "Roll-out 推行工作",
    "D": "Data centre and integration 数据中心和共享",
}


class Built(StrEnum):
    """Is a row carried out?"""

    YES = "yes"
    PARTLY = "partly"
    NO = "not yet"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of what the plans ask for.

    `rules` are codes or the beginnings of codes (`COE-*`), `tests` are `path::function`, `screen`
    the name of an address. `missing` is one sentence, empty where nothing is.
    """

    id: str
    title: str
    family: str = ""
    rules: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    screen: str = ""
    missing: str = ""

    @property
    def built(self) -> Built:
        """Without a test, or without a kind of its family, a row isn't built."""
        if not self.tests or self.lacks_kinds:
            return Built.NO
        return Built.PARTLY if self.missing else Built.YES

    @property
    def lacks_kinds(self) -> bool:
        return bool(self.family) and not self.kinds

    @property
    def kinds(self) -> tuple[str, ...]:
        """The codes of the declared kinds of its family."""
        if not self.family:
            return ()
        return tuple(code for code, kind in KINDS.items() if kind.family == self.family)

    @property
    def plans(self) -> tuple[str, ...]:
        """The plans that have this act kind; of other rows, none is said."""
        return tuple(code for code, plan in POLICIES.items() if self.family in plan.act_families)

    @property
    def proofs(self) -> tuple[str, ...]:
        """The tests that prove what there is."""
        return () if self.lacks_kinds else self.tests

    @property
    def lacks(self) -> str:
        """What is missing, in a sentence; empty where nothing is."""
        return "No kind of this family is declared." if self.lacks_kinds else self.missing

    @property
    def rule_codes(self) -> tuple[str, ...]:
        """The rules that carry it, written out."""
        found = [code for asked in self.rules for code in _codes(asked)]
        return tuple(dict.fromkeys(found))

    @property
    def values(self) -> dict[str, dict[str, Any]]:
        """Each of its keys with the value under every plan that says something of its own."""
        return {key: _values(key) for key in self.keys}


def _codes(asked: str) -> list[str]:
    if asked.endswith("*"):
        return [code for code in RULES if code.startswith(asked[:-1])]
    return [asked]


def _values(key: str) -> dict[str, Any]:
    return {
        code: plain(policy, key)
        for code, policy in POLICIES.items()
        if policy.sources[key].profile == code
    }


@cache
def rows() -> tuple[Row, ...]:
    """Every row, in the order of the sections."""
    text = (files(__package__) / "rows.toml").read_text(encoding="utf-8")
    listed = tomllib.loads(text)["row"]
    return tuple(Row(**{key: _frozen(value) for key, value in row.items()}) for row in listed)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def counts() -> dict[str, int]:
    """How many rows are built, partly built and not yet."""
    return {str(built): sum(row.built is built for row in rows()) for built in Built}


def report() -> dict[str, Any]:
    """All of it for machines; the shape is kept."""
    return {"counts": counts(), "rows": [_row(row) for row in rows()]}


def _row(row: Row) -> dict[str, Any]:
    return {
        "id": row.id,
        "title": row.title,
        "section": SECTIONS[row.id[0]],
        "built": str(row.built),
        "missing": row.lacks or None,
        "kinds": list(row.kinds),
        "plans": list(row.plans),
        "rules": list(row.rule_codes),
        "values": row.values,
        "tests": list(row.proofs),
        "screen": row.screen or None,
    }


def table() -> str:
    """All of it for people, a line a row."""
    said = "，".join(f"{name} {number}" for name, number in counts().items())
    lines = [f"{len(rows())} 项：{said}"]
    for row in rows():
        lines.append(f"{row.id:<4}{row.built:<8} {row.title}")
        if row.lacks:
            lines.append(f"{'':12} {row.lacks}")
    return "\n".join(lines)
