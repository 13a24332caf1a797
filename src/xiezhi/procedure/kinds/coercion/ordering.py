"""Checks before a measure: power, object, term, approval within the twenty-four hours."""

from __future__ import annotations

from typing import Any

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.kinds.coercion.facts import moment, sum_of, whole
from xiezhi.procedure.kinds.coercion.measures import held, meant, unapproved
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask
from xiezhi.procedure.timelimits.coercion import HOLD


def has_power(_st: Standing, ask: Ask) -> Reason | None:
    """The organ's own power by a law or regulation; it can't be delegated (art. 17)."""
    if ask.facts.get("has_power") is True:
        return None
    return refuse(
        "COE-1-7",
        "没有确认法律、法规规定由本机关采取这种强制措施。",
        todo="查明依据的条款再提请；没有依据的，不得采取强制措施。",
        field="has_power",
    )


def no_person_is_held(_st: Standing, ask: Ask) -> Reason | None:
    """限制人身自由: only a law may create it, none gives it to these agencies (art. 10)."""
    if ask.facts.get("liberty") == "no":
        return None
    if ask.facts.get("liberty") == "yes":
        return refuse(
            "COE-3-2",
            "限制公民人身自由的强制措施只能由法律设定，本平台的执法机关没有这项权力。",
            todo="不得采取；需要的，报告公安机关处理。",
            field="liberty",
        )
    return refuse("COE-3", "没有回答是否限制公民人身自由。", field="liberty")


def object_is_lawful(_st: Standing, ask: Ask) -> Reason | None:
    """Only what the violation is about, no necessities, nothing sealed already (arts. 23, 29)."""
    if ask.facts.get("outcome") == "freeze":
        return _freezable(ask.facts)
    if ask.facts.get("outcome") == "other" or ask.facts.get("only_involved") is True:
        return None
    return refuse(
        "COE-6-3",
        "没有确认限于涉案的场所、设施或者财物，不含生活必需品，也没有被其他机关查封。",
        todo="核实后确认；与违法行为无关的，不得查封、扣押。",
        field="only_involved",
    )


def _freezable(facts: Any) -> Reason | None:
    if facts.get("freeze_by_law") is not True:
        return refuse(
            "COE-8-3",
            "没有确认法律规定由本机关冻结存款、汇款。",
            todo="法律没有规定的，不得冻结。",
            field="freeze_by_law",
        )
    frozen, involved = sum_of(facts.get("frozen_amount")), sum_of(facts.get("involved_amount"))
    if not facts.get("frozen_bank") or not facts.get("frozen_account") or frozen is None:
        return refuse("COE-8-2", "没有填写金融机构、账号和冻结的数额。", field="frozen_account")
    if involved is None or frozen > involved:
        return refuse(
            "COE-8-4",
            f"冻结 {frozen:,} 元，超过违法行为涉及的金额，或者涉及的金额没有填写。",
            todo="冻结的数额应当与违法行为涉及的金额相当。",
            field="frozen_amount",
        )
    return None


def term_is_lawful(_st: Standing, ask: Ask) -> Reason | None:
    """查封、扣押、冻结 up to thirty days (arts. 25, 32); others as their law says."""
    days, outcome = whole(ask.facts.get("days")), ask.facts.get("outcome")
    code = "COE-9" if outcome == "freeze" else "COE-4"
    if days is None or days <= 0:
        return refuse(code, "没有填写期限。", field="days")
    if outcome != "other" and days > HOLD.n:
        return refuse(
            code,
            f"期限不得超过 {HOLD.n} 日，现在是 {days} 日。",
            todo="情况复杂的，到期以前再办理延长。",
            field="days",
        )
    return None


def was_measure_chosen(_st: Standing, ask: Ask) -> Reason | None:
    if ask.facts.get("outcome"):
        return None
    return refuse("COE-1", "没有选择强制措施的种类。", field="outcome")


