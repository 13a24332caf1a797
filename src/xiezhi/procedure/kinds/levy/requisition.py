"""行政征用: property taken for an urgent need, given back after its use, and paid for."""

from __future__ import annotations

from decimal import Decimal

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.documents import requisition as d
from xiezhi.procedure.documents.completeness import Together
from xiezhi.procedure.documents.vocabulary import BASIS, flag, long, money, must, text
from xiezhi.procedure.kinds import checks as c
from xiezhi.procedure.kinds.checks.days import day
from xiezhi.procedure.kinds.course import (
    DAY,
    OFFICERS,
    Way,
    never,
    towards_decision,
)
from xiezhi.procedure.kinds.levy import sums
from xiezhi.procedure.kinds.levy.checks import basis_is_named
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import ActKind, Ask, Expectation, Outcome, Stage, Step


def need_is_urgent(_st: Standing, ask: Ask) -> Reason | None:
    """Only an urgent need of the public allows it (民法典 art. 245)."""
    if ask.facts.get("urgent") is True and ask.facts.get("need"):
        return None
    return refuse(
        "REQ-1",
        "没有确认属于抢险救灾、疫情防控等紧急需要，或者没有写明情况。",
        todo="不属于紧急需要的，不得征用。",
        field="need",
    )


def opinion_is_whole(_st: Standing, ask: Ask) -> Reason | None:
    """What is taken, from when to when, for what; or why nothing is."""
    if ask.facts.get("outcome") == "none":
        if ask.facts.get("not_needed_why"):
            return None
        return refuse("REQ-1", "没有写明不予征用的理由。", field="not_needed_why")
    if not ask.facts.get("property"):
        return refuse("REQ-4", "没有写明征用的财产。", field="property")
    begun, end = day(ask.facts.get("use_from")), day(ask.facts.get("use_until"))
    if begun is None or end is None or end < begun:
        return refuse("REQ-2", "使用的起止日期没有写明，或者前后不符。", field="use_until")
    for name, code in (("purpose", "REQ-1"), ("compensation_terms", "REQ-3")):
        if not ask.facts.get(name):
            return refuse(code, "没有写明用途或者补偿的原则和方式。", field=name)
    return None


def owner_was_heard(st: Standing, _ask: Ask) -> Reason | None:
    """Heard, or the emergency that left no time is written down."""
    proposed = st.proposal or {}
    if proposed.get("outcome") == "none" or proposed.get("unheard_why"):
        return None
    if st.has("levy.hear_owner"):
        return None
    return refuse(
        "LEVY-3",
        "还没有听取被征用人的意见。",
        todo="听取意见；情况紧急来不及的，在征用意见里写明。",
    )


def property_is_to_be_taken(st: Standing, _ask: Ask) -> Reason | None:
    if _requisitioned(st) and not st.has("decision.revoke"):
        return None
    return refuse("REQ-1", "没有作出征用决定，不能接收财产。")


def _requisitioned(st: Standing) -> bool:
    return st.has("decision.issue") and (st.proposal or {}).get("outcome") == "requisition"


def list_is_whole(_st: Standing, ask: Ask) -> Reason | None:
    """Every thing by its name and quantity."""
    name = "returned" if ask.facts.get("returned") else "property"
    rows = ask.facts.get(name) or []
    if rows and all(row.get("name") and row.get("quantity") for row in rows):
        return None
    return refuse("REQ-4", "清单没有逐项写明名称和数量。", field=name)


def _items(rows: object) -> int:
    return len(rows) if isinstance(rows, list) else 0


def return_accounts_for_all(st: Standing, ask: Ask) -> Reason | None:
    """As many items come back as were taken; what is harmed or lost is said in its row."""
    taken = _items(st.fact("levy.take_property", "property"))
    back = _items(ask.facts.get("returned"))
    if back == taken:
        return None
    return refuse(
        "REQ-2",
        f"接收的财产有 {taken} 项，返还清单有 {back} 项。",
        todo="逐项列明；毁损、灭失的，在该项写明情况。",
        field="returned",
    )


