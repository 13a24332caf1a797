"""Judgements of a levy or charge: its basis, its sum, the party heard, what is paid and owed.

Each is made for a family, since the acts of a levy and of a charge have their own names.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.kinds.checks.days import day
from xiezhi.procedure.kinds.levy import sums
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask, Check, Event
from xiezhi.procedure.timelimits import cn_date


def basis_is_named(_st: Standing, ask: Ask) -> Reason | None:
    """Without a law and its article nothing is taken: such an act is void."""
    rows = ask.facts.get("basis") or []
    if rows and all(row.get("law") and row.get("article") for row in rows):
        return None
    return refuse("LEVY-1", "没有写明依据的法律、法规和条文。", field="basis")


def item_is_listed(_st: Standing, ask: Ask) -> Reason | None:
    """What isn't in the published list isn't collected.

    Where the agency keeps its list here, the list is asked; otherwise whoever registers confirms.
    """
    if ask.facts.get("on_list") is False:
        return refuse(
            "CHG-1",
            "本机关公布的目录清单里没有这个项目，或者已经失效。",
            todo="按清单填写项目名称或者编号；清单之外的，不得征收、收费。",
            field="listed_as",
        )
    if ask.facts.get("listed") is True and ask.facts.get("listed_as"):
        return None
    return refuse(
        "CHG-1",
        "没有确认项目在公布的目录清单内，或者没有写明清单中的名称和编号。",
        todo="核对公布的目录清单；清单之外的，不得征收、收费。",
        field="listed_as",
    )


def sum_is_reckoned(_st: Standing, ask: Ask) -> Reason | None:
    """Base times rate is each row's amount, and the rows add up to the sum (LEVY-2)."""
    if ask.facts.get("outcome") == "none":
        return _not_due(ask)
    return _collected(ask)


def _not_due(ask: Ask) -> Reason | None:
    if (sums.decimal(ask.facts.get("amount")) or Decimal(0)) != 0:
        return refuse("LEVY-2", "不予征收、收费的，不应当有应缴金额。", field="amount")
    if not ask.facts.get("not_due_why"):
        return refuse("LEVY-2", "没有写明不予征收、收费的理由。", field="not_due_why")
    return None


def _collected(ask: Ask) -> Reason | None:
    rows = ask.facts.get("calculation") or []
    if ask.facts.get("outcome") != "collect":
        return refuse("LEVY-2", "没有提出核定意见。", field="outcome")
    if not rows:
        return refuse("LEVY-2", "没有计算明细。", field="calculation")
    if wrong := sums.wrong_row(rows):
        return refuse("LEVY-2", f"计算明细{wrong}", field="calculation")
    return _summed(ask, sums.total(rows))


def _summed(ask: Ask, due: Decimal) -> Reason | None:
    if sums.decimal(ask.facts.get("amount")) != due or due <= 0:
        return refuse("LEVY-2", f"应缴金额应当等于各行合计 {due:,} 元。", field="amount")
    if not sums.decimal(ask.facts.get("pay_days")):
        return refuse("LEVY-2", "没有写明缴纳期限。", field="pay_days")
    return None


def something_is_to_be_paid(st: Standing, _ask: Ask) -> Reason | None:
    if (st.proposal or {}).get("outcome") == "collect":
        return None
    return refuse("FLOW-ORDER", "核定的意见是不予征收、收费，不用告知数额。")


def reply_day_is_ahead(_st: Standing, ask: Ask) -> Reason | None:
    by = day(ask.facts.get("reply_by"))
    if by is not None and by > ask.on:
        return None
    return refuse("LEVY-3", "提出意见的期限应当晚于告知的日期。", field="reply_by")


def party_was_heard(family: str) -> Check:
    """Told of the present sum, its term over or no objection, every objection re-checked."""

    def judge(st: Standing, ask: Ask) -> Reason | None:
        if (st.proposal or {}).get("outcome") != "collect":
            return None
        told = st.last(f"{family}.notify")
        if told is None:
            return refuse("LEVY-3", "还没有告知当事人拟收的项目、依据和数额。")
        if _more_than_told(st, family, told.seq):
            return refuse("LEVY-3", "核定的数额比告知的多。", todo="重新告知。")
        return _answered(st, ask, family, told)

    return judge


