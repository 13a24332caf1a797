"""行政复议, seen from the body that reconsiders: ordinary and simplified procedure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from xiezhi.procedure.documents.completeness import Together
from xiezhi.procedure.documents.reconsideration.fields import LAPSING, OUTCOMES
from xiezhi.procedure.kinds.course import Course, Way, now, some_day, towards_decision
from xiezhi.procedure.kinds.reconsideration import clock
from xiezhi.procedure.kinds.reconsideration import judging as j
from xiezhi.procedure.kinds.reconsideration.applying import APPLY, APPLY_SIMPLIFIED, taking
from xiezhi.procedure.kinds.reconsideration.concluding import (
    CONVERT,
    EXTEND,
    READY,
    opining,
    performing,
)
from xiezhi.procedure.kinds.reconsideration.steps import resting, trying
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import (
    ActKind,
    Event,
    Expectation,
    LimitUse,
    Outcome,
    Stage,
    Step,
    Stop,
)
from xiezhi.procedure.timelimits import Extension, TimeLimit
from xiezhi.procedure.timelimits import reconsideration as t

Starts = Callable[[Standing], Event | None]

STAGES = (
    Stage("application", "申请与受理"),
    Stage("trial", "审理"),
    Stage("review", "法制审核"),
    Stage("decision", "决定"),
    Stage("service", "送达与履行"),
    Stage("closing", "结案"),
    Stage("archive", "归档"),
)
#: 中止 stops the term of the decision: a review that rests isn't running out (art. 39).
STOPS = (Stop("reconsideration.suspend", ("reconsideration.resume",), "REC-39", "中止行政复议"),)
_FAVOURS = ("change", "revoke", "remake", "unlawful", "perform", "void", "agreement")


def _document(code: str) -> str:
    return "reconsideration.rejection" if code == "dismiss" else "reconsideration.decision"


DECISIONS = tuple(
    Outcome(code, label, _document(code), favours=code in _FAVOURS) for code, label in OUTCOMES
)


def extended(st: Standing, start: Event) -> tuple[Extension, ...]:
    """What the head of the reviewing body granted (art. 62(1))."""
    return tuple(
        Extension(int(e.facts["days"]), "REM-8-3", e.on, "行政复议机构负责人")
        for e in st.all("reconsideration.extend")
        if e.seq > start.seq
    )


# -- what is expected --


def _open(st: Standing) -> bool:
    return clock.accepted(st) is not None and not st.any(*clock.DECIDED)


def _unsaid(st: Standing) -> bool:
    return _open(st) and not st.any("reconsideration.accept", "reconsideration.propose")


def _uncopied(st: Standing) -> bool:
    return _open(st) and not st.has("reconsideration.send_copy")


def _unanswered(st: Standing) -> bool:
    sent = st.any("reconsideration.send_copy")
    return _open(st) and sent and not st.has("reconsideration.receive_reply")


def _unheard(st: Standing) -> bool:
    heard = ("reconsideration.hear_opinions", "reconsideration.hold_hearing")
    answered = st.has("reconsideration.receive_reply")
    return _open(st) and answered and not clock.simplified(st) and not st.any(*heard)


def _to_be_judged(st: Standing) -> bool:
    """Everything an opinion needs is there; hearing and committee depend on its own answers."""
    if not _open(st) or st.has("reconsideration.propose") or clock.suspended(st):
        return False
    answered = j.respondent_could_answer(st, now(st)) is None
    return answered and j.parties_were_heard(st, some_day()) is None


def _lapsing(st: Standing) -> Event | None:
    return clock.suspended_for(*LAPSING)(st)


def _lapsed(st: Standing) -> bool:
    stopped = _lapsing(st)
    if stopped is None or st.any(*clock.DECIDED):
        return False
    return st.today > clock.reckon(st, t.SUSPENDED, stopped.on).last_day


def _basis(st: Standing) -> Event | None:
    """The review of the basis that isn't settled yet."""
    stopped = clock.suspended_for("basis")(st)
    if stopped is None or st.after("reconsideration.judge_basis", stopped.seq):
        return None
    return stopped


