"""查封、扣押 inside a penalty case: the head orders it, nothing of it may be left open at the end.

The steps are those of a measure that stands alone; what orders it is `coercion.seize`, which a case
may use only where no ground of a review applies.
"""

from __future__ import annotations

from dataclasses import replace

from xiezhi.procedure.documents.coercion.parts import MEASURES
from xiezhi.procedure.documents.model import Field, FieldKind
from xiezhi.procedure.documents.vocabulary import GOODS
from xiezhi.procedure.kinds import checks as c
from xiezhi.procedure.kinds.coercion import holding as h
from xiezhi.procedure.kinds.coercion import ordering as o
from xiezhi.procedure.kinds.coercion import taking as k
from xiezhi.procedure.kinds.coercion.facts import ON_SITE
from xiezhi.procedure.kinds.coercion.measure import AFTERWARDS, HOLD, HOLDING_EXPECTS, TESTING
from xiezhi.procedure.kinds.coercion.measures import held
from xiezhi.procedure.kinds.course import DAY
from xiezhi.procedure.steps import Expectation, Step, Stop

_CLUE = ("casework.register_clue",)
_KIND = Field("outcome", "查封或者扣押", FieldKind.CHOICE, "DOC-SEIZE", options=MEASURES[:2])

SEIZE = Step(
    "coercion.seize",
    "inquiry",
    (
        DAY,
        c.not_decided,
        o.no_review_is_due,
        o.was_measure_chosen,
        o.no_person_is_held,
        o.has_power,
        o.object_is_lawful,
        o.term_is_lawful,
        o.retro_approval_stands,
    ),
    needs=_CLUE,
    once=False,
    follows=(),
    documents=("coercion.seizure",),
    says="决定{outcome}，{gist}，期限 {days} 日，{number}。",
    asks=(
        _KIND,
        k.GIST,
        "reason",
        "basis",
        "days",
        GOODS,
        k.POWER,
        k.OBJECT,
        k.LIBERTY,
    ),
    grounds=True,
    intro="有应当法制审核的情形，或者说不准的，单独登记强制措施事项，先经法制审核。",
    takes=(("goods", "coercion.list.goods"),),
)

SEIZE_AT_ONCE = Step(
    "coercion.seize_at_once",
    "inquiry",
    (DAY, c.not_decided, *ON_SITE, h.list_was_handed),
    needs=_CLUE,
    once=False,
    follows=(),
    documents=("coercion.record", "coercion.list"),
    says="情况紧急，当场查封、扣押：{gist}。",
    asks=k.AT_ONCE_ASKS,
    on_site=True,
    intro="二十四小时内向负责人报告并补办批准手续；不批准的，立即解除。",
)


def _inside(step: Step, *needs: str) -> Step:
    """The same step in a penalty case."""
    return replace(step, stage="inquiry", needs=needs or _CLUE, follows=needs)


STEPS = (
    SEIZE,
    SEIZE_AT_ONCE,
    _inside(k.APPROVE_AFTERWARDS, "coercion.seize_at_once"),
    _inside(k.REFUSE_AFTERWARDS, "coercion.seize_at_once"),
    _inside(k.CARRY_OUT, "coercion.seize"),
    *(_inside(step, *step.needs) for step in k.HOLDING),
)

EXPECTS = (
    Expectation(
        "coercion.carry_out",
        lambda st: bool(held(st).pending),
        "查封、扣押的决定已经作出，由两名以上执法人员实施，当场交付决定书和清单。",
    ),
    Expectation(
        "coercion.seize",
        lambda st: any(m.open and m.approved and m.order is None for m in held(st).measures),
        "当场查封、扣押已补办批准，制作并交付决定书。",
    ),
    *HOLDING_EXPECTS,
    Expectation(
        "coercion.dispose",
        lambda st: st.has("decision.issue") and bool(held(st).open),
        "已经作出处罚决定，没收、退还或者移送查封、扣押的财物。",
        "COE-4",
    ),
)
LIMITS = (AFTERWARDS, HOLD)
#: A test of what is seized stops the case's own clocks too.
STOPS = (
    TESTING,
    *(
        Stop("coercion.begin_test", ("coercion.end_test",), code, TESTING.why, TESTING.told)
        for code in ("SAMR-4", "SAMR-1")
    ),
)
