"""Steps of 催告, of an execution by the agency and before the court (强制法 chs. 4, 5)."""

from __future__ import annotations

from dataclasses import replace

from xiezhi.procedure.documents.model import Field, FieldKind
from xiezhi.procedure.documents.vocabulary import day, flag, long, money, text
from xiezhi.procedure.kinds import checks as c
from xiezhi.procedure.kinds.coercion import demanding as d
from xiezhi.procedure.kinds.coercion import enforcing as e
from xiezhi.procedure.kinds.coercion.facts import ON_SITE
from xiezhi.procedure.kinds.coercion.hours import (
    no_supply_is_cut,
    not_at_night_or_on_a_holiday,
)
from xiezhi.procedure.kinds.course import DAY
from xiezhi.procedure.steps import Step

ENDED = ("coercion.record_performance", "coercion.terminate")
ISSUED = ("decision.issue",)

_PERFORM_BY = day("perform_by", "决定确定的履行期限", "COE-10-6")
_MAY = flag("may_enforce", "法律规定由本机关强制执行", "COE-10-5")
_MAY_NOT = flag("no_power", "法律没有规定本机关强制执行", "COE-10-5")
_SUPPLIES = Field(
    "supplies",
    "是否停止居民生活的供水、供电、供热、供燃气",
    FieldKind.CHOICE,
    "COE-12-2",
    options=(("no", "不停止"), ("yes", "停止")),
)
_UNUSED = flag("remedies_unused", "当事人在法定期限内没有申请行政复议、提起行政诉讼")
_UNTOLD = (
    flag("term_not_told", "决定书没有告知起诉期限", "REM-12"),
    day("term_known_on", "（没有告知的）当事人知道起诉期限的日期"),
)
#: What the File of the decision knows, where it lies here.
_RESTS_ON = (
    ("party", "origin.party"),
    ("decision_title", "origin.decision_title"),
    ("decision_number", "origin.decision_number"),
    ("decided_on", "origin.decided_on"),
    ("served_on", "origin.served_on"),
)
_DEMANDED = (
    "decision_title",
    "decision_number",
    "decided_on",
    "served_on",
    _PERFORM_BY,
    "duty",
    "perform_how",
    "principal",
    "fee_amount",
    "amount",
    "statement_within",
)

