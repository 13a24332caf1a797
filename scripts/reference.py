"""Write the reference pages that are read off the code (`make reference`).

A page that is written by hand drifts from what the product does; these can't: a test compares
them with what this module makes.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from xiezhi.config.conformance import page as conformance
from xiezhi.procedure import rulebook
from xiezhi.procedure.acts import ACTS, Act
from xiezhi.procedure.citations import SourceStatus
from xiezhi.procedure.documents import KINDS, Volume, in_order
from xiezhi.procedure.policy import KEYS, POLICIES, Policy
from xiezhi.procedure.roles import Role
from xiezhi.procedure.timelimits import LIMITS, TimeLimit
from xiezhi.procedure.timelimits.model import Binds

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
MADE = "<!-- Made by `make reference` from the code. Don't edit. -->"

_CONTEXTS = {
    "casework": "casework 办案",
    "review": "review 法制审核",
    "decision": "decision 决定、送达、执行",
    "disclosure": "disclosure 公示",
    "record": "record 记录、归档",
    "registry": "registry 权责基础数据",
}
_STATUS = {
    SourceStatus.STATUTE_TEXT: "article",
    SourceStatus.SECONDARY: "secondary",
    SourceStatus.UNVERIFIED: "**unverified**",
}
_BINDS = {
    Binds.AGENCY: "agency",
    Binds.PARTY_DUTY: "party, duty",
    Binds.PARTY_RIGHT: "party, right",
}
_VOLUMES = {
    Volume.OPEN: "正卷, the volume others may read",
    Volume.INTERNAL: "副卷, internal",
    Volume.BINDING: "装订, binding",
}


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """A Markdown table, line by line."""
    heads = list(head)
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(str(cell).replace('|', '/') for cell in row)} |"


# -- who may do what ---------------------------------------------------------------------------


def permissions() -> Iterator[str]:
    """Acts by roles."""
    yield "# Permissions"
    yield ""
    yield MADE
    yield ""
    yield (
        f"{len(ACTS)} acts. The name of an act is at once its permission, its kind in the ledger "
        "and its API operation. Whoever holds none of the roles may not: there is no superuser. "
        "A role is held over an organ and everything below it, from a day to a day."
    )
    yield ""
    yield "- ● the role may do it · ◐ only the officers of that File (承办人 of this case)"
    yield "- ○ in the agency that the File is addressed to (被监督机关): its head, whom he named"
    yield "- ◆ the act changes what a legal review looks at: an earlier review no longer counts"
    yield "- No role carries an act for 执法监督人员: a supervisor reads and changes nothing."
    for context, title in _CONTEXTS.items():
        yield ""
        yield f"## {title}"
        yield ""
        rows = (_act_row(act) for act in ACTS.values() if act.context == context)
        yield from table(("act", "办理事项", *(r.label for r in Role), "◆"), rows)
    yield ""
    yield from _SEES


def _act_row(act: Act) -> list[str]:
    mark = "○" if act.addressee else "◐" if act.handlers_only else "●"
    held = (mark if role in act.roles else "" for role in Role)
    return [f"`{act.name}`", act.label, *held, "◆" if act.substance else ""]


_SEES = """\
## Who sees which File

| who | sees |
| --- | --- |
| who takes part in a File (承办, 审核, 决定) | that File, until recused or replaced |
| 承办机构负责人 | every File of the units the post is held over |
| 法制审核人员, 机关负责人, 公示员, 档案员, 执法监督人员 | every File of its agencies |
| 承办人, 系统管理员 | no others |
| 被监督机关负责人, 指定的答复人员 | what was served on their agency, and its answers |