def _own_basis(st: Standing) -> Event | None:
    """The same, while it lies with this body."""
    stopped = _basis(st)
    handed = stopped and st.after("reconsideration.refer_basis", stopped.seq)
    return None if handed else stopped


def _unasked_basis(st: Standing) -> Event | None:
    stopped = _own_basis(st)
    asked = stopped and st.after("reconsideration.ask_maker", stopped.seq)
    return None if asked else stopped


def _letter_open(st: Standing) -> bool:
    return j.letter_is_answered(st, some_day()) is not None


def _expects(*, simple: bool) -> tuple[Expectation, ...]:
    decide = (t.DECIDE_SIMPLIFIED if simple else t.DECIDE_RECONSIDERATION).id
    copy, reply = (t.COPY_SIMPLIFIED, t.REPLY_SIMPLIFIED) if simple else (t.COPY, t.REPLY)
    return (
        Expectation(
            "reconsideration.accept",
            lambda st: clock.examining(st) is not None,
            "收到申请后 5 个工作日内审查，决定是否受理；期满视为受理。",
            t.EXAMINE.id,
        ),
        Expectation("reconsideration.accept", _unsaid, "审查期满已视为受理，出具受理通知书。"),
        Expectation("reconsideration.send_copy", _uncopied, "把申请书副本发送被申请人。", copy.id),
        Expectation(
            "reconsideration.receive_reply", _unanswered, "被申请人应当在期限内答复。", reply.id
        ),
        Expectation("reconsideration.hear_opinions", _unheard, "听取当事人的意见。", decide),
        Expectation(
            "reconsideration.ask_maker",
            lambda st: _unasked_basis(st) is not None,
            "中止后 3 个工作日内通知制定机关答复；无权处理的，7 个工作日内转送。",
            t.ASK_MAKER.id,
        ),
        Expectation(
            "reconsideration.judge_basis",
            lambda st: _basis(st) is not None,
            "附带审查有权处理的，30 日内处理。",
            t.JUDGE_BASIS.id,
        ),
        Expectation("reconsideration.terminate", _lapsed, "中止满 60 日，原因仍未消除的终止。"),
        Expectation("reconsideration.propose", _to_be_judged, "提出审查意见。", decide),
        Expectation(
            "reconsideration.copy_superior",
            lambda st: j.superior_is_told(st, some_day()) is not None,
            "发生法律效力的决定书、意见书抄告被申请人的上一级主管部门。",
        ),
        Expectation(
            "reconsideration.record_performance",
            lambda st: (
                j.something_binds(st, some_day()) is None
                and j.is_performed(st, some_day()) is not None
            ),
            "被申请人应当履行，登记履行情况；不履行的责令限期履行。",
        ),
        Expectation(
            "reconsideration.receive_report",
            _letter_open,
            "有关机关自收到意见书之日起 60 日内报送纠正情况。",
            t.LETTER.id,
        ),
    )


# -- limits --


def _use(limit: TimeLimit, starts: Starts, *ends: str) -> LimitUse:
    return LimitUse(limit, (*ends, *clock.DECIDED), starts=starts)


def _limits(*, simple: bool) -> tuple[LimitUse, ...]:
    short = (
        _use(t.COPY_SIMPLIFIED, clock.accepted_simplified, "reconsideration.send_copy"),
        _use(t.REPLY_SIMPLIFIED, clock.copied_simplified, "reconsideration.receive_reply"),
        LimitUse(
            t.DECIDE_SIMPLIFIED, clock.DECIDED, pausable=True, starts=clock.accepted_simplified
        ),
    )
    return (
        _use(t.EXAMINE, clock.examining),
        LimitUse(
            t.CORRECT,
            ("reconsideration.receive_correction", "reconsideration.note_abandoned"),
        ),
        *(short if simple else ()),
        _use(t.COPY, clock.accepted_ordinary, "reconsideration.send_copy"),
        _use(t.REPLY, clock.copied_ordinary, "reconsideration.receive_reply"),
        LimitUse(
            t.DECIDE_RECONSIDERATION,
            clock.DECIDED,
            pausable=True,
            starts=clock.accepted_ordinary,
            longer=extended,
        ),
        _use(t.SUSPENDED, _lapsing, "reconsideration.resume"),
        _use(t.ASK_MAKER, _unasked_basis),
        _use(t.MAKER_REPLIES, _asked_maker, "reconsideration.judge_basis"),
        _use(t.JUDGE_BASIS, _own_basis),
        _use(t.REFER_BASIS, _unasked_basis),
        _use(t.BASIS_RETURNS, _referred, "reconsideration.judge_basis"),
        LimitUse(t.LETTER, ("reconsideration.receive_report",)),
    )


