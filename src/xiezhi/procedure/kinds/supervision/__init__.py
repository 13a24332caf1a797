"""行政执法监督: notice, opinion, decision of the justice bureau towards an agency (X11).

Decree 825 names the three instruments; its terms aren't confirmed. What stands here beyond the
names follows the Shandong regulation, which binds in that province only; every rule says so. The
decision comes from the government's own supervisor and touches no private party: no gate of the
legal review stands in front of it.
"""

from __future__ import annotations

from xiezhi.procedure.documents.completeness import Together
from xiezhi.procedure.documents.model import Field, FieldKind
from xiezhi.procedure.documents.vocabulary import must, text
from xiezhi.procedure.kinds.course import DAY, now
from xiezhi.procedure.kinds.supervision import checks as c
from xiezhi.procedure.kinds.supervision.answering import ANSWERING, ANSWERS_EXPECTED
from xiezhi.procedure.kinds.undecided import concluding
from xiezhi.procedure.steps import ActKind, Expectation, LimitUse, Stage, Step
from xiezhi.procedure.timelimits import supervision as t

BEGINS = "supervision.register_lead"
_ENDS = ("supervision.find_nothing", "supervision.record_correction", "supervision.follow_up")
_COURSE = concluding(BEGINS, _ENDS, (c.matter_is_settled,))
_OVER = ("supervision.find_nothing",)
_STEPS = (
    Step(
        BEGINS,
        "lead",
        (DAY,),
        documents=("supervision.lead",),
        asks=("cause", "brief", "lead_kind", "lead_case"),
        takes=(("lead_case", "origin.case_number"),),
        links="被监督的执法案件案号",
        attach="线索材料",
        says="登记对{party}的监督线索（{lead_kind}）：{cause}。",
        intro="被监督机关在本平台的（按统一社会信用代码或者名称认定），收到文书后在自己的工作台答复。",
    ),
    Step(
        "supervision.assign",
        "lead",
        (DAY, c.two_different_supervisors),
        needs=(BEGINS,),
        until=_OVER,
        once=False,
        asks=(
            must(text("supervisor_one", "监督人员一"), "SUV-22"),
            must(text("certificate_one", "监督证件号一"), "SUV-22"),
            must(text("supervisor_two", "监督人员二"), "SUV-22"),
            must(text("certificate_two", "监督证件号二"), "SUV-22"),
        ),
        says="指派{supervisor_one}、{supervisor_two}办理。",
    ),
    Step(
        "supervision.inquire",
        "inquiry",
        (DAY, c.certificates_were_shown),
        needs=("supervision.assign",),
        until=_OVER,
        once=False,
        documents=("supervision.record",),
        asks=("certificates_shown", "inquiry_method", "inquiry_of", "inquiry_result"),
        attach="调阅的材料",
        says="开展监督调查（{inquiry_method}）。",
    ),
    Step(
        "supervision.give_notice",
        "inquiry",
        (DAY, c.days_are_offered),
        needs=("supervision.assign",),
        until=("supervision.give_opinion", *_OVER),
        once=False,
        documents=("supervision.notice",),
        asks=("notice_said", "reply_days"),
        says="向{party}发出监督通知书，{number}。",
        intro="办理日期是被监督机关收到通知书的日期。",
    ),
    Step(
        "supervision.receive_reply",
        "inquiry",
        (DAY,),
        needs=("supervision.give_notice",),
        until=_OVER,
        once=False,
        documents=("supervision.reply",),
        asks=("agency_said",),
        attach="答复和材料",
        says="收到{party}的答复。",
    ),
    *ANSWERING,
    Step(
        "supervision.find_nothing",
        "inquiry",
        (DAY, c.something_was_found_out),
        needs=("supervision.assign",),
        until=("supervision.give_opinion",),
        asks=(Field("nothing_why", "认定的理由", FieldKind.PARAGRAPH, "SUV-2"),),
        says="认定{party}没有违法或者不当的执法行为。",
        confirm=("监督事项到此终结。",),
    ),
    Step(
        "supervision.give_opinion",
        "opinion",
        (DAY, c.something_was_found_out, c.notice_was_answered),
        needs=("supervision.assign",),
        until=("supervision.decide", *_OVER),
        documents=("supervision.opinion",),
        asks=("problems", "problem_basis", "correction_asked"),
        says="向{party}制发监督意见书，{number}。",
        intro="办理日期是被监督机关收到意见书的日期。",
        follows=("supervision.assign", "supervision.inquire", *c.REPLIES),
    ),
    Step(
        "supervision.record_correction",
        "opinion",
        (DAY,),
        needs=("supervision.give_opinion",),
        until=("supervision.decide",),
        once=False,
        documents=("supervision.correction",),
        asks=("corrected", "corrected_said"),
        attach="纠正情况报告",
        says="登记自行纠正情况：{corrected}。",
        intro="被监督机关自己报告的，核实后登记。",
    ),
    Step(
        "supervision.interview",
        "opinion",
        (DAY,),
        needs=("supervision.assign",),
        until=_OVER,
        once=False,
        documents=("supervision.interview",),
        asks=("interviewed", "interview_said", "interview_promised"),
        says="约谈{interviewed}。",
    ),
    Step(
        "supervision.decide",
        "decision",
        (DAY, c.correction_failed, c.term_is_set),
        needs=("supervision.give_opinion",),
        documents=("supervision.decision",),
        asks=("supervision_outcome", "decision_facts", "decision_said", "perform_by"),
        says="作出监督决定：{supervision_outcome}，{number}。",
        confirm=("监督决定书编号后送达被监督机关，不能修改。",),
    ),
    Step(
        "supervision.receive_report",
        "decision",
        (DAY,),
        needs=("supervision.decide",),
        once=False,
        documents=("supervision.execution",),
        asks=("execution_said",),
        attach="执行情况报告",
        says="收到监督决定的执行情况报告。",
    ),
    Step(
        "supervision.follow_up",
        "decision",
        (DAY,),
        needs=("supervision.give_opinion",),
        once=False,
        documents=("supervision.follow_up",),
        asks=("followed_up", "all_corrected"),
        says="跟踪复查，已经全部纠正、执行：{all_corrected}。",
    ),
)

