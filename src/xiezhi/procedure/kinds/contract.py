"""合同审查: a unit submits a draft, the legal section agrees, asks for changes or advises against.

It is a legal review itself, so no other stands in front of it; what it reviews is no enforcement
decision. No statute sets its term, so there is none.
"""

from __future__ import annotations

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.documents.completeness import Together
from xiezhi.procedure.documents.contract import POINTS
from xiezhi.procedure.documents.model import Field, FieldKind
from xiezhi.procedure.kinds.checks.days import day
from xiezhi.procedure.kinds.course import DAY
from xiezhi.procedure.kinds.undecided import concluding
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import ActKind, Ask, Event, Expectation, Stage, Step

BEGINS = "contract.submit"
_ENDED = ("contract.record_signing", "contract.drop")


def _opinion(st: Standing) -> Event | None:
    """The opinion on the draft as last submitted."""
    sent, said = st.last(BEGINS, "contract.resubmit"), st.last("contract.give_opinion")
    return said if said and sent and said.seq > sent.seq else None


def _verdict(st: Standing) -> str | None:
    said = _opinion(st)
    return None if said is None else str(said.facts.get("contract_verdict"))


def waits_for_opinion(st: Standing, _ask: Ask) -> Reason | None:
    if _opinion(st) is None:
        return None
    return refuse("FLOW-ONCE", "送审的文本已经有审查意见。", todo="修改后再次送审。")


def points_agree(_st: Standing, ask: Ask) -> Reason | None:
    """Every point answered; a draft that fails one isn't agreed to."""
    for name, label in POINTS:
        answer = ask.facts.get(name)
        if answer not in ("pass", "fail", "na"):
            return refuse("CON-1", f"审查事项“{label}”没有结论。", field=name)
        if answer == "fail" and ask.facts.get("contract_verdict") == "agree":
            return refuse(
                "CON-1",
                f"审查事项“{label}”不符合，不能同意签订。",
                todo="改为修改后再送审，或者不宜签订。",
                field="contract_verdict",
            )
    return None


def changes_were_asked(st: Standing, _ask: Ask) -> Reason | None:
    """Submitted again only after an opinion that didn't agree."""
    if _verdict(st) in ("change", "not_sign"):
        return None
    return refuse("FLOW-ORDER", "没有需要修改的审查意见，不用再次送审。")


def was_agreed_to(st: Standing, ask: Ask) -> Reason | None:
    """Nothing is signed that the review hasn't agreed to, and only in that text."""
    if _verdict(st) != "agree":
        return refuse("CON-1", "审查意见不是同意签订，不能签订。", todo="修改后再次送审。")
    if ask.facts.get("text_unchanged") is not True:
        return refuse(
            "CON-1",
            "没有确认签订的文本与审查同意的文本一致。",
            todo="不一致的，重新送审。",
            field="text_unchanged",
        )
    return _signed_after(st, ask)


def _signed_after(st: Standing, ask: Ask) -> Reason | None:
    signed, said = day(ask.facts.get("signed_on")), _opinion(st)
    if signed is not None and said is not None and said.on <= signed <= ask.on:
        return None
    return refuse(
        "FLOW-DATE", "签订日期没有填写，或者早于审查同意、晚于登记的日期。", field="signed_on"
    )


_COURSE = concluding(BEGINS, _ENDED)
CONTRACT = ActKind(
    code="contract.review",
    version="2026",
    label="合同审查",
    procedure_label="合法性审查",
    stages=(
        Stage("submission", "送审"),
        Stage("legality", "审查"),
        Stage("result", "签订"),
        Stage("closing", "办结"),
        Stage("archive", "归档"),
    ),
    steps=(
        Step(
            BEGINS,
            "submission",
            (DAY,),
            documents=("contract.submission",),
            asks=(
                "cause",
                "brief",
                "contract_amount",
                "concluded_how",
                "contract_term",
                "contract_digest",
            ),
            attach="合同送审文本",
            says="送审与{party}的合同《{cause}》。",
        ),
        Step(
            "contract.give_opinion",
            "legality",
            (DAY, waits_for_opinion, points_agree),
            needs=(BEGINS,),
            until=_ENDED,
            once=False,
            documents=("contract.opinion",),
            asks=(
                *(name for name, _ in POINTS),
                "contract_verdict",
                "verdict_reason",
                "to_change",
            ),
            says="合同审查意见：{contract_verdict}，{number}。",
            follows=(BEGINS, "contract.resubmit"),
        ),
        Step(
            "contract.resubmit",
            "submission",
            (DAY, changes_were_asked),
            needs=("contract.give_opinion",),
            until=_ENDED,
            once=False,
            documents=("contract.resubmission",),
            asks=("changed_how", "contract_digest"),
            attach="修改后的合同文本",
            says="修改后再次送审合同。",
        ),
        Step(
            "contract.record_signing",
            "result",
            (DAY, was_agreed_to),
            needs=("contract.give_opinion",),
            until=("contract.drop",),
            documents=("contract.signing",),
            asks=("contract_number", "signed_on", "signed_for_us", "text_unchanged"),
            attach="已签订的合同",
            says="签订合同{contract_number}。",
        ),
        Step(
            "contract.drop",
            "result",
            (DAY,),
            needs=(BEGINS,),
            until=("contract.record_signing",),
            asks=(Field("dropped_why", "不签订的理由", FieldKind.PARAGRAPH, "CON-1"),),
            says="决定不签订合同。",
        ),
        *_COURSE.steps,
    ),
    limits=_COURSE.limits,
    expects=(
        Expectation(
            "contract.give_opinion",
            lambda st: _opinion(st) is None and not st.any(*_ENDED),
            "对送审的合同出具审查意见。",
        ),
        Expectation(
            "contract.resubmit",
            lambda st: _verdict(st) == "change" and not st.any(*_ENDED),
            "按审查意见修改后再次送审。",
        ),
        Expectation(
            "contract.record_signing",
            lambda st: _verdict(st) == "agree" and not st.any(*_ENDED),
            "审查同意，签订后登记。",
        ),
        Expectation(
            "contract.drop",
            lambda st: _verdict(st) == "not_sign" and not st.any(*_ENDED),
            "审查认为不宜签订，由负责人决定。",
        ),
        *_COURSE.expects,
    ),
    review="none",
    disclosure="none",
    no_review="合同审查本身就是合法性审查，审查的是民事合同，不是执法决定"
    "（《优化营商环境条例》第三十一条）",
    title="与{party}的合同《{cause}》",
    series="合送",
    party_label="合同相对方",
    gates=("contract.give_opinion", "contract.record_signing", "decision.close"),
    together=(
        Together(("contract.submission",), "CON-1", "没有合同送审表"),
        Together(("contract.opinion",), "CON-1", "没有合同审查意见书", ("contract.signing",)),
        Together(("case.closing",), "PEN-23", "没有结案审批表"),
    ),
)
