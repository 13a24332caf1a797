"""Acts of enforcement supervision (行政执法监督): of the justice bureau towards an agency."""

from __future__ import annotations

from xiezhi.procedure.acts.model import HANDLER, HEAD, SUPERVISOR, Act, answering, by

ACTS: tuple[Act, ...] = (
    by("supervision.register_lead", "登记执法监督线索", SUPERVISOR, opens="登记执法监督线索"),
    by("supervision.assign", "指派监督人员", SUPERVISOR),
    by("supervision.inquire", "开展监督调查", SUPERVISOR),
    by("supervision.give_notice", "发出监督通知书", SUPERVISOR, HEAD),
    by("supervision.receive_reply", "收到被监督机关答复", SUPERVISOR),
    by("supervision.find_nothing", "认定没有违法或者不当", SUPERVISOR, HEAD),
    by("supervision.give_opinion", "制发监督意见书", SUPERVISOR, HEAD),
    by("supervision.record_correction", "登记自行纠正情况", SUPERVISOR),
    by("supervision.interview", "约谈被监督机关负责人", SUPERVISOR, HEAD),
    by("supervision.decide", "作出监督决定", HEAD),
    by("supervision.receive_report", "收到监督决定执行报告", SUPERVISOR),
    answering("casework.name_answerers", "指定答复监督的人员", HEAD),
    answering("supervision.answer", "答复监督通知书", HEAD, HANDLER),
    answering("supervision.report_correction", "报告纠正情况", HEAD, HANDLER),
    answering("supervision.report_execution", "报告监督决定执行情况", HEAD, HANDLER),
    by("supervision.follow_up", "跟踪复查监督事项", SUPERVISOR),
)
