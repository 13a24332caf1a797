"""行政复议答复: the agency whose act is contested (复议法 arts. 32, 46, 48, 70, 76, 77)."""

from __future__ import annotations

from xiezhi.procedure.documents.completeness import Together
from xiezhi.procedure.documents.model import Field, FieldKind
from xiezhi.procedure.documents.reconsideration.fields import OUTCOMES
from xiezhi.procedure.documents.vocabulary import day, flag, must, text
from xiezhi.procedure.kinds.course import DAY, some_day
from xiezhi.procedure.kinds.reconsideration import answering as a
from xiezhi.procedure.kinds.reconsideration.answering import BEGINS
from xiezhi.procedure.kinds.undecided import concluding
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import ActKind, Expectation, LimitUse, Stage, Step
from xiezhi.procedure.timelimits import reconsideration as t

_OVER = ("reconsideration.enter_outcome",)
#: The words of the reply: drafted by the officers, signed by the head.
_WORDS = ("reply_facts", "reply_law", "reply_procedure", "reply_evidence", "reply_request")
_NOTICED = (
    Field("procedure", "行政复议适用的程序", FieldKind.CHOICE, options=a.PROCEDURES),
    text("notice_ref", "答复通知书文号"),
)

OPEN = Step(
    BEGINS,
    "receipt",
    (DAY, a.way_is_lawful),
    asks=(
        must(text("cause", "被申请行政复议的行政行为"), "REM-7"),
        must(text("review_body", "行政复议机关"), "REM-7"),
        Field(
            "came",
            "来源",
            FieldKind.CHOICE,
            "REM-7",
            options=(
                (a.NOTICE, "收到行政复议答复通知书"),
                (a.APPLICATION, "申请人通过本机关提交复议申请"),
            ),
        ),
        *_NOTICED,
        flag("on_spot_act", "当场作出或者依据电子技术监控记录作出的处罚决定"),
        day("contested_on", "原行政行为作出日期"),
    ),
    takes=(("contested_on", "origin.decided_on"),),
    links="原案件的案号",
    attach="答复通知书、申请书副本",
    says="登记{party}不服{cause}的行政复议事项（{came}）。",
    intro="办理日期是收到通知书或者申请书的日期。",
)

_STEPS = (
    OPEN,
    Step(
        "reconsideration.forward",
        "receipt",
        (DAY, a.came_as_application),
        needs=(BEGINS,),
        until=("reconsideration.change_own", *_OVER),
        documents=("reconsideration.forwarding",),
        asks=("uphold_reason",),
        says="认为应当维持，转送{party}的行政复议申请，{number}。",
    ),
    Step(
        "reconsideration.change_own",
        "receipt",
        (DAY,),
        needs=(BEGINS,),
        until=_OVER,
        asks=(
            Field("changed_to", "纠正的内容", FieldKind.PARAGRAPH, "REC-65"),
            text("change_ref", "纠正决定的文号"),
        ),
        says="自行纠正原行政行为{change_ref}。",
        intro="撤销、变更原决定的，在原案件里办理；这里登记结果并告知申请人和行政复议机关。",
    ),
    Step(
        "reconsideration.receive_notice",
        "reply",
        (DAY, a.came_as_application),
        needs=(BEGINS,),
        until=_OVER,
        asks=tuple(must(field, "REM-7") for field in _NOTICED),
        attach="答复通知书",
        says="收到行政复议答复通知书{notice_ref}，适用{procedure}。",
    ),
    Step(
        "reconsideration.draft_reply",
        "reply",
        (DAY, a.is_noticed, a.no_new_evidence),
        needs=(BEGINS,),
        until=("reconsideration.submit_reply", *_OVER),
        once=False,
        documents=("reconsideration.draft",),
        asks=(
            *_WORDS,
            "newest_evidence_on",
            flag("supplement_agreed", "申请人提出新的理由或者证据，行政复议机构同意补充证据"),
        ),
        says="拟写行政复议答复。",
    ),
    Step(
        "reconsideration.submit_reply",
        "reply",
        (DAY, a.is_noticed),
        needs=("reconsideration.draft_reply",),
        until=_OVER,
        documents=("reconsideration.reply",),
        says="向行政复议机关提交答复和证据、依据，{number}。",
        confirm=("以本机关名义提交，答复书编号后不能修改。",),
    ),
    Step(
        "reconsideration.attend_hearing",
        "reply",
        (DAY, a.is_noticed, a.head_attends),
        needs=(BEGINS,),
        until=_OVER,
        once=False,
        asks=(
            flag("our_head_attended", "本机关负责人参加听证"),
            text("our_head_absent_why", "负责人不能参加的理由和委托的人员"),
            text("attended_by", "参加听证的人员", "REC-51-3"),
        ),
        says="{attended_by}参加行政复议听证。",
    ),
    Step(
        "reconsideration.enter_outcome",
        "outcome",
        (DAY,),
        needs=(BEGINS,),
        asks=(
            Field(
                "result",
                "行政复议结果",
                FieldKind.CHOICE,
                "REC-77-1",
                options=(
                    *OUTCOMES,
                    ("mediated", "调解"),
                    ("terminated", "终止"),
                    ("not_accepted", "不予受理"),
                ),
            ),
            text("result_ref", "文书文号", "REC-77-1"),
            flag("to_perform", "要求本机关履行、重新作出或者返还、赔偿"),
            day("perform_until", "履行的最后日期"),
        ),
        attach="行政复议决定书等文书",
        says="收到行政复议结果：{result}，{result_ref}。",
        intro="原决定被撤销、变更、确认违法或者无效的，在原案件里办理“撤销或者变更决定”，并撤回公示。",
    ),
    Step(
        "reconsideration.carry_out",
        "outcome",
        (DAY, a.must_be_carried_out),
        needs=("reconsideration.enter_outcome",),
        until=("decision.close",),
        once=False,
        asks=(
            Field("carried_how", "履行情况", FieldKind.PARAGRAPH, "REC-77-1"),
            flag("carried_out", "已经履行完毕"),
        ),
        says="履行行政复议决定，履行完毕：{carried_out}。",
    ),
    Step(
        "reconsideration.receive_letter",
        "outcome",
        (DAY,),
        needs=(BEGINS,),
        until=("decision.close",),
        asks=(
            must(text("letter_ref", "行政复议意见书文号"), "REM-9"),
            Field("letter_said", "意见书指出的问题", FieldKind.PARAGRAPH, "REM-9"),
        ),
        attach="行政复议意见书",
        says="收到行政复议意见书{letter_ref}。",
    ),
    Step(
        "reconsideration.report_correction",
        "outcome",
        (DAY,),
        needs=("reconsideration.receive_letter",),
        until=("decision.close",),
        documents=("reconsideration.correction_report",),
        asks=("corrected_how",),
        says="向行政复议机关报送意见书落实情况，{number}。",
    ),
)

