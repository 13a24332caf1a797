"""Declared steps of a penalty case: further evidence, joined and split cases, transfer.

Acts whose data is all there is to them: what they ask, make and say stands here.
"""

from __future__ import annotations

from typing import Any

from xiezhi.procedure.documents.model import Field, FieldKind
from xiezhi.procedure.documents.vocabulary import long, moment, must, text
from xiezhi.procedure.kinds import checks as c
from xiezhi.procedure.kinds.checks import transfer as tr
from xiezhi.procedure.kinds.course import DAY, OFFICERS
from xiezhi.procedure.kinds.penalty.parts import FILED
from xiezhi.procedure.steps import Check, Step

_CLUE = ("casework.register_clue",)
_OPEN = (DAY, c.not_decided)
_SITE = (*_OPEN, *OFFICERS, c.rights_were_told)


def _inquiry(
    act: str,
    document: str,
    *,
    stage: str = "inquiry",
    checks: tuple[Check, ...] = _OPEN,
    needs: tuple[str, ...] = _CLUE,
    **words: Any,
) -> Step:
    """A document of the investigation: as often as wanted, until a decision is made."""
    return Step(act, stage, checks, needs=needs, once=False, documents=(document,), **words)


def _on_site(act: str, document: str, **words: Any) -> Step:
    """The same, taken by two officers who show their certificates and tell the rights
    (arts. 42, 55)."""
    return _inquiry(act, document, checks=_SITE, on_site=True, **words)


EVIDENCE = (
    _inquiry(
        "casework.call_in",
        "evidence.interview_notice",
        asks=("come_at", "come_to", "bring", "basis"),
        says="通知{party}接受询问，{number}。",
        of_party=True,
    ),
    _inquiry(
        "casework.demand_materials",
        "evidence.demand",
        asks=("until", "bring", "basis"),
        says="通知{party}限期提供材料，{number}。",
        of_party=True,
    ),
    _on_site(
        "casework.extract_evidence",
        "evidence.extract",
        asks=(
            *("name", "kind", "provider", "taken_at", "place", "original_at", "pages"),
            *("method", "proves"),
        ),
        attach="提取的证据",
        says="提取证据：{name}。",
    ),
    _on_site(
        "casework.extract_electronic",
        "evidence.electronic",
        asks=(
            *("place", "started_at", "ended_at", "witness", "carrier", "source_url"),
            *("method", "data"),
        ),
        attach="提取的电子数据",
        says="提取电子数据，制作提取笔录。",
    ),
    _on_site(
        "casework.take_sample",
        "evidence.sample",
        asks=("taken_at", "place", "method", "goods", "kept"),
        attach="抽样过程的照片、录像",
        says="抽样取证，{number}。",
    ),
    _inquiry(
        "casework.ask_preservation",
        "preservation.approval",
        asks=("reason", "basis", "goods", "kept_at", "handler_opinion"),
        says="提请先行登记保存证据。",
    ),
    _inquiry(
        "casework.list_preserved",
        "preservation.list",
        needs=("casework.preserve_evidence",),
        takes=(("goods", "preservation.notice.goods"),),
        says="制作先行登记保存证据物品清单，一式二份。",
    ),
    _inquiry(
        "casework.tell_test_period",
        "test.period",
        needs=("casework.commission_test",),
        asks=("item", "from_day", "to_day"),
        says="告知{party}检验鉴定的期间。",
    ),
)

PARTIES = (
    _inquiry(
        "casework.join_case",
        "case.joining",
        needs=FILED,
        checks=(*_OPEN, c.not_suspended),
        asks=("reason", "head_opinion"),
        takes=(("other_case", "origin.case_number"),),
        links="并入本案的案卷",
        verb="批准并案",
        says="批准将{other_case}并入本案办理。",
    ),
    _inquiry(
        "casework.split_case",
        "case.splitting",
        needs=FILED,
        checks=(*_OPEN, c.not_suspended),
        asks=("reason", "head_opinion"),
        takes=(("other_case", "origin.case_number"),),
        links="分出的案卷",
        verb="批准分案",
        intro="分出的案件先登记案件来源，有了案号再办理。",
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
        takes=(("happened", "happened"),),
        verb="撤销立案",
        confirm=("本案不再办理，只能结案。",),
        says="撤销立案。",
    ),
)

COOPERATION = (
    _inquiry(
        "casework.designate",
        "case.designation",
        stage="filing",
        asks=("addressee", "reason"),
        verb="指定管辖",
        says="指定管辖，{number}。",
    ),
    _inquiry(
        "casework.assign",
        "case.assignment",
        stage="filing",
        asks=("addressee", "until"),
        verb="交办",
        says="案件交办，{number}。",
    ),
    Step(
        "casework.refer",
        "filing",
        _OPEN,
        needs=_CLUE,
        documents=("case.referral",),
        asks=("addressee", "reason", "contact"),
        verb="移送",
        confirm=("不属于本机关管辖的，移送后本机关不再办理，只能结案。",),
        says="移送有管辖权的机关，{number}。",
    ),
    _inquiry(
        "casework.ask_identification",
        "evidence.identifying",
        asks=("addressee", "goods", "request", "contact"),
        attach="辨认、鉴别意见",
        verb="发出通知",
        says="请求协助辨认（鉴别），{number}。",
    ),
    _inquiry(
        "casework.ask_assistance",
        "evidence.assistance",
        asks=("addressee", "basis", "request", "until", "contact"),
        verb="发函",
        says="请求协助调查，{number}。",
    ),
    _inquiry(
        "casework.explain_evidence",
        "evidence.explanation",
        asks=("evidence", "method", "proves"),
        verb="保存说明",
        says="说明取证情况。",
    ),
    Step(
        "casework.enter_authorisation",
        "inquiry",
        (DAY,),
        needs=_CLUE,
        until=("decision.close",),
        once=False,
        documents=("party.authorisation",),
        asks=("agent", "agent_of", "powers", "until"),
        attach="授权委托书原件",
        verb="登记",
        says="{party}委托{agent}为代理人。",
        of_party=True,
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
        of_party=True,
    ),
    Step(
        "casework.announce_hearing",
        "notice",
        _OPEN,
        needs=("casework.notify_hearing",),
        once=False,
        documents=("hearing.announcement",),
        asks=("contact",),
        takes=(("case", "case_name"), ("contact", "contact")),
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
        (DAY, tr.report_is_undecided, tr.approved_at_some_minute),
        needs=("casework.report_crime",),
        once=False,
        asks=(
            must(text("approval", "审批意见"), "TRF-2"),
            must(moment("approved_at", "批准的时间"), "TRF-3"),
        ),
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
        (DAY, tr.approval_is_unused, tr.handed_at_some_minute, tr.handed_after_approval),
        needs=("casework.approve_transfer",),
        once=False,
        documents=("transfer.letter",),
        asks=("materials", "contact", must(moment("handed_at", "公安机关签收的时间"), "TRF-3")),
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
