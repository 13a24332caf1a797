"""规范性文件报备: a normative document is checked, reviewed for legality, filed or sent back (X9).

The filing is itself a legality review, so the gate of the legal review doesn't stand in front of
it. No national statute sets its terms, and local rules differ: only the review has a limit, marked
as unverified.
"""

from __future__ import annotations

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.documents.completeness import Together
from xiezhi.procedure.documents.model import Field, FieldKind
from xiezhi.procedure.documents.normative import POINTS
from xiezhi.procedure.documents.vocabulary import flag, text
from xiezhi.procedure.kinds.checks.days import day
from xiezhi.procedure.kinds.course import DAY
from xiezhi.procedure.kinds.undecided import concluding
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import ActKind, Ask, Event, Expectation, LimitUse, Stage, Step
from xiezhi.procedure.timelimits.normative import NORMATIVE_REVIEW

BEGINS = "normative.submit"
#: What must have come with the filing: name, words.
MATERIALS: tuple[tuple[str, str], ...] = (
    ("has_report", "备案报告"),
    ("has_text", "正式文本"),
    ("has_account", "起草说明"),
    ("has_basis", "制定依据"),
    ("has_own_review", "制定机关的合法性审核意见"),
)


def _last_text(st: Standing) -> Event | None:
    """The text that is being reviewed: as submitted or as corrected."""
    return st.last(BEGINS, "normative.receive_correction")


def _review(st: Standing) -> Event | None:
    """The review of the text as it stands now."""
    said, now = st.last("normative.review"), _last_text(st)
    return said if said and now and said.seq > now.seq else None


def _result(st: Standing) -> str | None:
    """The latest conclusion on the text as it stands now."""
    made, now = st.last("normative.decide"), _last_text(st)
    if made is None or now is None or made.seq < now.seq:
        return None
    return str(made.facts.get("filing_result"))


def was_made_before(_st: Standing, ask: Ask) -> Reason | None:
    """Filed after it was made."""
    made = day(ask.facts.get("made_on"))
    if made is not None and made <= ask.on:
        return None
    return refuse("FLOW-DATE", "制定日期没有填写，或者晚于报备日期。", field="made_on")


def materials_are_whole(_st: Standing, ask: Ask) -> Reason | None:
    """Each thing that has to come with the filing is there."""
    for name, label in MATERIALS:
        if ask.facts.get(name) is not True:
            return refuse(
                "NOR-9",
                f"没有确认报备材料里有{label}。",
                todo="材料不齐的，退回补正。",
                field=name,
            )
    return None


def materials_are_awaited(st: Standing, _ask: Ask) -> Reason | None:
    sent = st.last("normative.return_materials")
    if sent and not st.after("normative.complete_materials", sent.seq):
        return None
    return refuse("FLOW-ORDER", "没有退回补正的材料。")


def no_material_is_awaited(st: Standing, ask: Ask) -> Reason | None:
    if materials_are_awaited(st, ask) is None:
        return refuse("NOR-9", "报备材料已经退回补正，还没有收到。", todo="收到补正的材料后再办。")
    return None


def points_agree(_st: Standing, ask: Ask) -> Reason | None:
    """Every point answered; a document that fails one isn't filed as it is (处罚法 art. 16 …)."""
    for name, label, code in POINTS:
        answer = ask.facts.get(name)
        if answer not in ("pass", "fail", "na"):
            return refuse(code, f"审查事项“{label}”没有结论。", field=name)
        if answer == "fail" and ask.facts.get("opinion_result") == "file":
            return refuse(
                code,
                f"审查事项“{label}”不符合，不能准予备案。",
                todo="改为要求改正或者不予备案。",
                field="opinion_result",
            )
    return None


def is_not_reviewed_yet(st: Standing, _ask: Ask) -> Reason | None:
    if _review(st) is None:
        return None
    return refuse("FLOW-ONCE", "现在的文本已经审查。", todo="收到改正后的文本再审查。")


def follows_the_review(st: Standing, ask: Ask) -> Reason | None:
    """What isn't reviewed isn't filed, and nothing is filed against the review (NOR-1)."""
    said = _review(st)
    if said is None:
        return refuse("NOR-1", "现在的文本还没有经过合法性审查。", todo="先进行合法性审查。")
    if _result(st) is not None:
        return refuse("FLOW-ONCE", "对现在的文本已经作出备案结论。")
    if ask.facts.get("filing_result") == "file" and said.facts.get("opinion_result") != "file":
        return refuse(
            "NOR-1",
            "合法性审查的结论不是准予备案。",
            todo="要求改正或者不予备案；改正后重新审查。",
            field="filing_result",
        )
    return None


def correction_is_awaited(st: Standing, _ask: Ask) -> Reason | None:
    if _result(st) == "correct":
        return None
    return refuse("FLOW-ORDER", "没有要求改正。")


def may_be_registered(st: Standing, _ask: Ask) -> Reason | None:
    if _result(st) == "file":
        return None
    return refuse("NOR-1", "没有准予备案的结论，不能登记备案号。", todo="先作出备案结论。")


def is_filed_or_refused(st: Standing, _ask: Ask) -> Reason | None:
    """Registered, or refused: an order to correct leaves the matter open."""
    if st.has("normative.register") or _result(st) == "refuse":
        return None
    return refuse("NOR-9", "还没有登记备案号，也没有不予备案的结论。")