A File that somebody may not see answers as if it didn't exist. One person has one capacity in a
File: handler, reviewer or decider. Only the summary procedure, where the officers decide on the
spot, knows deciders who are handlers.""".splitlines()


# -- rules -------------------------------------------------------------------------------------


def rules() -> Iterator[str]:
    """Every rule by its file, with article and source."""
    counted = {s: sum(r.cite.status is s for r in rulebook.RULES.values()) for s in SourceStatus}
    yield "# Rules"
    yield ""
    yield MADE
    yield ""
    yield (
        f"{len(rulebook.RULES)} rules in `src/xiezhi/procedure/rulebook/*.toml`, each with its "
        "article and, where we have it, the words of the article. A refusal names its rule."
    )
    yield ""
    yield from table(
        ("source", "rules", "means"),
        (
            ("article", counted[SourceStatus.STATUTE_TEXT], "read in the text of the law"),
            (
                "secondary",
                counted[SourceStatus.SECONDARY],
                "from a document that reports or applies the law, or a rule of the platform",
            ),
            (
                "**unverified**",
                counted[SourceStatus.UNVERIFIED],
                "not yet found in an official text: check before you rely on it",
            ),
        ),
    )
    yield ""
    yield (
        "A rule may be listed before anything enforces it: what is enforced where is in "
        "`procedure/kinds/` (steps), `procedure/timelimits/` and `procedure/documents/`."
    )
    for title, codes in _rule_files():
        yield ""
        yield f"## {title}"
        yield ""
        yield from table(("code", "规则", "依据", "source"), (_rule_row(code) for code in codes))


def _rule_files() -> Iterator[tuple[str, list[str]]]:
    for file in sorted(files(rulebook).iterdir(), key=lambda each: each.name):
        if file.name.endswith(".toml"):
            text = file.read_text(encoding="utf-8")
            title = text.splitlines()[0].lstrip("# ")
            yield title, [row["code"] for row in tomllib.loads(text)["rule"]]


def _rule_row(code: str) -> list[str]:
    rule = rulebook.RULES[code]
    return [f"`{code}`", rule.title, str(rule.cite), _STATUS[rule.cite.status]]


# -- time limits -------------------------------------------------------------------------------


def time_limits() -> Iterator[str]:
    """Every limit with trigger, length, and what may change it."""
    yield "# Time limits"
    yield ""
    yield MADE
    yield ""
    yield (
        "Where a policy profile may set the length, its key is named; the value here is the one "
        "of the declaration. How a limit is counted: [deadlines](../explanation/deadlines.md)."
    )
    yield ""
    rows = (_limit_row(limit) for limit in LIMITS.values())
    head = ("code", "期限", "自", "长度", "binds", "profile key", "依据", "source", "超期")
    yield from table(head, rows)


def _limit_row(limit: TimeLimit) -> list[str]:
    length = f"{'提前 ' if limit.backward else ''}{limit.length}"
    return [
        f"`{limit.id}`",
        limit.label,
        limit.trigger_label,
        length,
        _BINDS[limit.binds],
        f"`{limit.policy_key}`" if limit.policy_key else "",
        str(limit.cite),
        _STATUS[limit.status],
        limit.on_breach,
    ]


# -- policy profiles ---------------------------------------------------------------------------


def profiles() -> Iterator[str]:
    """What the profiles say, side by side."""
    yield "# Policy profiles"
    yield ""
    yield MADE
    yield ""
    yield (
        "One file each in `src/xiezhi/procedure/policies/`. An empty cell is inherited from the "
        "profile it extends. Days are working days unless the limit says otherwise; sums are in "
        "yuan; 0 is no such line. To write one: "
        "[policy profile](../howto/policy-profile.md)."
    )
    yield ""
    yield from table(("profile", "title"), ((f"`{p.code}`", p.title) for p in _policies()))
    yield ""
    head = ("key", *(f"`{policy.code}`" for policy in _policies()), "rule", "依据")
    yield from table(head, (_key_row(key) for key in KEYS))


def _key_row(key: str) -> list[str]:
    own = (_said(policy, key) for policy in _policies())
    source = POLICIES["national"].sources[key].rule
    return [f"`{key}`", *own, f"`{source}`", str(rulebook.RULES[source].cite)]


def _policies() -> list[Policy]:
    """The baseline first, then who extends it."""
    return sorted(POLICIES.values(), key=lambda policy: (policy.code != "national", policy.code))


def _said(policy: Policy, key: str) -> str:
    own = policy.sources[key].profile == policy.code
    return _plain(getattr(policy, key)) if own else ""


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    if isinstance(value, Mapping):
        return "; ".join(f"{k} {_plain(v)}" for k, v in value.items())
    return str(value)


# -- documents ---------------------------------------------------------------------------------


def documents() -> Iterator[str]:
    """Every document kind in the order in which it is bound."""
    yield "# Documents"
    yield ""
    yield MADE
    yield ""
    yield (
        f"{len(KINDS)} documents of a penalty case, in the order in which they are bound. "
        "“Must say” counts the fields that an article demands; a document without one of them is "
        "refused, and the article named. Served documents carry a QR code."
    )
    for volume, title in _VOLUMES.items():
        yield ""
        yield f"## {title}"
        yield ""
        yield from table(
            ("code", "文书", "文号", "served", "fields", "must say"),
            (
                (
                    f"`{kind.code}`",
                    kind.title,
                    kind.series or "",
                    "yes" if kind.served else "",
                    len(kind.fields),
                    sum(field.rule is not None for field in kind.fields),
                )
                for kind in in_order(volume)
            ),
        )


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "permissions.md": permissions,
    "rules.md": rules,
    "time-limits.md": time_limits,
    "profiles.md": profiles,
    "documents.md": documents,
    "conformance.md": lambda: conformance.lines(MADE),
}


def page(name: str) -> str:
    """The text of one page as it should stand in the folder."""
    return "\n".join(PAGES[name]()) + "\n"


def main() -> None:
    """Write all of them."""
    for name in PAGES:
        (FOLDER / name).write_text(page(name), encoding="utf-8")


if __name__ == "__main__":
    main()