def _more_than_told(st: Standing, family: str, told: int) -> bool:
    assessed = st.all(f"{family}.assess")
    before = [e for e in assessed if e.seq < told][-1:]
    known = _sum_of(before[0].facts.get("amount")) if before else Decimal(0)
    return _sum_of(assessed[-1].facts.get("amount")) > known


def _answered(st: Standing, ask: Ask, family: str, told: Event) -> Reason | None:
    said = st.last(f"{family}.record_statement")
    if said is None or said.seq < told.seq:
        return _term_running(ask, day(told.facts.get("reply_by")))
    if said.facts.get("no_objection") is True:
        return None
    if not st.after(f"{family}.recheck_statement", said.seq):
        return refuse("LEVY-3", "当事人的意见还没有复核。", todo="先办理复核。")
    return None


def _sum_of(value: object) -> Decimal:
    return sums.decimal(value) or Decimal(0)


def _term_running(ask: Ask, last: dt.date | None) -> Reason | None:
    if last is not None and ask.on > last:
        return None
    until = f"到 {cn_date(last)}止，" if last else ""
    return refuse("LEVY-3", f"当事人提出意见的期限{until}还没有过。")


def an_objection_is_open(family: str) -> Check:
    def judge(st: Standing, _ask: Ask) -> Reason | None:
        said = st.last(f"{family}.record_statement")
        if said is not None and said.facts.get("no_objection") is not True:
            return None
        return refuse("FLOW-ORDER", "当事人没有提出异议，不用复核。")

    return judge


# -- after the decision ---


def relief_is_open(family: str) -> Check:
    """An application waits for its answer."""

    def judge(st: Standing, _ask: Ask) -> Reason | None:
        if _relief_waits(st, family):
            return None
        return refuse("FLOW-ORDER", "没有等待决定的减免缓申请。")

    return judge


def _relief_waits(st: Standing, family: str) -> bool:
    asked = st.last(f"{family}.apply_relief")
    return asked is not None and not st.after(f"{family}.decide_relief", asked.seq)


def nothing_waits_for_relief(family: str) -> Check:
    def judge(st: Standing, _ask: Ask) -> Reason | None:
        if not _relief_waits(st, family):
            return None
        return refuse("LEVY-6", "减免缓申请还没有作出决定。", todo="先作出决定。")

    return judge


def something_is_owed(family: str) -> Check:
    def judge(st: Standing, _ask: Ask) -> Reason | None:
        if sums.owed(st, family) > 0:
            return None
        return refuse("FLOW-ORDER", "没有未缴的款项。")

    return judge


def relief_fits(family: str) -> Check:
    """A remission has its sum and its article, a deferral its day; neither beyond what is owed."""

    def judge(st: Standing, ask: Ask) -> Reason | None:
        granted = ask.facts.get("relief_answer") == "granted"
        amount = sums.decimal(ask.facts.get("relief_amount")) or Decimal(0)
        until = day(ask.facts.get("deferred_until"))
        if not granted:
            wrong = "relief_amount" if amount else "deferred_until" if until else ""
            say = "不同意的，不填写减免的金额和缓征的日期。"
            return refuse("LEVY-6", say, field=wrong) if wrong else None
        if not ask.facts.get("relief_basis"):
            return refuse("LEVY-6", "减免缓应当有依据。", field="relief_basis")
        kind = st.fact(f"{family}.apply_relief", "relief_kind")
        if kind == "defer":
            return _deferred(ask, until, amount)
        return _remitted(kind, amount, sums.owed(st, family))

    return judge


def _deferred(ask: Ask, last: dt.date | None, amount: Decimal) -> Reason | None:
    if amount:
        return refuse("LEVY-6", "缓征不减少应缴的金额。", field="relief_amount")
    if last is None or last <= ask.on:
        return refuse("LEVY-6", "缓征的日期应当晚于决定的日期。", field="deferred_until")
    return None


