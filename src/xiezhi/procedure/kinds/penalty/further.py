"""Declared steps of a penalty case: further evidence, joined and split cases, transfer.

Acts whose data is all there is to them: what they ask, make and say stands here.
"""

from __future__ import annotations

from xiezhi.procedure.documents.model import Field, FieldKind
from xiezhi.procedure.documents.vocabulary import long, must, text
from xiezhi.procedure.kinds import checks as c
from xiezhi.procedure.kinds.checks import transfer as tr
from xiezhi.procedure.kinds.course import DAY, OFFICERS
from xiezhi.procedure.kinds.penalty.parts import FILED
from xiezhi.procedure.steps import Step

_CLUE = ("casework.register_clue",)
_OPEN = (DAY, c.not_decided)
_SITE = (*_OPEN, *OFFICERS, c.rights_were_told)

EVIDENCE = (
    Step(
        "casework.call_in",
        "inquiry",
        _OPEN,
        needs=_CLUE,
        once=False,
        documents=("evidence.interview_notice",),
        asks=("come_at", "come_to", "bring", "basis"),
        says="通知{party}接受询问，{number}。",
    ),
    Step(
        "casework.demand_materials",
        "inquiry",
        _OPEN,
        needs=_CLUE,
        once=False,
        documents=("evidence.demand",),
        asks=("until", "bring", "basis"),
        says="通知{party}限期提供材料，{number}。",
    ),
    Step(
        "casework.extract_evidence",
        "inquiry",
        _SITE,
        needs=_CLUE,
        once=False,
        documents=("evidence.extract",),
        asks=(
            *("name", "kind", "provider", "taken_at", "place", "original_at", "pages"),
            *("method", "proves"),
        ),
        on_site=True,
        attach="提取的证据",
        says="提取证据：{name}。",
    ),
    Step(
        "casework.extract_electronic",
        "inquiry",
        _SITE,
        needs=_CLUE,
        once=False,
        documents=("evidence.electronic",),
        asks=(
            *("place", "started_at", "ended_at", "witness", "carrier", "source_url"),
            *("method", "data"),
        ),
        on_site=True,
        attach="提取的电子数据",
        says="提取电子数据，制作提取笔录。",
    ),
    Step(
        "casework.ask_preservation",
        "inquiry",
        _OPEN,
        needs=_CLUE,
        once=False,
        documents=("preservation.approval",),
        asks=("reason", "basis", "goods", "kept_at", "handler_opinion"),
        says="提请先行登记保存证据。",
    ),
    Step(
        "casework.list_preserved",
        "inquiry",
        _OPEN,
        needs=("casework.preserve_evidence",),
        once=False,
        documents=("preservation.list",),
        asks=("goods",),
        says="制作先行登记保存证据物品清单，一式二份。",
    ),
    Step(
        "casework.tell_test_period",
        "inquiry",
        _OPEN,
        needs=("casework.commission_test",),
        once=False,
        documents=("test.period",),
        asks=("item", "from_day", "to_day", "laboratory"),
        says="告知{party}检验鉴定的期间。",
    ),
)

PARTIES = (
    Step(
        "casework.join_case",
        "inquiry",
        (*_OPEN, c.not_suspended),
        needs=FILED,
        once=False,
        documents=("case.joining",),
        asks=("other_case", "reason", "head_opinion"),
        links="并入本案的案卷",
        verb="批准并案",
        says="批准将{other_case}并入本案办理。",
    ),
    Step(
        "casework.split_case",
        "inquiry",
        (*_OPEN, c.not_suspended),
        needs=FILED,
        once=False,
        documents=("case.splitting",),
        asks=("other_case", "reason", "head_opinion"),
        links="分出的案卷",
        verb="批准分案",
        says="批准从本案分出{other_case}另案办理。",
    ),
    Step(
        "casework.terminate",
        "inquiry",
        (*_OPEN, c.not_suspended),
        needs=FILED,
        documents=("inquiry.termination",),
        asks=("reason", "basis", "from_day"),
        verb="终止调查",
        confirm=("本案不再调查，只能结案。",),
        says="终止调查，{number}。",
    ),
    Step(
        "casework.withdraw_filing",
        "inquiry",
        _OPEN,
        needs=FILED,
        documents=("filing.withdrawal",),
        asks=("happened", "facts", "reason", "handler_opinion", "head_opinion"),
        verb="撤销立案",
        confirm=("本案不再办理，只能结案。",),
        says="撤销立案。",
    ),
)

