"""The limit of the legality review of a normative document.

No national statute sets a term for filing one or for examining it, and local rules differ from
three working days to thirty days: so there is no other limit here.
"""

from __future__ import annotations

from xiezhi.procedure.timelimits.model import TimeLimit, Unit

NORMATIVE_REVIEW = TimeLimit(
    id="NOR-2",
    label="规范性文件合法性审查",
    trigger="normative.check_form",
    trigger_label="报备材料齐备",
    n=15,
    unit=Unit.WORKING_DAY,
    rules=("CAL-8",),
    on_breach="提醒审查机构负责人",
    act_type="normative",
)