def _remitted(kind: object, amount: Decimal, owed: Decimal) -> Reason | None:
    if kind == "exempt" and amount != owed:
        return refuse("LEVY-6", f"免征的金额应当是未缴的 {owed:,} 元。", field="relief_amount")
    if 0 < amount <= owed:
        return None
    return refuse("LEVY-6", f"减征的金额应当大于零，不超过 {owed:,} 元。", field="relief_amount")


def late_fee_is_lawful(family: str) -> Check:
    """Told beforehand, for days that passed, so much a day, never above the principal."""

    def judge(st: Standing, ask: Ask) -> Reason | None:
        last = sums.pay_by(st, family)
        if not sums.decimal((st.proposal or {}).get("late_rate")):
            return refuse("LEVY-4", "决定书没有告知滞纳金的标准，不能加收。")
        if last is None or ask.on <= last:
            until = f"到 {cn_date(last)}止，" if last else ""
            return refuse("LEVY-4", f"缴纳期限{until}还没有过，不能加收滞纳金。", field="on")
        days, fee = sums.late_fee(st, family, ask.on)
        if fee <= 0:
            return refuse("LEVY-4", "没有逾期未缴的款项，不能加收滞纳金。")
        if sums.decimal(ask.facts.get("late_days")) != days:
            return refuse("LEVY-5", f"逾期的天数应当是 {days} 日。", field="late_days")
        if sums.decimal(ask.facts.get("late_fee")) != fee:
            say = f"滞纳金应当是 {fee:,} 元，不超出应缴金额。"
            return refuse("LEVY-5", say, field="late_fee")
        return None

    return judge


def receipt_covers_what_came_in(family: str) -> Check:
    """No receipt for money that didn't come in."""

    def judge(st: Standing, ask: Ask) -> Reason | None:
        left = _without_receipt(st, family)
        amount = sums.decimal(ask.facts.get("receipt_amount")) or Decimal(0)
        if 0 < amount <= left:
            return None
        return refuse("LEVY-8", f"已收而没有开票的款项是 {left:,} 元。", field="receipt_amount")

    return judge


def _without_receipt(st: Standing, family: str) -> Decimal:
    return sums.paid(st) - sums.added(st, f"{family}.give_receipt", "receipt_amount")


def refund_is_covered(family: str) -> Check:
    """Nothing goes back that didn't come in; a running decision's sum stays."""

    def judge(st: Standing, ask: Ask) -> Reason | None:
        left = sums.overpaid(st, family)
        amount = sums.decimal(ask.facts.get("refund_amount")) or Decimal(0)
        if 0 < amount <= left:
            return None
        return refuse("LEVY-7", f"可以退还的多收款项是 {left:,} 元。", field="refund_amount")

    return judge


def term_to_pay_is_over(family: str) -> Check:
    def judge(st: Standing, ask: Ask) -> Reason | None:
        last = sums.pay_by(st, family)
        if last is not None and ask.on > last:
            return None
        until = f"到 {cn_date(last)}止，" if last else ""
        return refuse("LEVY-9", f"缴纳期限{until}还没有过，不能转入强制执行。", field="on")

    return judge


def account_is_settled(family: str) -> Check:
    """Paid, remitted or handed over; nothing overpaid; every payment with its receipt."""

    def judge(st: Standing, _ask: Ask) -> Reason | None:
        if (left := sums.owed(st, family)) and not st.has(f"{family}.hand_over"):
            return refuse(
                "LEVY-9",
                f"还有 {left:,} 元没有缴纳。",
                todo="登记缴款；逾期不缴的，转入强制执行。",
            )
        if over := sums.overpaid(st, family):
            return refuse("LEVY-7", f"多收了 {over:,} 元，还没有退还。", todo="退还多收的款项。")
        if (bare := _without_receipt(st, family)) > 0:
            return refuse("LEVY-8", f"还有 {bare:,} 元没有开具票据。", todo="开具财政票据。")
        return None

    return judge
