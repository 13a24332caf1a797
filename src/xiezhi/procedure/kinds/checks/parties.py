"""Several parties in one case: a judgement made for each, and a share for everybody (art. 57)."""

from __future__ import annotations

from functools import wraps

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.shares import ELSEWHERE, shares_of
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask, Check


def of_each(check: Check) -> Check:
    """The same judgement for every party as it sees the File; the refusal names the party."""

    @wraps(check)
    def judge(st: Standing, ask: Ask) -> Reason | None:
        for one in st.parties:
            reason = check(one, ask)
            if reason is not None:
                return one.named(reason) if one is not st else reason
        return None

    return judge


def everybody_has_a_share(st: Standing, ask: Ask) -> Reason | None:
    """Of every party the report says what becomes of it: a penalty, none, or another File."""
    proposal = ask.facts.get("proposal") or {}
    shares = shares_of(proposal)
    wanted = ask.facts.get("parties") or []
    if len(wanted) > 1 and sorted(wanted) != sorted(share["party"] for share in shares):
        return refuse(
            "PEN-57",
            f"本案有 {len(wanted)} 个当事人，没有逐个提出处理建议。",
            todo="处罚内容逐行选择当事人；不予处罚的，也写一行。",
            field="penalties",
        )
    for share in shares:
        if reason := _unsettled(st, str(share["name"]), str(share.get("outcome") or "")):
            return reason
    return None


def _unsettled(st: Standing, name: str, outcome: str) -> Reason | None:
    if not outcome:
        return refuse(
            "PEN-57",
            f"{name}：没有写明怎样处理，或者处罚、不予处罚、另案处理互相矛盾。",
            todo="给予处罚的逐项写明；不予处罚、另案处理的，只写这一行。",
            field="penalties",
        )
    if outcome == ELSEWHERE and not st.has("casework.split_case"):
        return refuse(
            "FLOW-ORDER",
            f"{name}：另案处理，但案卷里没有分案。",
            todo="先办理“分案”。",
            field="penalties",
        )
    return None


def report_knows_everybody(st: Standing, _ask: Ask) -> Reason | None:
    """Somebody joined after the report answers for something that nobody has proposed yet."""
    joined = [e for e in st.all("casework.add_party") if e.facts.get("role") == "joint"]
    report = st.last("casework.conclude", "casework.revise_conclusion")
    if not joined or report is None or joined[-1].seq < report.seq:
        return None
    name = joined[-1].facts.get("name") or ""
    return refuse(
        "PEN-57",
        f"调查终结以后追加了共同当事人{name}，报告里没有对他的处理建议。",
        todo="先修改调查终结报告。",
    )
