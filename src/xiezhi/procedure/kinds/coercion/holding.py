"""Checks while a measure lasts: carrying out, papers, term, test, lifting, disposal."""

from __future__ import annotations

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.kinds.coercion.facts import day, whole
from xiezhi.procedure.kinds.coercion.measures import (
    due_of,
    held,
    meant,
    past_its_term,
    unapproved,
)
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask
from xiezhi.procedure.timelimits import cn_date, extension_refusals

_ACT_OF = {
    "seal": "coercion.carry_out",
    "seize": "coercion.carry_out",
    "freeze": "coercion.freeze",
    "other": "coercion.carry_out_other",
}


def was_ordered(st: Standing, _ask: Ask) -> Reason | None:
    """实施前须经批准: each carrying out needs a decision that waits for it (art. 18(1))."""
    if held(st).pending:
        return None
    return refuse("COE-1", "没有等待实施的强制措施决定。", todo="先由机关负责人批准、作出决定。")


def as_decided(st: Standing, ask: Ask) -> Reason | None:
    """What is carried out is what was decided."""
    pending = held(st).pending
    if not pending:
        return None
    order = pending[0]
    said = order.facts if order.act == "coercion.seize" else st.proposal or {}
    if _ACT_OF.get(str(said.get("outcome"))) == ask.act:
        return None
    return refuse("COE-1", "决定采取的不是这种强制措施。", todo="按决定书写明的种类实施。")


def papers_were_handed(_st: Standing, ask: Ask) -> Reason | None:
    """Decision and inventory handed over on the spot, the inventory twice (art. 24)."""
    if ask.facts.get("handed_over") is True:
        return None
    if ask.facts.get("party_present") is not True:
        return None
    return refuse(
        "COE-6",
        "当事人在场，没有确认已经当场交付决定书和清单（一式二份）。",
        todo="当场交付，由当事人签收后再保存。",
        field="handed_over",
    )


def list_was_handed(_st: Standing, ask: Ask) -> Reason | None:
    """Taken at once: the inventory is made and handed over there (art. 24)."""
    if ask.facts.get("handed_over") is True or ask.facts.get("party_present") is not True:
        return None
    return refuse(
        "COE-6-2",
        "当事人在场，没有确认清单（一式二份）已经当场交付。",
        todo="当场交付清单，由当事人签收后再保存。",
        field="handed_over",
    )


def was_carried_out(st: Standing, _ask: Ask) -> Reason | None:
    """查封、扣押 hand the decision over on the spot; 冻结 within three days (art. 31)."""
    if held(st).measures or st.has("decision.revoke"):
        return None
    return refuse("COE-6", "强制措施还没有实施。", todo="先登记实施，决定书在实施时当场交付。")


# -- the term ---


def may_be_lengthened(st: Standing, ask: Ask) -> Reason | None:
    """Once, by the head, up to thirty days, before the term has run out (arts. 25, 32)."""
    found = meant(st, ask)
    if isinstance(found, Reason):
        return found
    due = due_of(st, found)
    if due is None:
        return refuse("COE-4", "其他强制措施的期限依照设定它的法律，这里不能延长。")
    days = whole(ask.facts.get("extend_days")) or 0
    refused = extension_refusals(due, days, ask.on)
    return refused[0] if refused else None


def is_within_its_term(st: Standing, ask: Ask) -> Reason | None:
    """After the last day nothing goes on but lifting (art. 28(1)(4))."""
    late = past_its_term(st, ask.on)
    if late is None:
        return None
    due = due_of(st, late)
    assert due is not None
    return refuse(
        "COE-7",
        f"强制措施的期限到 {cn_date(due.last_day)}止，已经届满。",
        todo="立即解除并退还财物。",
        field="on",
    )


def something_is_held(st: Standing, _ask: Ask) -> Reason | None:
    if held(st).open:
        return None
    return refuse("COE-7", "没有正在实施的强制措施。")


def period_is_told_in_writing(_st: Standing, ask: Ask) -> Reason | None:
    """The period of a test is fixed and told in writing (art. 25(3))."""
    first, last = day(ask.facts.get("from_day")), day(ask.facts.get("to_day"))
    if first is not None and first > ask.on:
        return refuse(
            "COE-5-2",
            "检验期间还没有开始，不能提前停止计算查封、扣押的期限。",
            todo="在期间开始的当天登记。",
            field="from_day",
        )
    if first is None or last is None or last < first or last < ask.on:
        return refuse(
            "COE-5-2",
            "检测、检验、检疫、鉴定的期间没有明确，或者已经过去。",
            todo="明确起止日期并书面告知当事人。",
            field="to_day",
        )
    return None


def a_test_is_open(st: Standing, _ask: Ask) -> Reason | None:
    begun = st.last("coercion.begin_test")
    if begun is None or st.after("coercion.end_test", begun.seq):
        return refuse("COE-5", "没有正在进行的检验、鉴定。")
    return None