DEMAND = Step(
    "coercion.demand",
    "demand",
    (
        DAY,
        c.begins_the_file,
        d.may_enforce,
        d.duty_is_overdue,
        d.has_a_term,
        d.sum_is_right,
    ),
    documents=("coercion.demand",),
    says="催告{party}在 {perform_days} 日内履行《{decision_title}》，{number}。",
    asks=(_MAY, *_DEMANDED, *_UNTOLD, "perform_days"),
    takes=_RESTS_ON,
    links="原案件的案号",
    verb="催告",
    intro="只有法律规定由本机关强制执行的才在这里办理；没有这项权力的，催告后申请法院强制执行。",
)
DEMAND_FOR_COURT = Step(
    "coercion.demand_for_court",
    "demand",
    (DAY, c.begins_the_file, d.may_not_enforce, d.duty_is_overdue, d.sum_is_right),
    documents=("court.demand",),
    says="催告{party}在十日内履行《{decision_title}》，{number}。",
    asks=(
        _MAY_NOT,
        *_DEMANDED,
        *_UNTOLD,
        day("deferred_until", "（批准延期、分期缴纳的）最后期限"),
    ),
    takes=_RESTS_ON,
    links="原案件的案号",
    verb="催告",
    intro="催告书送达十日后仍不履行的，在复议、诉讼期限届满后三个月内申请法院强制执行。",
)
SERVE_DEMAND = Step(
    "coercion.serve_demand",
    "demand",
    (DAY, d.served_in_order, c.service_is_lawful),
    needs=("coercion.demand",),
    documents=("coercion.receipt",),
    says="催告书于 {demand_served_on}送达。",
    asks=(
        "demand_served_on",
        "mode",
        "served_at_place",
        "received_by",
        "refusal",
        "witness",
        flag("witnessed", "（留置送达的）有见证人，或者已经拍照、录像"),
        day("announced_on", "（公告送达的）公告日期"),
    ),
)
RECORD_STATEMENT = Step(
    "coercion.record_statement",
    "demand",
    (DAY, c.not_decided),
    needs=("coercion.serve_demand",),
    once=False,
    documents=("coercion.statement",),
    says="{said_by}对催告进行陈述、申辩。",
    asks=("said_by", "started_at", "ended_at", "place", "party_said", "submitted"),
)
RECHECK_STATEMENT = Step(
    "coercion.recheck_statement",
    "demand",
    (DAY, c.not_decided),
    needs=("coercion.record_statement",),
    once=False,
    documents=("coercion.recheck",),
    says="复核陈述、申辩：{recheck_result}。",
    asks=("rechecked", "recheck_result"),
)
ANNOUNCE_REMOVAL = Step(
    "coercion.announce_removal",
    "demand",
    (DAY, c.not_decided, e.removal_term_is_told),
    needs=("coercion.demand",),
    documents=("coercion.removal_notice",),
    says="公告限期自行拆除，期限到 {remove_by}，{number}。",
    asks=("building", "remove_by", "posted_at"),
)
PROPOSE_EXECUTION = Step(
    "coercion.propose_execution",
    "asking",
    (DAY, c.not_decided, d.demand_has_run, d.statement_is_rechecked, e.mode_is_lawful),
    needs=("coercion.demand",),
    follows=("coercion.demand", "coercion.serve_demand", "coercion.recheck_statement"),
    once=False,
    documents=("coercion.execution_approval",),
    says="提请强制执行：{outcome}，{gist}。",
    asks=(
        "outcome",
        "gist",
        "reason",
        "basis",
        "execution_time",
        flag("hiding", "有证据证明转移、隐匿财物，需要立即执行"),
        day("fee_from", "（金钱给付的）加处罚款、滞纳金的起算日"),
        text("fee_rate", "（加处的）标准"),
        money("fee_amount", "（加处的）数额"),
        flag("transfer_by_law", "（划拨的）法律规定由本机关划拨"),
        replace(_UNUSED, label="（强制拆除的）当事人没有申请行政复议、提起行政诉讼"),
        flag("endangers", "（代履行的）后果危害交通安全、污染环境或者破坏自然资源"),
        flag("must_be_cleared", "（立即代履行的）道路、河道、公共场所需要立即清除，当事人不能清除"),
        text("performer", "（代履行的）代履行人"),
        flag("no_interest", "（代履行的）代履行人是本机关或者没有利害关系的第三人"),
        money("cost_budget", "（代履行的）费用预算"),
        long("object", "（代履行的）标的"),
        "handler_opinion",
    ),
    grounds=True,
)
REMIND = Step(
    "coercion.remind_substitution",
    "execution",
    (DAY, e.is_a_substitution, e.goes_on),
    needs=ISSUED,
    until=ENDED,
    once=False,
    documents=("coercion.substitution_reminder",),
    says="催告{party}在 {substitute_on} 代履行以前自行履行，{number}。",
    asks=("substitute_on",),
)
ANNOUNCE_EXECUTION = Step(
    "coercion.announce_execution",
    "execution",
    (DAY,),
    needs=ISSUED,
    until=ENDED,
    documents=("coercion.execution_notice",),
    says="发布强制执行公告，{posted_at}，{number}。",
    asks=("announced", "posted_at"),
)
EXECUTE = Step(
    "coercion.execute",
    "execution",
    (
        DAY,
        *ON_SITE,
        e.is_done_on_site,
        e.decision_was_told,
        e.goes_on,
        not_at_night_or_on_a_holiday,
        no_supply_is_cut,
        e.reminded_in_time,
        e.is_supervised,
    ),
    needs=ISSUED,
    until=ENDED,
    once=False,
    documents=("coercion.performance",),
    says="在{place}实施强制执行，制作笔录。",
    asks=(
        "place",
        "started_at",
        "ended_at",
        "party_present",
        "witness",
        flag("urgent", "情况紧急，需要在夜间或者法定节假日实施"),
        long("urgent_reason", "夜间、法定节假日实施的紧急情况"),
        _SUPPLIES,
        "supervisor",
        flag("peaceful", "（代履行的）不采用暴力、胁迫以及其他非法方式"),
        "cost_actual",
        "told",
        "executed",
    ),
    on_site=True,
    intro="不得在夜间或者法定节假日实施，情况紧急的除外；全程音像记录。",
)
ORDER_TRANSFER = Step(
    "coercion.order_transfer",
    "execution",
    (DAY, e.is_a_transfer, e.decision_was_told, e.goes_on),
    needs=ISSUED,
    until=ENDED,
    once=False,
    documents=("coercion.transfer_order",),
    says="通知{transfer_bank}划拨 {transfer_amount} 元，{number}。",
    asks=("transfer_bank", "transfer_account", "transfer_amount", "treasury"),
)
ENTRUST_AUCTION = Step(
    "coercion.entrust_auction",
    "execution",
    (DAY, e.is_an_auction, e.decision_was_told, e.goes_on),
    needs=ISSUED,
    until=ENDED,
    once=False,
    says="委托{auctioneer}拍卖。",
    asks=(
        text("auctioneer", "拍卖机构", "COE-11-5"),
        long("auctioned", "拍卖的财物", "COE-11-5"),
    ),
    attach="委托拍卖合同",
)
AGREE = Step(
    "coercion.agree",
    "execution",
    (DAY, e.harms_nobody, e.goes_on),
    needs=ISSUED,
    until=ENDED,
    once=False,
    documents=("coercion.agreement",),
    says="与{party}达成执行协议，{number}。",
    asks=(
        "terms",
        "remedied",
        "fee_reduced",
        flag("harms_nobody", "不损害公共利益和他人合法权益", "COE-18"),
    ),
)
SUSPEND = Step(
    "coercion.suspend",
    "execution",
    (DAY, e.goes_on),
    needs=ISSUED,
    until=ENDED,
    once=False,
    documents=("coercion.suspension",),
    says="中止执行：{suspend_ground}，{number}。",
    asks=("suspend_ground", "suspend_reason"),
)
RESUME = Step(
    "coercion.resume",
    "execution",
    (DAY, e.was_stopped),
    needs=ISSUED,
    until=ENDED,
    once=False,
    documents=("coercion.resumption",),
    says="恢复执行：{resume_ground}，{number}。",
    asks=("resume_ground", "resume_reason"),
)
TERMINATE = Step(
    "coercion.terminate",
    "execution",
    (DAY, e.may_end),
    needs=("coercion.demand",),
    until=("coercion.record_performance",),
    documents=("coercion.termination",),
    says="终结执行：{end_ground}，{number}。",
    asks=(
        "end_ground",
        "end_reason",
        flag("harmless", "（中止满三年的）没有明显社会危害"),
        flag("unable", "（中止满三年的）当事人确无能力履行"),
    ),
)
REVERSE = Step(
    "coercion.reverse",
    "execution",
    (DAY, e.something_was_enforced),
    needs=ISSUED,
    until=("record.archive",),
    once=False,
    documents=("coercion.reversal",),
    says="执行回转：{reverse_ground}，{number}。",
    asks=("reverse_ground", "restored"),
)
RECORD_PERFORMANCE = Step(
    "coercion.record_performance",
    "execution",
    (DAY, e.performance_is_true),
    needs=("coercion.demand",),
    until=("coercion.terminate",),
    says="行政决定已经履行（{performed_how}）：{performance_detail}。",
    asks=(
        Field(
            "performed_how",
            "怎样履行",
            FieldKind.CHOICE,
            "COE-10-3",
            options=(
                ("self", "当事人自行履行"),
                ("agreement", "按执行协议履行"),
                ("enforced", "强制执行完毕"),
            ),
        ),
        text("performance_detail", "履行情况", "COE-10-3"),
        money("amount_received", "收到的金额"),
        flag("remitted", "（划拨、拍卖的）所得款项已经上缴国库或者划入财政专户"),
    ),
    attach="履行的凭据",
)


def before_court(step: Step) -> Step:
    """The same step where the demand is the one before the court."""
    swapped = {"coercion.demand": "coercion.demand_for_court"}
    return replace(step, needs=tuple(swapped.get(name, name) for name in step.needs))


#: 催告 and what the party says to it, whoever enforces in the end.
DEMANDING = (SERVE_DEMAND, RECORD_STATEMENT, RECHECK_STATEMENT)
ENFORCING = (
    ANNOUNCE_REMOVAL,
    PROPOSE_EXECUTION,
    REMIND,
    ANNOUNCE_EXECUTION,
    EXECUTE,
    ORDER_TRANSFER,
    ENTRUST_AUCTION,
    AGREE,
    SUSPEND,
    RESUME,
    TERMINATE,
    REVERSE,
    RECORD_PERFORMANCE,
)