def compensation_is_reckoned(_st: Standing, ask: Ask) -> Reason | None:
    """Rows multiply and add up to a sum above nothing (民法典 art. 117)."""
    rows = ask.facts.get("compensation") or []
    if not rows:
        return refuse("REQ-3", "没有补偿明细。", field="compensation")
    if wrong := sums.wrong_row(rows):
        return refuse("REQ-3", f"补偿明细{wrong}", field="compensation")
    due = sums.total(rows)
    if sums.decimal(ask.facts.get("compensation_amount")) != due or due <= 0:
        return refuse(
            "REQ-3", f"补偿金额应当等于各行合计 {due:,} 元。", field="compensation_amount"
        )
    return None


def _unpaid(st: Standing) -> Decimal:
    due = sums.decimal(st.fact("levy.decide_compensation", "compensation_amount"))
    return (due or Decimal(0)) - sums.added(st, "levy.pay_compensation", "paid_amount")


def payment_is_due(st: Standing, ask: Ask) -> Reason | None:
    amount, left = sums.decimal(ask.facts.get("paid_amount")) or 0, _unpaid(st)
    if 0 < amount <= left:
        return None
    return refuse("REQ-3", f"还应当支付的补偿是 {left:,} 元。", field="paid_amount")


def returned_and_compensated(st: Standing, _ask: Ask) -> Reason | None:
    """A requisition ends when the property is back and the compensation paid."""
    if not _requisitioned(st) or not st.has("levy.take_property"):
        return None
    if not st.has("levy.return_property"):
        return refuse("REQ-2", "征用的财产还没有返还。", todo="返还财产，制作返还清单。")
    if not st.has("levy.decide_compensation"):
        return refuse("REQ-3", "还没有决定征用补偿。", todo="由负责人决定补偿。")
    if left := _unpaid(st):
        return refuse("REQ-3", f"还有 {left:,} 元补偿没有支付。", todo="支付补偿。")
    return None


BEGUN = Step(
    "levy.begin_requisition",
    "need",
    (DAY, c.begins_the_file, basis_is_named, need_is_urgent),
    asks=(
        text("cause", "征用事项", "REQ-1"),
        flag("urgent", "属于抢险救灾、疫情防控等紧急需要"),
        must(d.NEED, "REQ-1"),
        must(BASIS, "REQ-1", "依据"),
    ),
    says="登记对{party}的征用事项：{cause}。",
    intro="征用只能用于法律规定的紧急需要，使用后返还，给予补偿。",
    verb="登记",
)

HEARD = Step(
    "levy.hear_owner",
    "need",
    (DAY,),
    needs=("levy.begin_requisition",),
    until=("decision.issue",),
    once=False,
    documents=("levy.owner_statement",),
    asks=("spoke", "stated", "answered"),
    says="听取{party}的意见并答复。",
)

PROPOSED = Step(
    "levy.propose_requisition",
    "need",
    (DAY, c.not_decided, c.review_not_pending, opinion_is_whole),
    needs=("levy.begin_requisition",),
    until=("decision.issue",),
    once=False,
    documents=("levy.requisition_report",),
    follows=("levy.begin_requisition", "levy.hear_owner"),
    asks=(
        "outcome",
        d.PROPERTY,
        "purpose",
        "use_from",
        "use_until",
        d.TERMS,
        long("not_needed_why", "不予征用的理由"),
        "unheard_why",
    ),
    grounds=True,
    says="提出征用意见：{outcome}。",
)

TAKEN = Step(
    "levy.take_property",
    "use",
    (DAY, property_is_to_be_taken, *OFFICERS, c.rights_were_told, list_is_whole),
    needs=("decision.serve",),
    until=("decision.close",),
    documents=("levy.inventory",),
    asks=("place", must(d.PROPERTY, "REQ-4")),
    on_site=True,
    attach="财产现状照片",
    says="在{place}接收征用的财产，清单一式二份。",
)

RETURNED = Step(
    "levy.return_property",
    "use",
    (DAY, *OFFICERS, c.rights_were_told, list_is_whole, return_accounts_for_all),
    needs=("levy.take_property",),
    until=("decision.close",),
    documents=("levy.return_list",),
    asks=("place", must(d.RETURNED, "REQ-2")),
    on_site=True,
    attach="返还时的照片",
    says="在{place}返还征用的财产。",
)

