"""The steps of an inspection, each declared whole."""

from __future__ import annotations

from xiezhi.procedure.documents.inspection import AGAIN_WHY, ALONE_WHY, ITEMS, OVER_CAP_WHY, VISITS
from xiezhi.procedure.documents.model import Field, FieldKind
from xiezhi.procedure.documents.vocabulary import BASIS, flag, long, moment, must, text
from xiezhi.procedure.kinds import checks as c
from xiezhi.procedure.kinds.course import DAY, OFFICERS
from xiezhi.procedure.kinds.inspection import checks as j
from xiezhi.procedure.kinds.inspection import reach as r
from xiezhi.procedure.steps import Step

#: A fact of the ledger, not of the notice: the party needn't read it.
SAME_OFFICER_WHY = long(
    "same_officer_why",
    "仍由同一执法人员检查的理由",
    help="同一人一年内连续三次检查该企业都没有发现问题的，才需要填写。",
)

PLANNED = Step(
    "inspection.plan",
    "plan",
    (
        DAY,
        c.begins_the_file,
        j.item_was_published,
        j.basis_is_named,
        j.source_fits_the_kind,
        j.cap_is_named,
        r.may_inspect,
        r.within_territory,
        r.enterprise_is_coded,
    ),
    documents=("inspection.plan",),
    asks=(
        text("cause", "检查事项", "INS-2"),
        "check_kind",
        "task_source",
        "task_detail",
        "draw_number",
        "licence_held",
        must(BASIS, "INS-6", "检查依据"),
        flag("item_published", "检查事项已在行政检查事项清单公布"),
        "cap",
        "planned_on",
        flag("own_area", "被检查人在本机关的管辖区域内"),
        text("cooperation", "跨区域检查的协作依据"),
        "check_scope",
        "check_method",
        "team",
        "assistants",
        "industry",
    ),
    says="登记对{party}的{check_kind}任务：{cause}。",
    takes=(("party", "origin.party"),),
    links="关联的案卷（复查、线索来源）",
    intro="检查须有依据和来源，经机关负责人批准后实施；未公布的检查事项不得实施。",
    verb="登记任务",
)

APPROVED = Step(
    "inspection.approve",
    "plan",
    (DAY, j.within_the_cap, j.within_the_rhythm, r.merged_where_it_can_be),
    needs=("inspection.plan",),
    until=("inspection.decline", "inspection.inspect"),
    documents=("inspection.approval",),
    asks=(
        "head_opinion",
        flag("over_cap", "批准突破年度频次上限（仅限个案检查）"),
        OVER_CAP_WHY,
        AGAIN_WHY,
        ALONE_WHY,
    ),
    says="批准对{party}的行政检查。",
)

#: Also after an urgent visit: then what was done has no approval and comes to nothing.
DECLINED = Step(
    "inspection.decline",
    "plan",
    (DAY,),
    needs=("inspection.plan",),
    until=("inspection.approve", "inspection.ratify", "inspection.conclude"),
    documents=("inspection.approval",),
    follows=("inspection.plan", "inspection.inspect"),
    asks=("head_opinion",),
    says="不批准对{party}的行政检查。",
)

NOTIFIED = Step(
    "inspection.notify",
    "plan",
    (DAY, *OFFICERS, c.rights_were_told, j.another_officer_goes, j.prohibitions_were_told),
    needs=("inspection.approve",),
    until=("inspection.inspect",),
    documents=("inspection.notice",),
    asks=("times", "prohibitions_told", text("signed_for", "签收人"), SAME_OFFICER_WHY),
    on_site=True,
    says="向{party}送达行政检查通知书，{number}。",
    intro="“五个严禁”以国务院办公厅公布的原文为准，随通知书一并送达。",
)

#: Each coming and going, also to look or to advise, without a check.
LOGGED = Step(
    "inspection.log_visit",
    "check",
    (DAY, r.visit_is_whole),
    needs=("inspection.plan",),
    until=("decision.close",),
    once=False,
    asks=(
        Field("visit", "入企事由", FieldKind.CHOICE, "INS-8", options=VISITS),
        moment("arrived_at", "入企时间", "INS-8"),
        moment("left_at", "离开时间"),
        text("scanned", "检查码或者入企码"),
    ),
    says="登记入企：{visit}。",
    intro="每次进入企业都要登记，包括观摩、指导；扫码的填写检查码。",
    verb="登记",
)