_COURSE = concluding(
    BEGINS,
    ("reconsideration.enter_outcome", "reconsideration.change_own"),
    (a.dispute_is_over, a.decision_is_carried_out, a.letter_is_reported),
)


# -- duties --


def _to_forward(st: Standing) -> bool:
    handled = ("reconsideration.forward", "reconsideration.change_own", *_OVER)
    return a.came_through_us(st) is not None and a.noticed(st) is None and not st.any(*handled)


def _answerable(st: Standing) -> bool:
    return a.noticed(st) is not None and not st.any("reconsideration.submit_reply", *_OVER)


def _undrafted(st: Standing) -> bool:
    return _answerable(st) and not st.has("reconsideration.draft_reply")


def _unsigned(st: Standing) -> bool:
    return _answerable(st) and st.has("reconsideration.draft_reply")


def _expect(act: str, why: str, limit: str | None, *, ordinary: bool, drafted: bool) -> Expectation:
    event = a.noticed_ordinary if ordinary else a.noticed_simplified
    judge = _unsigned if drafted else _undrafted
    return Expectation(act, lambda st: judge(st) and event(st) is not None, why, limit)


_DRAFT = "拟写答复；逾期不答复、不提交证据的，视为原行政行为没有证据、依据。"
_SIGN = "由机关负责人签发并提交答复。"
_EXPECTS = (
    Expectation(
        "reconsideration.forward",
        _to_forward,
        "及时处理；认为需要维持的，5 个工作日内转送。",
        t.FORWARD.id,
    ),
    *(
        _expect(act, why, limit.id, ordinary=limit is t.REPLY, drafted=drafted)
        for act, why, drafted in (
            ("reconsideration.draft_reply", _DRAFT, False),
            ("reconsideration.submit_reply", _SIGN, True),
        )
        for limit in (t.REPLY, t.REPLY_SIMPLIFIED)
    ),
    Expectation(
        "reconsideration.enter_outcome",
        lambda st: st.has("reconsideration.submit_reply") and not st.any(*_OVER),
        "收到行政复议决定后登记结果。",
    ),
    Expectation(
        "reconsideration.carry_out",
        lambda st: a.decision_is_carried_out(st, some_day()) is not None,
        "履行行政复议决定。",
    ),
    Expectation(
        "reconsideration.report_correction",
        lambda st: a.letter_is_reported(st, some_day()) is not None,
        "自收到意见书之日起 60 日内报送纠正情况。",
        t.LETTER.id,
    ),
)
_ANSWERED = ("reconsideration.submit_reply", *_OVER)

REPLY = ActKind(
    code="reconsideration.reply",
    version="2023",
    label="行政复议",
    procedure_label="被申请人答复",
    stages=(
        Stage("receipt", "收到"),
        Stage("reply", "答复"),
        Stage("outcome", "结果与履行"),
        Stage("closing", "结案"),
        Stage("archive", "归档"),
    ),
    steps=(*_STEPS, *_COURSE.steps),
    limits=(
        LimitUse(
            t.FORWARD,
            ("reconsideration.forward", "reconsideration.change_own",
             "reconsideration.receive_notice", *_OVER),
            starts=a.came_through_us,
        ),
        LimitUse(t.REPLY, _ANSWERED, starts=a.noticed_ordinary),
        LimitUse(t.REPLY_SIMPLIFIED, _ANSWERED, starts=a.noticed_simplified),
        LimitUse(
            t.LETTER,
            ("reconsideration.report_correction",),
            starts=lambda st: st.last("reconsideration.receive_letter"),
        ),
        *_COURSE.limits,
    ),
    expects=(*_EXPECTS, *_COURSE.expects),
    review="none",
    disclosure="none",
    no_review="答复是对已经作出的行政行为说明事实、依据和证据，不是新的执法决定"
    "（《行政复议法》第四十八条）",
    title="{party}不服{cause}复议答复",
    series="复议答",
    party_label="申请人",
    gates=("reconsideration.submit_reply", "decision.close", "record.archive"),
    together=(
        Together(
            ("reconsideration.reply",),
            "REM-7",
            "拟写了答复，没有行政复议答复书",
            ("reconsideration.draft",),
        ),
        Together(
            ("reconsideration.correction_report",),
            "REM-9",
            "收到意见书后没有落实情况报告",
            ("reconsideration.letter",),
        ),
        Together(("case.closing",), "PEN-23", "没有结案审批表"),
    ),
)  # fmt: skip
