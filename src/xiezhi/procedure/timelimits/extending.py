"""May a limit be lengthened once more? (PEN-14, SAMR-1, SAMR-4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.timelimits.reckon import Due


def extension_refusals(
    due: Due, n: int, on: dt.date, *, discussed: bool | None = None
) -> list[Reason]:
    """Why it can't be lengthened by `n` on this day; empty if it may.

    The first step is the head's; a further one takes a collective discussion (SAMR-4).
    """
    return list(_refusals(due, n, on, discussed=discussed))


def _refusals(due: Due, n: int, on: dt.date, *, discussed: bool | None) -> Iterator[Reason]:
    limit, done = due.limit, len(due.extensions)
    if n <= 0:
        yield refuse(limit.id, "延长的天数应当大于零。", field="days")
    if done >= len(limit.extensions):
        say = "这个期限不能延长。" if not limit.extensions else "延长的次数已经用完。"
        yield refuse(limit.id, say, todo="在期限内办结；不能办结的，向执法监督机构说明。")
        return
    step = limit.extensions[done]
    if on > due.last_day:
        yield refuse(
            step.rule_code,
            "期限已经过了，不能再延长。",
            todo="尽快办结，并说明超期原因。",
            field="on",
        )
    if step.most is not None and n > step.most:
        yield refuse(
            step.rule_code,
            f"经{step.by}批准，最多延长 {step.most} {limit.unit.label}。",
            todo=f"改为不超过 {step.most} {limit.unit.label}。",
            field="days",
        )
    if step.most is None and discussed is not True:
        yield refuse(
            step.rule_code,
            "再次延长，应当由机关负责人集体讨论决定，并确定合理期限。",
            todo="先办理集体讨论。",
        )
