"""Acts of 行政强制: measures, execution by the agency, application to the court (强制法)."""

from __future__ import annotations

from xiezhi.procedure.acts.model import HANDLER, HEAD, Act, by, own

ACTS: tuple[Act, ...] = (
    # measures
    by("coercion.open_measure", "登记强制措施事项", HANDLER, opens="采取强制措施"),
    by(
        "coercion.act_at_once",
        "当场采取强制措施",
        HANDLER,
        substance=True,
        opens="当场采取强制措施",
    ),
    own("coercion.propose_measure", "提请采取强制措施", substance=True),
    by("coercion.decline_measure", "不批准采取强制措施", HEAD),
    by("coercion.approve_afterwards", "补办强制措施批准手续", HEAD),
    by("coercion.refuse_afterwards", "不批准当场采取的强制措施", HEAD),
    own("coercion.carry_out", "实施强制措施"),
    own("coercion.carry_out_other", "实施其他强制措施"),
    own("coercion.freeze", "实施冻结"),
    own("coercion.affix_seal", "张贴封条"),
    own("coercion.keep_goods", "登记涉案物品出入库"),
    own("coercion.ask_assistance", "请求协助查封、扣押"),
    by("coercion.extend", "延长强制措施期限", HEAD),
    own("coercion.begin_test", "送检查封、扣押的物品"),
    own("coercion.end_test", "收到查封、扣押物品的检验结果", substance=True),
    by("coercion.dispose_early", "先行处置不易保管的物品", HEAD),
    by("coercion.lift", "解除强制措施", HEAD),
    by("coercion.unfreeze", "解除冻结", HEAD),
    by("coercion.dispose", "处理查封、扣押的财物", HEAD),
    own("coercion.hand_on", "移送查封、扣押、冻结的财物"),
    # inside a penalty case
    by("coercion.seize", "决定查封、扣押", HEAD, substance=True),
    own("coercion.seize_at_once", "当场查封、扣押", substance=True),
    # execution
    by("coercion.demand", "催告履行行政决定", HANDLER, opens="催告，本机关强制执行"),
    by(
        "coercion.demand_for_court",
        "催告履行，准备申请法院执行",
        HANDLER,
        opens="催告，申请法院强制执行",
    ),
    own("coercion.serve_demand", "送达催告书"),
    own("coercion.record_statement", "记录催告后的陈述、申辩", substance=True),
    own("coercion.recheck_statement", "复核催告后的陈述、申辩", substance=True),
    by("coercion.announce_removal", "公告限期拆除", HEAD, substance=True),
    own("coercion.propose_execution", "提请强制执行", substance=True),
    own("coercion.remind_substitution", "代履行前再次催告"),
    own("coercion.announce_execution", "发布强制执行公告"),
    own("coercion.execute", "实施强制执行"),
    own("coercion.order_transfer", "通知金融机构划拨"),
    own("coercion.entrust_auction", "委托拍卖"),
    by("coercion.agree", "达成执行协议", HEAD),
    by("coercion.suspend", "中止强制执行", HEAD),
    by("coercion.resume", "恢复强制执行", HEAD),
    by("coercion.terminate", "终结强制执行", HEAD),
    by("coercion.reverse", "执行回转", HEAD),
    own("coercion.record_performance", "登记行政决定的履行"),
    # the court
    by("coercion.apply_to_court", "提交强制执行申请书", HEAD),
    own("coercion.court_accepts", "登记法院是否受理"),
    own("coercion.court_rules", "登记法院的执行裁定"),
    by("coercion.contest_ruling", "向上一级法院申请复议", HEAD),
    own("coercion.court_answers", "登记上一级法院的裁定"),
    own("coercion.court_executes", "登记法院执行的结果"),
)
