"""How a File closes whose conclusion is an act of its own and no decision to a party.

Reviews (of a document, of a contract), answers to another body, supervision: there is nothing to
review once more, nothing to serve as a decision; closing and archive are the same as elsewhere.
"""

from __future__ import annotations

from xiezhi.procedure import timelimits as t
from xiezhi.procedure.kinds.course import DAY, Course, ended_somehow, never, now
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Check, Expectation, LimitUse, Step


def concluding(begins: str, ends: tuple[str, ...], done: tuple[Check, ...] = ()) -> Course:
    """结案、归档 after one of `ends`, once every check in `done` is satisfied."""

    def closable(st: Standing) -> bool:
        if st.has("decision.close") or not st.any(*ends):
            return False
        return all(check(st, now(st)) is None for check in done)

    return Course(
        (
            Step(
                "decision.close",
                "closing",
                (DAY, ended_somehow(*ends), *done),
                needs=(begins,),
                documents=("case.closing",),
                follows=ends,
            ),
            Step("record.archive", "archive", (DAY,), needs=("decision.close",)),
        ),
        (
            Expectation("decision.close", closable, "已办理完毕，可以结案。"),
            Expectation(
                "record.archive",
                never("decision.close", "record.archive"),
                "结案后 30 日内归档。",
                "PLAN-8",
            ),
        ),
        (LimitUse(t.ARCHIVE, ("record.archive",)),),
    )
