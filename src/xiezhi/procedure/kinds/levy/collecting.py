"""The steps of a levy 行政征收 and of a charge 行政收费, declared once in two words."""

from __future__ import annotations

from collections.abc import Callable

from xiezhi.procedure.documents import collecting as d
from xiezhi.procedure.documents.collecting import Words
from xiezhi.procedure.documents.completeness import Together
from xiezhi.procedure.documents.vocabulary import BASIS, flag, long, money, must, named, text
from xiezhi.procedure.kinds import checks as c
from xiezhi.procedure.kinds.course import DAY, Way, never, now, towards_decision, without
from xiezhi.procedure.kinds.levy import checks as j
from xiezhi.procedure.kinds.levy import sums
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import ActKind, Expectation, Outcome, Stage, Step


def _before(w: Words) -> tuple[Step, ...]:
    """The duty, its sum, the notice, what the party says."""
    f, until = w.family, ("decision.issue",)
    return (
        Step(
            f"{f}.register",
            "duty",
            (DAY, c.begins_the_file, j.basis_is_named, j.item_is_listed),
            asks=(
                text("cause", f"{w.word}项目", "CHG-3"),
                text("listed_as", "目录清单中的名称和编号", "CHG-1"),
                flag("listed", "项目在公布的目录清单内"),
                must(BASIS, "LEVY-1", "依据"),
                text("period", "所属期间"),
            ),
            says=f"登记对{{party}}的{w.word}事项：{{cause}}。",
            intro="项目要在公布的目录清单内，有法律、法规的依据和标准。",
            verb="登记",
        ),
        Step(
            f"{f}.assess",
            "duty",
            (DAY, c.not_decided, c.review_not_pending, j.sum_is_reckoned),
            needs=(f"{f}.register",),
            until=until,
            once=False,
            documents=(f"{f}.assessment",),
            asks=(
                "duty_facts",
                "outcome",
                d.CALCULATION,
                "amount",
                "pay_days",
                "late_rate",
                named(d.NOT_DUE_WHY, "not_due_why", f"不予{w.word}的理由"),
            ),
            grounds=True,
            says="核定：{outcome}。",
            intro="每行的金额是基数乘标准，应缴金额是各行之和，算错的不能保存。",
            verb="核定",
        ),
        Step(
            f"{f}.notify",
            "notice",
            (DAY, j.something_is_to_be_paid, j.reply_day_is_ahead),
            needs=(f"{f}.assess",),
            until=until,
            once=False,
            documents=(f"{f}.notice",),
            asks=("reply_by", text("signed_for", "签收人")),
            says=f"向{{party}}告知拟{w.word}的项目、依据和数额，{{number}}。",
        ),
        Step(
            f"{f}.record_statement",
            "notice",
            (DAY,),
            needs=(f"{f}.notify",),
            until=until,
            once=False,
            documents=(f"{f}.statement",),
            asks=("spoke", "no_objection", "stated"),
            attach="提交的材料",
            says="记录{party}的意见。",
        ),
        Step(
            f"{f}.recheck_statement",
            "notice",
            (DAY, j.an_objection_is_open(f)),
            needs=(f"{f}.record_statement",),
            until=until,
            once=False,
            documents=(f"{f}.answer",),
            asks=("answer_kind", "answered"),
            says="复核{party}的意见：{answer_kind}。",
        ),
    )


def _after(w: Words) -> tuple[Step, ...]:
    """Payment, receipt, relief, late fee, refund, hand-over to enforcement."""
    f, until = w.family, ("decision.close",)
    return (
        Step(
            "decision.record_payment",
            "payment",
            (DAY, c.payment_is_positive),
            needs=("decision.serve",),
            until=until,
            once=False,
        ),
        Step(
            f"{f}.give_receipt",
            "payment",
            (DAY, j.receipt_covers_what_came_in(f)),
            needs=("decision.record_payment",),
            until=until,
            once=False,
            asks=(
                text("receipt_number", "票据号码", "LEVY-8"),
                money("receipt_amount", "开票金额", "LEVY-8"),
            ),
            says="开具票据 {receipt_number}，{receipt_amount} 元。",
        ),
        Step(
            f"{f}.apply_relief",
            "payment",
            (DAY, j.something_is_owed(f), j.nothing_waits_for_relief(f)),
            needs=("decision.serve",),
            until=until,
            once=False,
            documents=(f"{f}.relief_application",),
            asks=("relief_kind", "relief_why"),
            attach="证明材料",
            says="{party}申请{relief_kind}。",
        ),
        Step(
            f"{f}.decide_relief",
            "payment",
            (DAY, j.relief_is_open(f), j.relief_fits(f)),
            needs=(f"{f}.apply_relief",),
            until=until,
            once=False,
            documents=(f"{f}.relief",),
            asks=(
                "relief_answer",
                "relief_amount",
                "deferred_until",
                must(named(BASIS, "relief_basis", "减免缓的依据"), "LEVY-6"),
                "relief_reason",
            ),
            says="对减免缓申请作出决定：{relief_answer}，{number}。",
        ),
        Step(
            f"{f}.add_late_fee",
            "payment",
            (DAY, j.late_fee_is_lawful(f)),
            needs=("decision.serve",),
            until=until,
            documents=(f"{f}.late_fee",),
            asks=("late_days", "late_fee"),
            says="加收滞纳金 {late_fee} 元，{number}。",
        ),
        Step(
            f"{f}.refund",
            "payment",
            (DAY, j.refund_is_covered(f)),
            needs=("decision.record_payment",),
            until=until,
            once=False,
            documents=(f"{f}.refund",),
            asks=("refund_amount", "refund_why", "refund_how"),
            says="退还多收的 {refund_amount} 元，{number}。",
        ),
        Step(
            f"{f}.hand_over",
            "payment",
            (DAY, j.something_is_owed(f), j.nothing_waits_for_relief(f), j.term_to_pay_is_over(f)),
            needs=("decision.serve",),
            until=until,
            asks=(
                text("execution_number", "强制执行案卷编号或者申请法院执行的文号", "LEVY-9"),
                long("hand_over_why", "未缴的情况"),
            ),
            says="将未缴的款项转入强制执行：{execution_number}。",
        ),
    )


