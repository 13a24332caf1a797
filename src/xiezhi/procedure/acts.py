"""Every act there is: one name, one Chinese label, who does it.

The name `context.verb` is at once the permission, the ledger kind, the API operation id and the
glossary entry. `substance` marks acts that change what a legal review looks at: after one of them
an earlier review no longer counts. `handlers_only` means the File's own officers, not just
anybody who holds the role.
"""

from __future__ import annotations

from dataclasses import dataclass

from xiezhi.procedure.roles import Role

HANDLER, UNIT_HEAD, HEAD = Role.HANDLER, Role.UNIT_HEAD, Role.AGENCY_HEAD
REVIEWER, PUBLISHER, ARCHIVIST = Role.REVIEWER, Role.PUBLISHER, Role.ARCHIVIST
SUPERVISOR, ADMINISTRATOR = Role.SUPERVISOR, Role.ADMINISTRATOR


@dataclass(frozen=True, slots=True)
class Act:
    """One legal act: what it is called and who may do it."""

    name: str
    label: str
    roles: tuple[Role, ...]
    handlers_only: bool = False
    substance: bool = False

    @property
    def context(self) -> str:
        return self.name.partition(".")[0]


def _own(name: str, label: str, *, substance: bool = False) -> Act:
    return Act(name, label, (HANDLER,), handlers_only=True, substance=substance)


def _by(name: str, label: str, *roles: Role) -> Act:
    return Act(name, label, roles)


_TABLE: tuple[Act, ...] = (
    _by("casework.register_clue", "登记案件来源", HANDLER),
    _own("casework.propose_filing", "提请立案", substance=True),
    _by("casework.file_case", "批准立案", UNIT_HEAD, HEAD),
    _by("casework.refuse_filing", "决定不予立案", UNIT_HEAD, HEAD),
    _own("casework.inform_reporter", "告知举报人"),
    _by("casework.change_handlers", "变更承办人", UNIT_HEAD, HEAD),
    _by("casework.decide_recusal", "决定回避", HEAD),
    _own("casework.inspect", "现场检查", substance=True),
    _own("casework.interview", "询问", substance=True),
    _own("casework.add_evidence", "收集证据", substance=True),
    _own("casework.confirm_address", "确认送达地址"),
    _by("casework.preserve_evidence", "先行登记保存证据", HEAD),
    _own("casework.dispose_preserved", "处理登记保存的证据", substance=True),
    _own("casework.order_correction", "责令改正", substance=True),
    _own("casework.recheck_correction", "复查改正情况", substance=True),
    _by("casework.suspend", "中止调查", UNIT_HEAD, HEAD),
    _own("casework.commission_test", "委托检验鉴定"),
    _own("casework.receive_test", "收到检验鉴定结果", substance=True),
    _by("casework.resume", "恢复调查", UNIT_HEAD, HEAD),
    _by("casework.extend", "延长办案期限", HEAD),
    _own("casework.conclude", "调查终结", substance=True),
    _own("casework.revise_conclusion", "修改调查终结报告", substance=True),
    _by("casework.give_notice", "告知拟作出的处罚", UNIT_HEAD, HEAD),
    _own("casework.serve_notice", "送达告知书"),
    _own("casework.record_statement", "记录陈述、申辩"),
    _own("casework.recheck_statement", "复核陈述、申辩"),
    _own("casework.waive_statement", "登记放弃陈述、申辩和听证"),
    _own("casework.request_hearing", "登记听证申请"),
    _by("casework.notify_hearing", "通知听证", UNIT_HEAD, HEAD),
    _by("casework.withdraw_hearing", "登记撤回听证申请", HANDLER, UNIT_HEAD),
    _by("casework.hold_hearing", "举行听证", REVIEWER, UNIT_HEAD),
    _by("casework.report_hearing", "提交听证报告", REVIEWER, UNIT_HEAD),
    Act("casework.record_on_spot", "当场调查", (HANDLER,), substance=True),
    _own("review.submit", "提请法制审核"),
    _by("review.return_materials", "退回补正送审材料", REVIEWER),
    _by("review.give_opinion", "出具法制审核意见", REVIEWER),
    _own("review.exempt", "确认不属于法制审核范围"),
    _by("decision.discuss", "集体讨论", HEAD),
    _by("decision.issue", "作出处罚决定", HEAD),
    _own("decision.decide_on_spot", "当场作出处罚决定"),
    _own("decision.report_on_spot", "当场处罚报所属机关备案"),
    _own("decision.serve", "送达决定书"),
    _own("decision.record_payment", "登记缴款"),
    _by("decision.allow_instalments", "批准延期、分期缴纳", HEAD),
    _own("decision.demand", "催告履行"),
    _by("decision.apply_court", "申请法院强制执行", HEAD),
    _by("decision.revoke", "撤销或者变更决定", HEAD),
    _by("decision.close", "批准结案", UNIT_HEAD, HEAD),
    _by("disclosure.prepare", "拟定公示内容", PUBLISHER),
    _by("disclosure.sign", "审定公示内容", HEAD),
    _by("disclosure.publish", "公示", PUBLISHER),
    _by("disclosure.withhold", "决定依法不公开", HEAD),
    _by("disclosure.withdraw", "撤回公示", PUBLISHER, HEAD),
    _by("record.archive", "归档", ARCHIVIST),
    _by("record.open", "建立常设案卷", ADMINISTRATOR),
    _by("registry.change", "变更权责基础数据", ADMINISTRATOR),
)

ACTS: dict[str, Act] = {act.name: act for act in _TABLE}
if len(ACTS) != len(_TABLE):
    raise RuntimeError("an act is declared twice")