COMPENSATED = Step(
    "levy.decide_compensation",
    "use",
    (DAY, compensation_is_reckoned),
    needs=("levy.return_property",),
    until=("decision.close",),
    documents=("levy.compensation",),
    asks=(must(d.PAYMENT, "REQ-3"), "compensation_amount", "compensation_why"),
    says="决定补偿 {compensation_amount} 元，{number}。",
)

PAID = Step(
    "levy.pay_compensation",
    "use",
    (DAY, payment_is_due),
    needs=("levy.decide_compensation",),
    until=("decision.close",),
    once=False,
    asks=(
        money("paid_amount", "支付金额", "REQ-3"),
        text("voucher", "支付凭证号", "REQ-3"),
    ),
    says="支付补偿 {paid_amount} 元。",
)

COURSE = towards_decision(
    Way(
        begins="levy.begin_requisition",
        proposed=("levy.propose_requisition",),
        ready=(owner_was_heard,),
        done=(returned_and_compensated,),
    )
)


def _use_is_over(st: Standing) -> bool:
    end = day((st.proposal or {}).get("use_until"))
    taken = st.has("levy.take_property") and not st.has("levy.return_property")
    return taken and end is not None and end < st.today


EXPECTS = (
    Expectation(
        "levy.propose_requisition",
        never("levy.begin_requisition", "levy.propose_requisition"),
        "已登记，提出征用意见。",
    ),
    Expectation(
        "levy.hear_owner",
        lambda st: (
            st.has("levy.propose_requisition")
            and not st.has("decision.issue")
            and owner_was_heard(st, Ask("", st.today)) is not None
        ),
        "作出决定前听取被征用人的意见。",
    ),
    Expectation(
        "levy.take_property",
        lambda st: (
            _requisitioned(st)
            and st.has("decision.serve")
            and not st.any("levy.take_property", "decision.close", "decision.revoke")
        ),
        "决定已送达，接收财产并逐项登记。",
    ),
    Expectation("levy.return_property", _use_is_over, "使用期限已过，返还征用的财产。"),
    Expectation(
        "levy.decide_compensation",
        never("levy.return_property", "levy.decide_compensation"),
        "财产已返还，由负责人决定补偿。",
    ),
    Expectation(
        "levy.pay_compensation",
        lambda st: st.has("levy.decide_compensation") and _unpaid(st) > 0,
        "补偿已决定，及时支付。",
    ),
)

_DECIDED = ("levy.requisition", "levy.requisition_none")

REQUISITION = ActKind(
    code="levy.requisition",
    version="2026",
    label="行政征用",
    procedure_label="一般程序",
    stages=(
        Stage("need", "提出"),
        Stage("review", "法制审核"),
        Stage("decision", "决定"),
        Stage("service", "送达"),
        Stage("use", "使用、返还和补偿"),
        Stage("closing", "结案"),
        Stage("archive", "归档"),
    ),
    steps=(BEGUN, HEARD, PROPOSED, *COURSE.steps, TAKEN, RETURNED, COMPENSATED, PAID),
    limits=COURSE.limits,
    expects=(*EXPECTS, *COURSE.expects),
    review="levy",
    disclosure="levy",
    title="对{party}财产的征用（{cause}）",
    series="征用事",
    party_label="被征用人",
    proposes=("levy.propose_requisition",),
    outcomes=(
        Outcome("requisition", "予以征用", "levy.requisition"),
        Outcome("none", "不予征用", "levy.requisition_none", favours=True),
    ),
    gates=(
        "levy.begin_requisition",
        "levy.propose_requisition",
        "review.submit",
        "decision.issue",
        "levy.take_property",
        "decision.close",
        "record.archive",
    ),
    together=(
        Together(("levy.requisition_report",), "REQ-1", "没有行政征用意见表"),
        Together(_DECIDED, "REQ-1", "没有征用决定书"),
        Together(("service.receipt",), "DOC-SERVICE", "决定书没有送达回证", _DECIDED),
        Together(("levy.return_list",), "REQ-2", "没有财产返还清单", ("levy.inventory",)),
        Together(("levy.compensation",), "REQ-3", "没有征用补偿决定书", ("levy.inventory",)),
        Together(("case.closing",), "PEN-23", "没有结案审批表"),
    ),
)
