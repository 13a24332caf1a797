"""Further acts of the penalty procedure, declared whole: evidence, crimes, execution."""

from __future__ import annotations

from xiezhi.procedure.acts.model import HEAD, UNIT_HEAD, Act, by, own

ACTS: tuple[Act, ...] = (
    # 取证
    own("casework.call_in", "通知询问"),
    own("casework.demand_materials", "限期提供材料"),
    own("casework.extract_evidence", "提取证据", substance=True),
    own("casework.extract_electronic", "提取电子数据", substance=True),
    own("casework.take_sample", "抽样取证", substance=True),
    own("casework.tell_test_period", "告知检验鉴定期间"),
    own("casework.ask_preservation", "提请先行登记保存"),
    own("casework.list_preserved", "制作登记保存物品清单"),
    # 当事人和案件的合并、分开
    by("casework.join_case", "批准并案办理", UNIT_HEAD, HEAD, substance=True),
    by("casework.split_case", "批准分案办理", UNIT_HEAD, HEAD, substance=True),
    by("casework.terminate", "终止调查", HEAD),
    by("casework.withdraw_filing", "撤销立案", HEAD),
    # 管辖、协助、代理
    by("casework.designate", "指定管辖", HEAD),
    by("casework.assign", "交办案件", UNIT_HEAD, HEAD),
    by("casework.refer", "移送其他机关", UNIT_HEAD, HEAD),
    own("casework.ask_identification", "请求辨认、鉴别", substance=True),
    own("casework.ask_assistance", "请求协助调查"),
    own("casework.explain_evidence", "说明取证情况", substance=True),
    own("casework.enter_authorisation", "登记授权委托"),
    # 听证
    own("casework.tell_hearing_right", "另行告知听证权利"),
    by("casework.announce_hearing", "公告听证", UNIT_HEAD, HEAD),
    # 行刑衔接
    own("casework.report_crime", "报告涉嫌犯罪"),
    by("casework.approve_transfer", "批准移送公安机关", HEAD),
    by("casework.refuse_transfer", "不批准移送公安机关", HEAD),
    own("casework.hand_over", "移送公安机关"),
    own("casework.enter_answer", "登记公安机关的决定"),
    own("casework.object_to_answer", "对不予立案提出异议"),
    own("casework.hand_items", "移交涉案物品和材料"),
    # 决定、送达、执行
    own("decision.tell_credit_repair", "告知信用修复"),
    own("decision.ask_approval", "呈批处理决定"),
    own("decision.confirm_electronic", "确认电子送达"),
    own("decision.announce", "公告送达决定书"),
    own("decision.tell_payment", "发出缴款通知"),
    own("decision.remit_cash", "当场收缴的罚款交至机关"),
    by("decision.deposit_cash", "当场收缴的罚款缴付银行", UNIT_HEAD, HEAD),
    own("decision.ask_instalments", "申请延期、分期缴纳"),
    by("decision.impose_surcharge", "决定加处罚款", HEAD),
    own("decision.dispose_goods", "处理罚没物品"),
    own("decision.carry_out", "登记其他处罚的执行"),
)
