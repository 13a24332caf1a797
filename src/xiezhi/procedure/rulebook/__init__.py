"""Every rule of the procedure by its code, with its article and the words of the article.

The rules stand in the TOML files beside this one, so that a lawyer can read and correct them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from types import MappingProxyType

from xiezhi.procedure.citations import Citation, Reason, Rule, SourceStatus

_KEYS = {"code", "title", "law", "article", "quote", "status"}

#: Laws of the National People's Congress: cited short, printed in documents with the full name.
NATIONAL_LAWS = frozenset(
    {
        "个人信息保护法",
        "保守国家秘密法",
        "行政处罚法",
        "行政强制法",
        "行政复议法",
        "行政许可法",
        "行政诉讼法",
        "民事诉讼法",
        "民法典",
        "未成年人保护法",
        "档案法",
        "治安管理处罚法",
    }
)
#: Regulations of the State Council whose official title also begins with the country's name.
_STATE_REGULATIONS = frozenset({"政府信息公开条例", "档案法实施条例"})


def official_name(law: str) -> str:
    """The title as documents print it: 行政处罚法 → 中华人民共和国行政处罚法."""
    full = law in NATIONAL_LAWS or law in _STATE_REGULATIONS
    return f"中华人民共和国{law}" if full else law


def _rule(row: Mapping[str, str]) -> Rule:
    if unknown := set(row) - _KEYS:
        raise ValueError(f"{row.get('code')}: unknown keys {sorted(unknown)}")
    cite = Citation(
        law=row["law"],
        article=row["article"],
        quote=row.get("quote", ""),
        status=SourceStatus(row.get("status", "statute_text")),
    )
    return Rule(code=row["code"], title=row["title"], cite=cite)


def _read() -> Iterator[Rule]:
    for file in sorted(files(__name__).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            for row in tomllib.loads(file.read_text(encoding="utf-8"))["rule"]:
                yield _rule(row)


def _by_code() -> dict[str, Rule]:
    rules: dict[str, Rule] = {}
    for rule in _read():
        if rule.code in rules:
            raise ValueError(f"rule {rule.code} is declared twice")
        rules[rule.code] = rule
    return rules


RULES: Mapping[str, Rule] = MappingProxyType(_by_code())


def rule(code: str) -> Rule:
    """The rule; an unknown code is a defect of ours, never of the case."""
    try:
        return RULES[code]
    except KeyError:
        raise KeyError(f"no rule {code} in the rulebook") from None


def refuse(code: str, say: str, todo: str = "", field: str | None = None) -> Reason:
    """A reason why an act isn't allowed: the rule, a plain sentence, what to do about it."""
    return Reason(rule=rule(code), say=say, todo=todo, field=field)
