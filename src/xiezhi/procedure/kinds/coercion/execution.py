"""强制执行: the agency enforces its own decision where a law lets it (强制法 ch. 4)."""

from __future__ import annotations

from xiezhi.procedure import timelimits as t
from xiezhi.procedure.documents.coercion.enforcing import MODES
from xiezhi.procedure.documents.completeness import Together
from xiezhi.procedure.kinds.coercion import demanding as d
from xiezhi.procedure.kinds.coercion import enforcing as e
from xiezhi.procedure.kinds.coercion import performing as p
from xiezhi.procedure.kinds.course import Way, never, now, towards_decision, without
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import ActKind, Event, Expectation, LimitUse, Outcome, Stage
from xiezhi.procedure.timelimits import coercion as limits

_PAPERS = {
    "late_fee": "coercion.late_fee",
    "substitute": "coercion.substitution",
    "substitute_now": "coercion.substitution",
}
OUTCOMES = tuple(
    Outcome(
        code,
        label,
        _PAPERS.get(code, "coercion.execution"),
        major="REV-DEMOLISH" if code == "demolish" else "",
    )
    for code, label in MODES
)
_COURSE = towards_decision(
    Way(
        begins="coercion.demand",
        proposed=("coercion.propose_execution",),
        ready=(d.demand_has_run, d.statement_is_rechecked),
        done=(e.is_settled,),
        ended=p.ENDED,
        show=t.PUBLISH_ANY,
    )
)


def _ripe(st: Standing) -> bool:
    """The demand has run out unmet, and what the party said doesn't stand against it."""
    if st.any("coercion.propose_execution", *p.ENDED):
        return False
    checks = (d.demand_has_run, d.statement_is_rechecked)
    return all(check(st, now(st)) is None for check in checks)


def _to_be_carried_out(st: Standing) -> bool:
    if not st.has("decision.issue") or st.any(*p.ENDED, *e.CARRIED):
        return False
    return e.decision_was_told(st, now(st)) is None and e.goes_on(st, now(st)) is None


def _on_site(st: Standing) -> bool:
    return _to_be_carried_out(st) and e.is_done_on_site(st, now(st)) is None


DEMAND_EXPECTS = (
    Expectation(
        "coercion.recheck_statement",
        without("coercion.record_statement", "coercion.recheck_statement"),
        "当事人陈述、申辩的，进行复核；成立的应当采纳。",
    ),
)
EXPECTS = (
    Expectation(
        "coercion.serve_demand",
        never("coercion.demand", "coercion.serve_demand", *p.ENDED),
        "催告书直接送达当事人，履行期限自送达之日起计算。",
    ),
    *DEMAND_EXPECTS,
    Expectation("coercion.propose_execution", _ripe, "催告期满仍不履行，可以提请强制执行。"),
    Expectation(
        "coercion.remind_substitution",
        lambda st: (
            _on_site(st)
            and e.mode(st) == "substitute"
            and not st.has("coercion.remind_substitution")
        ),
        "代履行三日前再次催告，当事人履行的停止代履行。",
    ),
    Expectation(
        "coercion.execute", _on_site, "在工作日的白天实施，由两名以上执法人员到场，制作笔录。"
    ),
    Expectation(
        "coercion.order_transfer",
        lambda st: _to_be_carried_out(st) and e.mode(st) == "transfer",
        "书面通知金融机构划拨，款项上缴国库或者划入财政专户。",
    ),
    Expectation(
        "coercion.resume",
        lambda st: e.stopped_by(st) is not None and not st.any(*p.ENDED),
        "中止的情形消失，或者当事人不履行协议的，恢复执行。",
        "COE-17",
    ),
    Expectation(
        "coercion.record_performance",
        lambda st: st.any(*e.CARRIED) and not st.any(*p.ENDED),
        "执行完毕的，登记履行情况。",
    ),
)


def _suspended(st: Standing) -> Event | None:
    stop = e.stopped_by(st)
    return stop if stop is not None and stop.act == "coercion.suspend" else None


EXECUTION = ActKind(
    code="coercion.execution",
    version="2012",
    label="行政强制",
    procedure_label="强制执行",
    stages=(
        Stage("demand", "催告"),
        Stage("asking", "提请"),
        Stage("review", "法制审核"),
        Stage("decision", "决定"),
        Stage("service", "送达"),
        Stage("execution", "执行"),
        Stage("closing", "结案"),
        Stage("archive", "归档"),
    ),
    steps=(p.DEMAND, *p.DEMANDING, *p.ENFORCING[:2], *_COURSE.steps, *p.ENFORCING[2:]),
    limits=(
        LimitUse(
            limits.DEMANDED,
            ("decision.issue", *p.ENDED),
            starts=d.short_demand,
            length=d.demand_days,
        ),
        LimitUse(limits.ABANDON, p.ENDED, starts=_suspended),
        *_COURSE.limits,
    ),
    expects=(*EXPECTS, *_COURSE.expects),
    review="coercion",
    disclosure="coercion",
    title="强制执行{party}未履行的行政决定（{cause}）",
    series="执",
    proposes=("coercion.propose_execution",),
    outcomes=OUTCOMES,
    gates=(
        "coercion.propose_execution",
        "decision.issue",
        "coercion.execute",
        "decision.close",
        "record.archive",
    ),
    together=(
        Together(("coercion.demand",), "COE-10", "没有催告书"),
        Together(("coercion.receipt",), "COE-10-7", "催告书没有送达回证", ("coercion.execution",)),
        Together(
            ("coercion.recheck",), "COE-10-2", "陈述、申辩没有复核意见", ("coercion.statement",)
        ),
        Together(
            ("review.opinion", "review.exemption"),
            "REV-GATE",
            "没有法制审核意见，也没有不属于审核范围的确认",
            ("coercion.execution", "coercion.substitution", "coercion.late_fee"),
        ),
        Together(
            ("service.receipt",),
            "DOC-SERVICE",
            "决定书没有送达回证",
            ("coercion.execution", "coercion.substitution", "coercion.late_fee"),
        ),
        Together(("case.closing",), "PEN-23", "没有结案审批表"),
    ),
)
