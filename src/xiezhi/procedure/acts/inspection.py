"""Acts of an inspection 行政检查: planned, approved, told, carried out, its result told."""

from __future__ import annotations

from xiezhi.procedure.acts.model import HANDLER, HEAD, Act, by, own

ACTS: tuple[Act, ...] = (
    by("inspection.plan", "登记行政检查任务", HANDLER, opens="登记行政检查任务"),
    by("inspection.approve", "批准行政检查", HEAD),
    by("inspection.decline", "不批准行政检查", HEAD),
    own("inspection.notify", "送达行政检查通知书"),
    own("inspection.log_visit", "登记入企"),
    own("inspection.inspect", "实施行政检查", substance=True),
    by("inspection.ratify", "补办行政检查批准", HEAD),
    own("inspection.interview", "检查中询问", substance=True),
    own("inspection.survey", "检查中勘验", substance=True),
    own("inspection.sample", "检查中抽样", substance=True),
    own("inspection.record_statement", "记录被检查人意见", substance=True),
    own("inspection.order_correction", "责令被检查人改正", substance=True),
    own("inspection.conclude", "提出检查结果", substance=True),
    own("inspection.recheck", "复查被检查人改正情况"),
    own("inspection.refer", "移送检查发现的线索"),
)