HEARING = (
    Step(
        "casework.tell_hearing_right",
        "notice",
        _OPEN,
        needs=("casework.give_notice",),
        documents=("hearing.right",),
        verb="制作听证告知书",
        says="另行告知{party}有要求听证的权利，{number}。",
    ),
    Step(
        "casework.announce_hearing",
        "notice",
        _OPEN,
        needs=("casework.notify_hearing",),
        once=False,
        documents=("hearing.announcement",),
        asks=("case", "hearing_at", "held_in", "host", "contact"),
        verb="发布听证公告",
        says="公告听证的时间和地点。",
    ),
)

ANSWERS = (
    ("filed", "决定立案"),
    ("refused", "决定不予立案"),
    ("forwarded", "转送有管辖权的机关"),
)

TRANSFER = (
    Step(
        "casework.report_crime",
        "inquiry",
        (DAY, *OFFICERS, tr.not_with_police),
        needs=FILED,
        until=("decision.close",),
        once=False,
        documents=("transfer.report",),
        asks=("crime_name", "crime_facts", "police", "handler_opinion"),
        intro="不少于两名执法人员组成专案组核实情况后提出；机关正职负责人 3 日内决定。",
        verb="提出移送报告",
        says="报告涉嫌{crime_name}，建议移送{police}。",
    ),
    Step(
        "casework.approve_transfer",
        "inquiry",
        (DAY, tr.report_is_undecided),
        needs=("casework.report_crime",),
        once=False,
        asks=(must(text("approval", "审批意见"), "TRF-2"),),
        intro="批准后 24 小时内向同级公安机关移送。",
        verb="批准移送",
        says="批准移送公安机关（{approval}）。",
    ),
    Step(
        "casework.refuse_transfer",
        "inquiry",
        (DAY, tr.report_is_undecided),
        needs=("casework.report_crime",),
        once=False,
        documents=("transfer.refusal",),
        asks=("refusal_reason", "head_opinion"),
        verb="不批准移送",
        says="不批准移送公安机关，理由已记录在案。",
    ),
    Step(
        "casework.hand_over",
        "inquiry",
        (DAY, tr.approval_is_unused),
        needs=("casework.approve_transfer",),
        once=False,
        documents=("transfer.letter",),
        asks=("materials", "contact"),
        attach="公安机关签字的回执",
        verb="移送",
        says="向{police}移送涉嫌犯罪案件，{number}。",
    ),
    Step(
        "casework.enter_answer",
        "inquiry",
        (DAY,),
        needs=("casework.hand_over",),
        once=False,
        asks=(
            must(Field("answer", "公安机关的决定", FieldKind.CHOICE, options=ANSWERS), "TRF-5"),
            text("answer_number", "通知书文号"),
            long("answer_reason", "不予立案的理由"),
        ),
        attach="公安机关的通知书",
        verb="登记",
        says="登记：公安机关{answer}。",
    ),
    Step(
        "casework.object_to_answer",
        "inquiry",
        (DAY, tr.police_refused),
        needs=("casework.enter_answer",),
        once=False,
        documents=("transfer.objection",),
        asks=("way", "addressee", "objection"),
        verb="提出异议",
        says="对不予立案的决定，{way}。",
    ),
    Step(
        "casework.hand_items",
        "inquiry",
        (DAY, tr.police_filed),
        needs=("casework.enter_answer",),
        documents=("transfer.goods", "transfer.notice"),
        asks=("goods", "handed_on"),
        verb="移交",
        says="向公安机关移交涉案物品和材料，{number}，并书面告知{party}。",
    ),
)

APPROVAL = (
    Step(
        "decision.ask_approval",
        "decision",
        (DAY, c.not_decided, c.cleared),
        needs=("casework.conclude",),
        once=False,
        documents=("decision.approval",),
        asks=("handler_opinion",),
        verb="呈批",
        says="承办人呈批处理决定。",
    ),
)