def _objection_waits(f: str) -> Callable[[Standing], bool]:
    """An objection that nobody has answered yet."""

    def judge(st: Standing) -> bool:
        said = st.last(f"{f}.record_statement")
        if said is None or said.facts.get("no_objection") is True:
            return False
        return not st.after(f"{f}.recheck_statement", said.seq)

    return judge


def _unpaid(f: str) -> Callable[[Standing], bool]:
    return lambda st: (
        st.has("decision.serve")
        and not st.any(f"{f}.hand_over", "decision.close")
        and sums.owed(st, f) > 0
    )


def _late(f: str) -> Callable[[Standing], bool]:
    """The term to pay is over and something is still owed."""

    def judge(st: Standing) -> bool:
        last = sums.pay_by(st, f)
        return last is not None and st.today > last and _unpaid(f)(st)

    return judge


def _expects(w: Words) -> tuple[Expectation, ...]:
    f = w.family
    return (
        Expectation(
            f"{f}.assess",
            never(f"{f}.register", f"{f}.assess"),
            "已登记，核定计征的基数、标准和数额。",
        ),
        Expectation(
            f"{f}.notify",
            lambda st: (
                (st.proposal or {}).get("outcome") == "collect"
                and without(f"{f}.assess", f"{f}.notify", "decision.issue")(st)
                and not st.has(f"{f}.notify")
            ),
            "作出决定前，告知拟收的项目、依据和数额，听取意见。",
        ),
        Expectation(f"{f}.recheck_statement", _objection_waits(f), "当事人提出意见，应当复核。"),
        Expectation("decision.record_payment", _unpaid(f), "收到缴款后登记。"),
        Expectation(
            f"{f}.decide_relief",
            lambda st: j.relief_is_open(f)(st, now(st)) is None,
            "减免缓申请等待决定。",
        ),
        Expectation(f"{f}.hand_over", _late(f), "缴纳期限已过，仍未缴清的，转入强制执行。"),
        Expectation(
            f"{f}.give_receipt",
            lambda st: sums.paid(st) > sums.added(st, f"{f}.give_receipt", "receipt_amount"),
            "收到的款项应当开具财政票据。",
        ),
    )


def _together(w: Words) -> tuple[Together, ...]:
    f = w.family
    decided = (f"{f}.decision",)
    return (
        Together((f"{f}.assessment",), "LEVY-2", f"没有{w.word}核定表"),
        Together((f"{f}.notice",), "LEVY-3", f"没有{w.word}事先告知书", decided),
        Together((f"{f}.decision", f"{f}.none"), "LEVY-1", f"没有{w.word}决定书"),
        Together(
            ("service.receipt",), "DOC-SERVICE", "决定书没有送达回证", (*decided, f"{f}.none")
        ),
        Together((f"{f}.relief",), "LEVY-6", "减免缓申请没有决定书", (f"{f}.relief_application",)),
        Together(("case.closing",), "PEN-23", "没有结案审批表"),
    )


def _kind(w: Words, title: str) -> ActKind:
    f = w.family
    course = towards_decision(
        Way(
            begins=f"{f}.register",
            proposed=(f"{f}.assess",),
            ready=(j.party_was_heard(f),),
            done=(j.nothing_waits_for_relief(f), j.account_is_settled(f)),
        )
    )
    return ActKind(
        code=f"{f}.ordinary",
        version="2026",
        label=f"行政{w.word}",
        procedure_label="一般程序",
        stages=(
            Stage("duty", "核定"),
            Stage("notice", "告知和听取意见"),
            Stage("review", "法制审核"),
            Stage("decision", "决定"),
            Stage("service", "送达"),
            Stage("payment", "缴纳"),
            Stage("closing", "结案"),
            Stage("archive", "归档"),
        ),
        steps=(*_before(w), *course.steps, *_after(w)),
        limits=course.limits,
        expects=(*_expects(w), *course.expects),
        review=f,
        disclosure=f,
        title=title,
        series=w.word,
        party_label="缴费人",
        proposes=(f"{f}.assess",),
        outcomes=(
            Outcome("collect", f"应当{w.word}", f"{f}.decision"),
            Outcome("none", f"不予{w.word}", f"{f}.none", favours=True),
        ),
        gates=(
            f"{f}.register",
            f"{f}.assess",
            "review.submit",
            "decision.issue",
            "decision.close",
            "record.archive",
        ),
        together=_together(w),
    )


LEVY = _kind(d.LEVY, "对{party}的征收（{cause}）")
CHARGE = _kind(d.CHARGE, "对{party}的收费（{cause}）")
