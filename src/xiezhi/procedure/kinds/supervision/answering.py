"""What the supervised agency itself does in the File, at its own desk (Decree 825).

It is an act of that agency, not of the bureau: its head answers, or whom the head named. It knows
of the File from the first document that was handed to it.
"""

from __future__ import annotations

from xiezhi.procedure.kinds.course import DAY
from xiezhi.procedure.kinds.supervision import checks as c
from xiezhi.procedure.steps import Expectation, Step
from xiezhi.procedure.timelimits import supervision as t

_OVER = ("supervision.find_nothing", "decision.close")

ANSWERING = (
    Step(
        "casework.name_answerers",
        "inquiry",
        (c.something_was_handed_over,),
        until=_OVER,
        once=False,
    ),
    Step(
        "supervision.answer",
        "inquiry",
        (DAY,),
        needs=("supervision.give_notice",),
        until=_OVER,
        once=False,
        documents=("supervision.reply",),
        asks=("agency_said",),
        attach="答复书和证据材料",
        says="{party}答复监督通知书。",
        verb="提交答复",
        intro="以本机关名义提交，监督机构随即看到；可以补充提交。",
    ),
    Step(
        "supervision.report_correction",
        "opinion",
        (DAY,),
        needs=("supervision.give_opinion",),
        until=("supervision.decide", *_OVER),
        once=False,
        documents=("supervision.correction",),
        asks=("corrected", "corrected_said"),
        attach="纠正情况报告和证据材料",
        says="{party}报告自行纠正情况：{corrected}。",
        verb="提交报告",
        intro="监督机构核实后登记；核实以前不算已经纠正。",
    ),
    Step(
        "supervision.report_execution",
        "decision",
        (DAY,),
        needs=("supervision.decide",),
        until=_OVER,
        once=False,
        documents=("supervision.execution",),
        asks=("execution_said",),
        attach="执行情况报告和证据材料",
        says="{party}报告监督决定的执行情况。",
        verb="提交报告",
    ),
)

#: On the agency's own work list, under the limits that run in the bureau's File.
ANSWERS_EXPECTED = (
    Expectation(
        "supervision.answer",
        lambda st: c.answers_here(st) and c.unanswered(st) is not None,
        "按监督通知书书面答复，并附案卷和材料。",
        t.NOTICE_REPLY.id,
    ),
    Expectation(
        "supervision.report_correction",
        lambda st: c.answers_here(st) and c.unreported_correction(st),
        "自行纠正，并把纠正情况报告监督机构。",
        t.SELF_CORRECTION.id,
    ),
    Expectation(
        "supervision.report_execution",
        lambda st: c.answers_here(st) and c.unreported(st),
        "执行监督决定，并报告执行情况。",
        t.DECISION_REPORT.id,
    ),
)