def no_test_is_open(st: Standing, ask: Ask) -> Reason | None:
    if a_test_is_open(st, ask) is None:
        return refuse("COE-5", "上一次送检还没有登记结果。", todo="先登记检验结果。")
    return None


# -- its end ---


def may_be_lifted(st: Standing, ask: Ask) -> Reason | None:
    """One of the five cases of art. 28 or 33, or what wasn't approved (art. 19)."""
    found = meant(st, ask)
    if isinstance(found, Reason):
        return found
    ground = ask.facts.get("lift_ground")
    if not ground:
        return refuse("COE-7", "没有选择解除的情形。", field="lift_ground")
    due = due_of(st, found)
    if ground == "expired" and due is not None and ask.on <= due.last_day:
        return refuse(
            "COE-7",
            f"期限到 {cn_date(due.last_day)}止，还没有届满。",
            todo="选择实际的情形。",
            field="lift_ground",
        )
    if ground == "not_approved" and not (found.at_once and found.approved is None):
        return refuse(
            "COE-2-2",
            "这批不是当场采取而没有批准的。",
            todo="选择实际的情形。",
            field="lift_ground",
        )
    return None


def is_no_freeze(st: Standing, ask: Ask) -> Reason | None:
    found = meant(st, ask)
    if isinstance(found, Reason) or not found.frozen:
        return None
    return refuse("COE-9-4", "这是冻结，应当同时通知金融机构。", todo="办理“解除冻结”。")


def is_a_freeze(st: Standing, ask: Ask) -> Reason | None:
    found = meant(st, ask)
    if isinstance(found, Reason) or found.frozen:
        return None
    return refuse("COE-9-3", "这不是冻结。", todo="办理“解除强制措施”。")


def was_returned(_st: Standing, ask: Ask) -> Reason | None:
    """解除查封、扣押应当立即退还财物 (art. 28(2))."""
    if ask.facts.get("returned") is True:
        return None
    return refuse(
        "COE-7-2",
        "没有确认财物已经退还（变卖的，退还所得款项；查封的，已经启封）。",
        todo="解除的同时退还，由当事人签收后再保存。",
        field="returned",
    )


def rests_on_a_penalty(st: Standing, ask: Ask) -> Reason | None:
    """没收、拍卖抵缴 need a penalty decision: of this case, or named by its number (art. 27)."""
    disposal = ask.facts.get("disposal")
    if not disposal:
        return refuse("COE-7-3", "没有选择处理方式。", field="disposal")
    if disposal not in ("confiscated", "auctioned") or ask.facts.get("penalty_number"):
        return None
    if st.kind.family != "penalty":
        return refuse(
            "COE-7-3",
            "没有写明据以没收、拍卖的行政处罚决定书文号。",
            todo="先作出处罚决定，再处理财物。",
            field="penalty_number",
        )
    return _decided_so(st, str(disposal))


def _decided_so(st: Standing, disposal: str) -> Reason | None:
    if not st.has("decision.issue"):
        return refuse("COE-7-3", "还没有作出处罚决定，不能处理财物。", todo="先作出处罚决定。")
    kinds = (st.proposal or {}).get("kinds") or ()
    if disposal == "confiscated" and "confiscate_goods" not in kinds:
        return refuse(
            "COE-7-3",
            "处罚决定没有没收非法财物，不能没收。",
            todo="解除查封、扣押并退还。",
            field="disposal",
        )
    return None


def may_be_auctioned(_st: Standing, ask: Ask) -> Reason | None:
    """Held goods pay a fine only once remedies lapsed unused and the demand was ignored."""
    if ask.facts.get("disposal") != "auctioned" or ask.facts.get("auction_open") is True:
        return None
    return refuse(
        "COE-11-7",
        "没有确认当事人在法定期限内没有申请行政复议、提起行政诉讼，经催告仍不履行。",
        todo="条件具备以前不能拍卖抵缴；期限届满的，解除并退还。",
        field="auction_open",
    )


def nothing_is_held(st: Standing, _ask: Ask) -> Reason | None:
    """A File isn't closed while something is sealed, seized or frozen (arts. 27, 28, 62)."""
    still = held(st).open
    if not still:
        return None
    return refuse(
        "COE-7-3",
        f"还有 {len(still)} 批查封、扣押、冻结的财物没有处理。",
        todo="解除并退还，或者依法没收、移送。",
    )


def nothing_is_held_unlawfully(st: Standing, ask: Ask) -> Reason | None:
    """A case doesn't go on over what is held beyond its term or without approval (arts. 19, 28)."""
    late = unapproved(st)
    if late is not None:
        return refuse(
            "COE-2",
            "当场查封、扣押的财物没有补办批准手续。",
            todo="补办批准；不批准或者超过二十四小时的，立即解除。",
        )
    return is_within_its_term(st, ask)