_COURSE = concluding(BEGINS, ("normative.register", "normative.decide"), (is_filed_or_refused,))
_STEPS = (
    Step(
        BEGINS,
        "receipt",
        (DAY, was_made_before),
        documents=("normative.submission",),
        asks=(
            "cause",
            "brief",
            "norm_number",
            "made_on",
            "published_on",
            "effective_on",
            "norm_basis",
            "norm_digest",
        ),
        attach="正式文本",
        says="{party}报送《{cause}》备案。",
    ),
    Step(
        "normative.return_materials",
        "receipt",
        (DAY, no_material_is_awaited),
        needs=(BEGINS,),
        until=("normative.check_form",),
        once=False,
        documents=("normative.materials",),
        asks=("materials_lacking",),
        says="退回补正报备材料，{number}。",
    ),
    Step(
        "normative.complete_materials",
        "receipt",
        (DAY, materials_are_awaited),
        needs=("normative.return_materials",),
        once=False,
        asks=(text("completed_with", "补正的材料", "NOR-9"),),
        attach="补正的材料",
        says="收到补正的材料：{completed_with}。",
    ),
    Step(
        "normative.check_form",
        "receipt",
        (DAY, no_material_is_awaited, materials_are_whole),
        needs=(BEGINS,),
        asks=tuple(flag(name, label) for name, label in MATERIALS),
        says="报备材料齐全，符合形式要求。",
        intro="确认报备材料是否齐全。",
        follows=(BEGINS, "normative.complete_materials"),
    ),
    Step(
        "normative.review",
        "legality",
        (DAY, is_not_reviewed_yet, points_agree),
        needs=("normative.check_form",),
        once=False,
        documents=("normative.opinion",),
        asks=(
            *(name for name, _, _ in POINTS),
            "opinion_reason",
            "opinion_faults",
            "opinion_result",
        ),
        says="合法性审查结论：{opinion_result}，{number}。",
        follows=("normative.check_form", "normative.receive_correction"),
    ),
    Step(
        "normative.decide",
        "result",
        (DAY, follows_the_review),
        needs=("normative.review",),
        until=("normative.register",),
        once=False,
        documents=("normative.result",),
        asks=("filing_result", "filing_reason", "correct_what"),
        says="备案结论：{filing_result}，{number}。",
    ),
    Step(
        "normative.receive_correction",
        "result",
        (DAY, correction_is_awaited),
        needs=("normative.decide",),
        until=("normative.register",),
        once=False,
        asks=(
            Field("norm_changes", "改正的内容", FieldKind.PARAGRAPH, "NOR-6"),
            text("norm_digest", "改正后文本的指纹"),
        ),
        attach="改正后的文本",
        says="收到改正后的规范性文件。",
    ),
    Step(
        "normative.register",
        "result",
        (DAY, may_be_registered),
        needs=("normative.decide",),
        documents=("normative.registration",),
        asks=("registered_on",),
        says="登记备案，备案号{number}。",
    ),
)


def _unchecked(st: Standing) -> bool:
    handled = ("normative.check_form", "normative.return_materials")
    return st.has(BEGINS) and not st.any(*handled)


def _completed(st: Standing) -> bool:
    done = st.last("normative.complete_materials")
    return done is not None and not st.has("normative.check_form")


def _unreviewed(st: Standing) -> Event | None:
    """What starts the review: complete materials, or a corrected text."""
    started = st.last("normative.check_form", "normative.receive_correction")
    if not st.has("normative.check_form") or _review(st) is not None:
        return None
    return started


NORMATIVE = ActKind(
    code="normative.filing",
    version="2026",
    label="规范性文件报备",
    procedure_label="备案审查",
    stages=(
        Stage("receipt", "报送与形式审查"),
        Stage("legality", "合法性审查"),
        Stage("result", "备案结论"),
        Stage("closing", "办结"),
        Stage("archive", "归档"),
    ),
    steps=(*_STEPS, *_COURSE.steps),
    limits=(
        LimitUse(NORMATIVE_REVIEW, ("normative.review",), starts=_unreviewed),
        *_COURSE.limits,
    ),
    expects=(
        Expectation(
            "normative.check_form",
            lambda st: _unchecked(st) or _completed(st),
            "对报备材料进行形式审查；不齐的退回补正。",
        ),
        Expectation(
            "normative.review",
            lambda st: _unreviewed(st) is not None,
            "材料齐备，进行合法性审查。",
            NORMATIVE_REVIEW.id,
        ),
        Expectation(
            "normative.decide",
            lambda st: _review(st) is not None and _result(st) is None,
            "合法性审查完毕，由负责人作出备案结论。",
        ),
        Expectation(
            "normative.register",
            lambda st: _result(st) == "file" and not st.has("normative.register"),
            "准予备案的，登记备案号。",
        ),
        *_COURSE.expects,
    ),
    review="none",
    disclosure="none",
    no_review="备案审查本身就是合法性审查，结论不直接设定当事人的权利义务"
    "（《优化营商环境条例》第六十三条）",
    title="{party}报备《{cause}》",
    series="规报",
    party_label="报备机关",
    gates=("normative.check_form", "normative.review", "normative.decide", "decision.close"),
    together=(
        Together(("normative.submission",), "NOR-9", "没有规范性文件报备登记表"),
        Together(("normative.opinion",), "NOR-1", "没有合法性审查意见"),
        Together(("normative.result",), "NOR-9", "没有备案审查结果通知书"),
        Together(("case.closing",), "PEN-23", "没有结案审批表"),
    ),
)
