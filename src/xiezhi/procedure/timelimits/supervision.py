"""Limits of supervision: Shandong's, since those of the national regulation aren't confirmed.

The term for answering a notice is the one that the notice itself states.
"""

from __future__ import annotations

from xiezhi.procedure.timelimits.model import TimeLimit, Unit

_D = Unit.NATURAL_DAY

#: The notice itself states its days; this is only the longest that is offered, until the article
#: of the national regulation is confirmed.
NOTICE_REPLY = TimeLimit(
    id="SUV-REPLY",
    label="答复监督通知书",
    trigger="supervision.give_notice",
    trigger_label="收到监督通知书",
    n=30,
    unit=_D,
    rules=("CAL-1", "CAL-2"),
    on_breach="逾期不答复的，根据查明的情况制发监督意见书",
    act_type="supervision",
)
SELF_CORRECTION = TimeLimit(
    id="SUV-28",
    label="自行纠正违法或者不当的行为",
    trigger="supervision.give_opinion",
    trigger_label="收到监督意见书",
    n=30,
    unit=_D,
    rules=("CAL-1", "CAL-2"),
    on_breach="逾期未自行纠正的，作出监督决定",
    pack="SD",
    act_type="supervision",
)
DECISION_REPORT = TimeLimit(
    id="SUV-29-2",
    label="报告监督决定执行情况",
    trigger="supervision.decide",
    trigger_label="收到监督决定书",
    n=30,
    unit=_D,
    rules=("CAL-1", "CAL-2"),
    on_breach="通报批评，建议追究责任",
    pack="SD",
    act_type="supervision",
)