def _asked_maker(st: Standing) -> Event | None:
    return st.last("reconsideration.ask_maker")


def _referred(st: Standing) -> Event | None:
    return st.last("reconsideration.refer_basis")


# -- the two kinds --

_TOGETHER = (
    Together(("reconsideration.application",), "REC-22", "没有行政复议申请登记表"),
    Together(
        (
            "reconsideration.decision",
            "reconsideration.rejection",
            "reconsideration.mediation",
            "reconsideration.termination",
            "reconsideration.refusal",
            "reconsideration.correction_notice",
        ),
        "REC-75",
        "没有行政复议决定书，也没有调解、终止或者不予受理的文书",
    ),
    Together(
        ("reconsideration.reply_notice",),
        "REC-48",
        "没有行政复议答复通知书",
        ("reconsideration.decision",),
    ),
    Together(
        ("reconsideration.report",),
        "REC-61",
        "没有行政复议案件审查意见",
        ("reconsideration.decision", "reconsideration.rejection"),
    ),
    Together(
        ("review.opinion", "review.exemption"),
        "REV-GATE",
        "没有法制审核意见，也没有不属于审核范围的确认",
        ("reconsideration.decision", "reconsideration.rejection"),
    ),
    Together(
        ("reconsideration.hearing_record",),
        "REC-50-3",
        "通知听证后没有听证笔录",
        ("reconsideration.hearing_notice",),
    ),
    Together(
        ("service.receipt",),
        "REC-75",
        "决定书没有送达回证",
        ("reconsideration.decision", "reconsideration.rejection"),
    ),
    Together(("case.closing",), "PEN-23", "没有结案审批表"),
)
_GATES = (
    "reconsideration.accept",
    "reconsideration.propose",
    "review.submit",
    "decision.issue",
    "decision.close",
    "record.archive",
)


def _course(begins: str, decide_by: str) -> Course:
    return towards_decision(
        Way(
            begins,
            ("reconsideration.propose",),
            ready=READY,
            done=(j.is_performed, j.letter_is_answered, j.superior_is_told),
            ended=clock.ENDED,
            decide_by=decide_by,
            discussed=True,
        )
    )


def _kind(code: str, label: str, first: Step, own: tuple[Step, ...]) -> ActKind:
    begins, simple = first.act, code == "simplified"
    decide = t.DECIDE_SIMPLIFIED if simple else t.DECIDE_RECONSIDERATION
    course = _course(begins, decide.id)
    return ActKind(
        code=f"reconsideration.{code}",
        version="2023",
        label="行政复议",
        procedure_label=label,
        stages=STAGES,
        steps=(
            first,
            *taking(begins),
            *trying(begins),
            *resting(begins),
            *own,
            *opining(begins),
            *course.steps,
            *performing(begins),
        ),
        limits=(*_limits(simple=simple), *course.limits),
        expects=(*_expects(simple=simple), *course.expects),
        review="reconsideration",
        disclosure="reconsideration",
        stops=STOPS,
        title="{party}不服{cause}行政复议案",
        series="复议" if not simple else "复议简",
        party_label="申请人",
        proposes=("reconsideration.propose",),
        outcomes=DECISIONS,
        gates=_GATES,
        together=_TOGETHER,
    )


#: Once turned over to the ordinary procedure, its term may be extended too.
_LONGER = replace(EXTEND, needs=("reconsideration.convert",))

ORDINARY = _kind("ordinary", "普通程序", APPLY, (EXTEND,))
SIMPLIFIED = _kind("simplified", "简易程序", APPLY_SIMPLIFIED, (CONVERT, _LONGER))
