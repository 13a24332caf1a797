"""Every document that practice knows (law reference 4.1, 4.2) is declared, and an act makes it."""

from __future__ import annotations

import pytest

from xiezhi.procedure.documents import KINDS, Volume
from xiezhi.procedure.kinds import KINDS as ACT_KINDS

#: Names as the sets of documents use them → our code. What isn't a document of the agency's own
#: (罚没收据 is the treasury's, 举报记录 is the source's registration) names what holds it.
KNOWN = {
    # penalty, general procedure
    "案件来源登记表": "source.registration",
    "指定管辖通知书": "case.designation",
    "案件交办通知书": "case.assignment",
    "案件移送函": "case.referral",
    "立案审批表": "filing.approval",
    "不予立案审批表": "filing.refusal",
    "撤销立案审批表": "filing.withdrawal",
    "现场笔录": "evidence.scene",
    "询问通知书": "evidence.interview_notice",
    "询问笔录": "evidence.interview",
    "证据提取单": "evidence.extract",
    "电子数据证据提取笔录": "evidence.electronic",
    "限期提供材料通知书": "evidence.demand",
    "协助辨认/鉴别通知书": "evidence.identifying",
    "协助调查函": "evidence.assistance",
    "取证情况及证据说明": "evidence.explanation",
    "送达地址确认书": "service.address",
    "先行登记保存审批表": "preservation.approval",
    "先行登记保存证据通知书": "preservation.notice",
    "物品清单": "preservation.list",
    "先行登记保存处理决定书": "preservation.disposal",
    "抽样取证凭证": "evidence.sample",
    "鉴定委托书": "test.commission",
    "鉴定期间告知书": "test.period",
    "鉴定结果告知书": "test.result",
    "责令改正通知书": "correction.order",
    "复查意见书": "correction.recheck",
    "案件调查终结报告": "inquiry.report",
    "法制审核送审表": "review.submission",
    "法制审核意见书": "review.opinion",
    "集体讨论记录": "decision.discussion",
    "行政处罚告知书": "penalty.notice",
    "听证告知书": "hearing.right",
    "陈述申辩笔录": "statement.record",
    "陈述申辩复核意见": "statement.recheck",
    "听证通知书": "hearing.notice",
    "听证公告": "hearing.announcement",
    "授权委托书": "party.authorisation",
    "听证笔录": "hearing.record",
    "听证报告": "hearing.report",
    "处理决定审批表": "decision.approval",
    "行政处罚决定书": "penalty.decision",
    "不予行政处罚决定书": "penalty.none",
    "案件延期审批表": "inquiry.extension",
    "中止调查决定": "inquiry.suspension",
    "终止调查决定": "inquiry.termination",
    "送达回证": "service.receipt",
    "电子送达确认书": "service.electronic",
    "送达公告": "service.announcement",
    "信用修复告知书": "credit.notice",
    "缴款通知": "payment.notice",
    "延期/分期缴纳审批表": "payment.instalments_approval",
    "延期/分期缴纳批准书": "payment.instalments",
    "加处罚款决定书": "execution.surcharge",
    "履行催告书": "execution.demand",
    "强制执行申请书": "execution.court",
    "罚没物品处理记录": "penalty.goods_disposal",
    "涉嫌犯罪案件移送审批表": "transfer.report",
    "涉嫌犯罪案件移送书": "transfer.letter",
    "涉案物品清单": "transfer.goods",
    "查封/扣押物品移送告知书": "transfer.notice",
    "结案审批表": "case.closing",
    "卷宗封面": "file.cover",
    "卷内目录": "file.directory",
    "备考表": "file.remarks",
    "封底": "file.back",
    # summary procedure
    "当场行政处罚决定书": "penalty.onspot",
    "当场处罚备案登记": "penalty.onspot_filing",
}


@pytest.mark.parametrize("name", KNOWN)
def test_a_document_of_the_penalty_sets_is_declared(name: str) -> None:
    assert KNOWN[name] in KINDS


#: Titles that the sets of the other acts name; ours may say more.
OTHERS = {
    "coercion": [
        "审批表",
        "查封（扣押）决定书",
        "清单",
        "现场笔录",
        "延长",
        "先行处置物品通知书",
        "解除",
        "处理决定书",
        "封条",
        "出入库单",
        "冻结决定书",
        "冻结通知书",
        "协助",
        "催告书",
        "陈述申辩笔录",
        "复核意见",
        "强制执行决定书",
        "代履行决定书",
        "代履行催告书",
        "拆除公告",
        "执行协议",
        "中止执行",
        "恢复执行",
        "终结执行",
        "执行公告",
    ],
    "licence": [
        "申请书",
        "补正",
        "受理通知书",
        "不予受理",
        "延长通知书",
        "特别程序",
        "听证公告",
        "听证通知书",
        "听证笔录",
        "核查笔录",
        "审查意见",
        "准予",
        "不予行政许可决定书",
        "许可证",
        "变更",
        "延续",
        "撤销",
        "撤回",
        "注销",
    ],
    "inspection": [
        "审批表",
        "通知书",
        "现场检查笔录",
        "询问笔录",
        "勘验笔录",
        "结果告知书",
        "检查方案",
        "责令改正",
        "复查",
    ],
}


@pytest.mark.parametrize(
    ("family", "name"), [(family, name) for family, names in OTHERS.items() for name in names]
)
def test_a_document_of_the_other_sets_is_declared(family: str, name: str) -> None:
    titles = [kind.title for kind in KINDS.values() if kind.code.startswith(f"{family}.")]
    assert any(name in title for title in titles)


#: Made by the code of an act rather than named by its step.
BY_CODE = {
    "source.registration", "penalty.none", "penalty.onspot_filing", "hearing.request",
    "file.media", "statement.waiver",
}  # fmt: skip


@pytest.mark.parametrize("code", sorted(KINDS))
def test_an_act_makes_every_document(code: str) -> None:
    made = {c for kind in ACT_KINDS.values() for step in kind.steps for c in step.documents}
    made |= {outcome.document for kind in ACT_KINDS.values() for outcome in kind.outcomes}
    assert code in made | BY_CODE or KINDS[code].volume is Volume.BINDING
