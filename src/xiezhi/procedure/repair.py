"""信用修复: when a penalty on show is taken down early, at the party's request (CR-7, SAMR-19).

The least time on show is counted from the day of the document (CR-3). What the measures don't
forbid here, the authority for market supervision may still not do: some penalties it never ends
early.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.disclosure_terms import CreditClass, Decided, credit_class
from xiezhi.procedure.penalties import PenaltyKind
from xiezhi.procedure.policy import Policy
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.timelimits import add_months, cn_date

#: Months that a decision is shown at least, by its class (CR-4 to CR-6).
LEAST_MONTHS: Mapping[CreditClass, int] = MappingProxyType(
    {CreditClass.MINOR: 0, CreditClass.GENERAL: 3, CreditClass.SERIOUS: 12}
)
#: What must be true of the party: word, label, rule.
CONDITIONS: tuple[tuple[str, str, str], ...] = (
    ("performed", "已经自觉履行处罚决定规定的义务，违法行为已经改正", "CR-7"),
    ("committed", "已经公开作出信用承诺", "CR-7"),
    ("harm_removed", "已经主动消除危害后果和不良影响", "SAMR-19"),
    ("not_repeated", "没有因同一类违法行为再次受到处罚", "SAMR-19"),
    ("not_listed", "没有列入经营异常名录和严重违法失信名单", "SAMR-19"),
)
_FOR_ALL = ("performed", "committed")
#: Never ended early by market supervision (公示规定 art. 14(3)).
_NEVER = frozenset(
    {
        PenaltyKind.STOP_BUSINESS,
        PenaltyKind.RESTRICT_BUSINESS,
        PenaltyKind.BAR_FROM_TRADE,
        PenaltyKind.DOWNGRADE,
        PenaltyKind.REVOKE_LICENCE,
    }
)


def earliest(made: Decided, decided_on: dt.date, policy: Policy) -> dt.date:
    """The first day on which the showing of this decision may end early."""
    return add_months(decided_on, LEAST_MONTHS[credit_class(made, policy)])


def repair_refusals(
    made: Decided,
    decided_on: dt.date,
    on: dt.date,
    policy: Policy,
    *,
    confirmed: Collection[str],
    owed: Decimal,
) -> list[Reason]:
    """Every reason why the showing doesn't end early on that day; empty where it may."""
    return list(_refusals(made, earliest(made, decided_on, policy), on, confirmed, owed))


def _refusals(
    made: Decided, first: dt.date, on: dt.date, confirmed: Collection[str], owed: Decimal
) -> Iterator[Reason]:
    if made.market_supervision and (barred := made.kinds & _NEVER):
        labels = "、".join(sorted(kind.label for kind in barred))
        yield refuse("SAMR-19-3", f"受到{labels}的，不得提前停止公示。", "公示期满自动停止。")
    if on < first:
        yield refuse(
            "CR-7",
            f"最短公示期到{cn_date(first - dt.timedelta(days=1))}止，还不能修复。",
            todo=f"{cn_date(first)}起办理。",
        )
    if owed > 0:
        say = f"还有 {owed:,} 元没有缴纳，处罚决定没有履行完毕。"
        yield refuse("CR-7", say, todo="全部缴清并登记缴款后再办理。")
    for word, label, code in CONDITIONS:
        if word not in confirmed and (made.market_supervision or word in _FOR_ALL):
            todo = "核实后勾选；不具备这一条件的，不能提前停止公示。"
            yield refuse(code, f"没有确认“{label}”。", todo=todo, field="repair")