def only_seizure_at_once(st: Standing, ask: Ask) -> Reason | None:
    """What was taken on the spot was sealed or seized: the decision says the same."""
    if not st.has("coercion.act_at_once") or ask.facts.get("outcome") in ("seal", "seize"):
        return None
    return refuse(
        "FLOW-KIND",
        "当场采取的是查封、扣押，决定也只能是查封、扣押。",
        todo="需要其他措施的，另行登记强制措施事项。",
        field="outcome",
    )


def something_can_be_done(st: Standing, _ask: Ask) -> Reason | None:
    """Nothing is proposed once the head has refused it."""
    if st.any("coercion.refuse_afterwards", "coercion.decline_measure"):
        return refuse("COE-2-2", "负责人没有批准，应当立即解除。", todo="办理“解除强制措施”。")
    return None


# -- within the twenty-four hours ---


def approved_in_time(st: Standing, ask: Ask) -> Reason | None:
    """Reported and approved within twenty-four hours on the clock (art. 19; CAL-10)."""
    found = unapproved(st)
    if found is None:
        return refuse("COE-2", "没有当场采取、需要补办批准的强制措施。")
    if found.refused is not None:
        return refuse("COE-2-2", "负责人已经决定不批准，应当立即解除。", todo="解除强制措施。")
    started, until = moment(found.taken.facts.get("started_at")), found.approve_until
    told, approved = moment(ask.facts.get("reported_at")), moment(ask.facts.get("approved_at"))
    if started is None or until is None or told is None or approved is None:
        return refuse("COE-2", "没有填写实施、报告、批准的时间。", field="approved_at")
    if not started <= told <= approved or approved.date() != ask.on:
        return refuse(
            "FLOW-DATE",
            "报告应当在实施以后、批准以前，批准的时间应当在办理日期这一天。",
            field="approved_at",
        )
    if approved <= until:
        return None
    return refuse(
        "COE-2",
        f"当场实施后二十四小时到 {until:%Y-%m-%d %H:%M} 止，批准已经超过。",
        todo="办理“不批准当场采取的强制措施”，并立即解除、退还财物。",
        field="approved_at",
    )


def waits_for_approval(st: Standing, _ask: Ask) -> Reason | None:
    waiting = (m for m in held(st).measures if m.at_once and not m.approved and not m.refused)
    if next(waiting, None) is not None:
        return None
    return refuse("COE-2-2", "没有等待批准的当场强制措施。")


def retro_approval_stands(st: Standing, _ask: Ask) -> Reason | None:
    """No decision confirms a measure that the head hasn't approved (art. 19)."""
    found = unapproved(st)
    if found is None:
        return None
    return refuse(
        "COE-2",
        "当场采取的强制措施还没有在二十四小时内补办批准手续。",
        todo="办理“补办强制措施批准手续”；负责人不批准或者已经超过时限的，立即解除。",
    )


def still_held(st: Standing, _ask: Ask) -> Reason | None:
    """A measure that was lifted isn't decided on any more."""
    if held(st).open or held(st).pending:
        return None
    return refuse("COE-7", "当场采取的强制措施已经解除，不用再作决定。")


# -- inside a penalty case ---

_QUESTIONS = ("public_interest", "social_risk", "major_rights", "complex", "law_requires", "crime")


def no_review_is_due(st: Standing, ask: Ask) -> Reason | None:
    """Ordered within a case only where no ground of a review applies or is unknown (118号)."""
    alone = "单独登记强制措施事项，先经法制审核，再作决定。"
    if "coercion" in st.policy.review_all:
        return refuse("REV-GATE", "本地方案要求强制决定都经过法制审核。", todo=alone)
    for name in _QUESTIONS:
        answer = ask.facts.get(name)
        if answer is True:
            return refuse("REV-GATE", "有应当法制审核的情形。", todo=alone, field=name)
        if answer is not False:
            return refuse("REV-GATE", "有一项情形没有查明，不能免于审核。", todo=alone, field=name)
    return None


def a_measure_is_meant(st: Standing, ask: Ask) -> Reason | None:
    found = meant(st, ask)
    return found if isinstance(found, Reason) else None