SUPERVISION = ActKind(
    code="supervision.instrument",
    version="2026",
    label="行政执法监督",
    procedure_label="监督办理",
    stages=(
        Stage("lead", "线索"),
        Stage("inquiry", "调查与通知"),
        Stage("opinion", "监督意见"),
        Stage("decision", "监督决定"),
        Stage("closing", "办结"),
        Stage("archive", "归档"),
    ),
    steps=(*_STEPS, *_COURSE.steps),
    limits=(
        LimitUse(t.NOTICE_REPLY, c.REPLIES, starts=c.unanswered, length=c.reply_days),
        LimitUse(t.SELF_CORRECTION, ("supervision.decide",), starts=c.uncorrected),
        LimitUse(t.DECISION_REPORT, c.REPORTS),
        *_COURSE.limits,
    ),
    expects=(
        Expectation(
            "supervision.assign",
            lambda st: c.is_open(st) and not st.has("supervision.assign"),
            "指派两名监督人员。",
        ),
        Expectation(
            "supervision.inquire",
            lambda st: (
                c.is_open(st)
                and st.has("supervision.assign")
                and not st.any(
                    "supervision.inquire", "supervision.give_notice", "supervision.give_opinion"
                )
            ),
            "调阅案卷、询问有关人员。",
        ),
        Expectation(
            "supervision.receive_reply",
            lambda st: c.unanswered(st) is not None,
            "被监督机关应当按通知书答复。",
            t.NOTICE_REPLY.id,
        ),
        Expectation(
            "supervision.record_correction",
            lambda st: (
                c.uncorrected(st) is not None and not st.has("supervision.record_correction")
            ),
            "被监督机关应当自行纠正；登记纠正情况。",
            t.SELF_CORRECTION.id,
        ),
        Expectation(
            "supervision.decide",
            lambda st: (
                st.has("supervision.give_opinion")
                and c.uncorrected(st) is not None
                and c.correction_failed(st, now(st)) is None
            ),
            "逾期没有自行纠正，由负责人作出监督决定。",
        ),
        Expectation(
            "supervision.receive_report",
            c.unreported,
            "被监督机关应当报告执行情况。",
            t.DECISION_REPORT.id,
        ),
        *ANSWERS_EXPECTED,
        Expectation(
            "supervision.follow_up",
            lambda st: st.any(*c.REPORTS) and c.matter_is_settled(st, now(st)) is not None,
            "跟踪复查监督决定的执行。",
        ),
        *_COURSE.expects,
    ),
    review="none",
    disclosure="none",
    no_review="监督机构对行政机关作出，不是对当事人的执法决定；监督机构就是本级政府的执法监督机构"
    "（《行政执法监督条例》第六条）",
    title="对{party}的执法监督：{cause}",
    series="执监",
    party_label="被监督机关",
    gates=("supervision.give_opinion", "supervision.decide", "decision.close"),
    together=(
        Together(("supervision.lead",), "SUV-3", "没有监督线索登记表"),
        Together(("supervision.opinion",), "SUV-28", "没有监督意见书", ("supervision.decision",)),
        Together(("case.closing",), "PEN-23", "没有结案审批表"),
    ),
)