INSPECTED = Step(
    "inspection.inspect",
    "check",
    (
        DAY,
        j.approved_or_urgent,
        j.told_or_urgent,
        r.scanned_before_inspecting,
        *OFFICERS,
        c.rights_were_told,
        j.another_officer_goes,
        j.every_item_has_its_result,
    ),
    needs=("inspection.plan",),
    until=("inspection.decline",),
    documents=("inspection.record",),
    follows=("inspection.plan", "inspection.approve", "inspection.notify"),
    asks=(
        "place",
        "started_at",
        "ended_at",
        "site_manager",
        "witness",
        "told",
        must(ITEMS, "INS-ITEM"),
        "found",
        "party_says",
        "urgent_why",
        SAME_OFFICER_WHY,
        "unsigned",
    ),
    on_site=True,
    attach="现场照片、录像",
    says="在{place}对{party}实施检查，制作现场检查笔录。",
)

RATIFIED = Step(
    "inspection.ratify",
    "check",
    (DAY, j.urgent_check_was_not_approved, j.within_the_cap, j.within_the_rhythm),
    needs=("inspection.inspect",),
    until=("decision.issue", "inspection.decline"),
    documents=("inspection.approval",),
    asks=APPROVED.asks,
    says="补办对{party}的行政检查批准。",
)

INTERVIEWED = Step(
    "inspection.interview",
    "check",
    (DAY, *OFFICERS, c.rights_were_told),
    needs=("inspection.inspect",),
    until=("decision.issue",),
    once=False,
    documents=("inspection.interview",),
    asks=("place", "started_at", "ended_at", "interviewed", "told", "talk", "read_back"),
    on_site=True,
    says="在检查中询问{interviewed}。",
)

SURVEYED = Step(
    "inspection.survey",
    "check",
    (DAY, *OFFICERS, c.rights_were_told),
    needs=("inspection.inspect",),
    until=("decision.issue",),
    once=False,
    documents=("inspection.survey",),
    asks=("place", "weather", "started_at", "ended_at", "witness", "surveyed", "drawings"),
    on_site=True,
    says="对{place}进行勘验。",
)

SAMPLED = Step(
    "inspection.sample",
    "check",
    (DAY, *OFFICERS, c.rights_were_told),
    needs=("inspection.inspect",),
    until=("decision.issue",),
    once=False,
    documents=("evidence.sample",),
    asks=("taken_at", "place", "method", "goods", "kept"),
    on_site=True,
    says="在检查中抽样，{number}。",
)

HEARD = Step(
    "inspection.record_statement",
    "handling",
    (DAY,),
    needs=("inspection.inspect",),
    until=("decision.issue",),
    once=False,
    documents=("inspection.statement",),
    asks=("spoke", "stated", "answered"),
    says="记录{party}对检查情况的意见并答复。",
)

ORDERED = Step(
    "inspection.order_correction",
    "handling",
    (DAY, j.something_failed, j.term_to_correct_is_set),
    needs=("inspection.inspect",),
    until=("decision.issue",),
    documents=("inspection.correction",),
    asks=("problems", "law_breached", "at_once", "correct_by", "correction"),
    says="责令{party}改正，{number}。",
)

CONCLUDED = Step(
    "inspection.conclude",
    "handling",
    (DAY, c.not_decided, j.approval_was_given, j.result_fits_the_record, r.scanned_before_leaving),
    needs=("inspection.inspect",),
    until=("decision.issue", "inspection.decline"),
    once=False,
    documents=("inspection.report",),
    follows=(
        "inspection.inspect",
        "inspection.ratify",
        "inspection.interview",
        "inspection.survey",
        "inspection.sample",
        "inspection.record_statement",
        "inspection.order_correction",
    ),
    asks=("findings", "outcome", "gist"),
    grounds=True,
    says="提出检查结果：{outcome}。",
)

RECHECKED = Step(
    "inspection.recheck",
    "handling",
    (DAY, *OFFICERS, c.rights_were_told),
    needs=("inspection.order_correction",),
    until=("decision.close",),
    once=False,
    documents=("inspection.recheck",),
    asks=("rechecked", "recheck_outcome"),
    on_site=True,
    attach="整改情况照片",
    says="复查{party}的改正情况：{recheck_outcome}。",
)

REFERRED = Step(
    "inspection.refer",
    "handling",
    (DAY, j.something_to_refer),
    needs=("inspection.conclude",),
    until=("decision.close",),
    asks=(
        Field(
            "refer_to",
            "移送给",
            FieldKind.CHOICE,
            "INS-11",
            options=(
                ("case", "本机关登记为案件线索"),
                ("agency", "其他有管辖权的机关"),
                ("police", "公安机关"),
            ),
        ),
        text("refer_number", "线索登记编号或者移送文号", "INS-11"),
        long("refer_why", "移送的问题和理由", "INS-11"),
    ),
    says="将检查发现的问题移送处理：{refer_to}，{refer_number}。",
)
