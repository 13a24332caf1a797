"""What declarations of all act kinds share: "done and not since", and the way to the decision.

`towards_decision` gives review, decision, service, closing, archive and disclosure, which are the
same acts whatever is decided; an act kind adds what comes before and after.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from xiezhi.procedure import timelimits as t
from xiezhi.procedure.citations import Reason
from xiezhi.procedure.kinds import checks as c
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask, Check, Event, Expectation, LimitUse, Step

Judgement = Callable[[Standing], bool]

DAY = c.day_is_past_or_today
#: Who may go out and ask: two who are qualified, none of them recused.
OFFICERS = (c.two_qualified_officers, c.nobody_is_recused)
SHOWN = ("disclosure.publish", "disclosure.withhold")
REVIEWED = ("review.give_opinion", "review.exempt")


def without(done: str, *acts: str) -> Judgement:
    """`done` stands in the ledger and none of `acts` has been done since."""

    def judge(st: Standing) -> bool:
        event = st.last(done)
        return event is not None and not any(st.after(act, event.seq) for act in acts)

    return judge


def never(done: str, *acts: str) -> Judgement:
    """`done` stands in the ledger and none of `acts` does."""
    return lambda st: st.has(done) and not st.any(*acts)


def now(st: Standing) -> Ask:
    """A question about today without facts."""
    return Ask("", st.today)


def some_day() -> Ask:
    """A question about the end of every term: may it be done, once time has passed?"""
    return Ask("", dt.date.max)


#: What leaves a decision behind: one that was made, or one that the law takes as made.
DECIDING = ("decision.issue", "decision.decide_on_spot", "decision.confirm_renewal")


def decision_event(st: Standing) -> Event | None:
    return st.last(*DECIDING)


def something_was_decided(st: Standing, _ask: Ask) -> Reason | None:
    """Only a decision is shown, or what the law takes as one (许可法 art. 50(2))."""
    if decision_event(st) is not None:
        return None
    return refuse("FLOW-ORDER", "还没有作出决定，没有可以公示的内容。", todo="先作出决定。")


def disclosure_steps(decided: str, stage: str = "decision", deemed: str = "") -> tuple[Step, ...]:
    """拟定、审定、公示、依法不公开、撤回 (P8); `deemed` is what counts as deciding, too."""
    ended = ("disclosure.withhold",)
    draft, shown = "disclosure.prepare", "disclosure.publish"
    hidden: tuple[Check, ...] = (DAY, c.is_not_on_show)
    needs: tuple[str, ...] = (decided,)
    follows: tuple[str, ...] | None = None
    if deemed:
        hidden, needs, follows = (*hidden, something_was_decided), (), (decided, deemed)
    return (
        Step(draft, stage, hidden, needs=needs, until=ended, once=False, follows=follows),
        Step("disclosure.sign", stage, (DAY,), needs=(draft,), until=ended, once=False),
        Step(
            shown,
            stage,
            (DAY, c.page_was_signed, c.is_not_on_show),
            needs=("disclosure.sign",),
            until=ended,
            once=False,
        ),
        Step("disclosure.withhold", stage, hidden, needs=needs, follows=follows),
        Step("disclosure.withdraw", stage, (DAY, c.is_on_show), needs=(shown,), once=False),
    )


def to_be_shown(st: Standing) -> Event | None:
    """The decision, unless the profile only counts such decisions: then no day was committed."""
    made = decision_event(st)
    return made if made is not None and made.facts.get("publish_by") else None


def to_be_taken_down(st: Standing) -> Event | None:
    """The act that ended a decision whose page still stands (处罚法 art. 48(2))."""
    shown, ended = st.last("disclosure.publish"), st.last("decision.revoke")
    if shown is None or ended is None or st.after("disclosure.withdraw", shown.seq):
        return None
    return ended


def publishing(limit: str, decided: str) -> tuple[Expectation, ...]:
    """The duties of disclosure; `limit` is the code of the term for this kind of act."""
    return (
        Expectation(
            "disclosure.prepare",
            lambda st: to_be_shown(st) is not None and not st.any("disclosure.prepare", *SHOWN),
            decided,
            limit,
        ),
        Expectation(
            "disclosure.sign",
            without("disclosure.prepare", "disclosure.sign", *SHOWN),
            "公示内容由负责人审定。",
            limit,
        ),
        Expectation(
            "disclosure.publish",
            without("disclosure.sign", "disclosure.prepare", *SHOWN),
            "负责人已审定，由公示员发布。",
            limit,
        ),
        Expectation(
            "disclosure.withdraw",
            lambda st: to_be_taken_down(st) is not None,
            "决定已撤销或者变更，3 个工作日内撤回公示并说明理由。",
            "PEN-22",
        ),
    )


# -- the way to the decision ---


@dataclass(frozen=True, slots=True)
class Course:
    """Steps, duties and limits of a part of the procedure."""

    steps: tuple[Step, ...]
    expects: tuple[Expectation, ...]
    limits: tuple[LimitUse, ...]


def ended_somehow(*ways: str) -> Check:
    """A File isn't closed before it was decided or ended in one of these other ways."""

    def judge(st: Standing, _ask: Ask) -> Reason | None:
        if st.any("decision.issue", *ways):
            return None
        return refuse("FLOW-ORDER", "还没有作出决定，也没有以其他方式终结，不能结案。")

    return judge


def decision_was_served(st: Standing, _ask: Ask) -> Reason | None:
    """决定书送达当事人以后才算办完."""
    if st.has("decision.issue") and not st.has("decision.serve"):
        return refuse("DOC-SERVICE", "决定书还没有送达。", todo="先登记送达。")
    return None


@dataclass(frozen=True, slots=True)
class Way:
    """How an act kind comes to its decision, in its own words.

    `begins` opens the File; the acts in `proposed` say what would be decided (the first is needed);
    `ready` is judged before review and decision (parties heard, a hearing held);
    `done` before closing; `ended` are acts that end the matter without a decision, `deemed` is the
    one of them by which the law takes it as decided. `decide_by` is
    the code of the term of the decision, `serve_by` of its service. `show` is the term of its
    publication, None where such decisions aren't published.
    """

    begins: str
    proposed: tuple[str, ...]
    ready: tuple[Check, ...] = ()
    done: tuple[Check, ...] = ()
    ended: tuple[str, ...] = ()
    deemed: str = ""
    decide_by: str | None = None
    serve_by: t.TimeLimit | None = None
    show: t.TimeLimit | None = t.PUBLISH_ANY
    discussed: bool = False


def towards_decision(way: Way) -> Course:
    """审核、决定、送达、公示、结案、归档. Stages: review, decision, service, closing, archive."""
    shown = disclosure_steps("decision.issue", deemed=way.deemed) if way.show else ()
    told = (
        publishing(way.show.id, f"决定作出后 {way.show.length}内公示，先拟定公示内容。")
        if way.show
        else ()
    )
    return Course(
        (*_review(way), *_deciding(way), *shown, *_closing(way)),
        (*_reviewing(way), *_serving(way), *told, *_ending(way)),
        _limits(way),
    )


def _review(way: Way) -> tuple[Step, ...]:
    asked = (DAY, c.not_decided, c.review_not_pending, *way.ready)
    answered = (DAY, c.review_pending)
    needs = way.proposed[:1]
    return (
        Step(
            "review.submit",
            "review",
            asked,
            needs=needs,
            until=way.ended,
            once=False,
            documents=("review.submission",),
            follows=way.proposed,
        ),
        Step("review.return_materials", "review", answered, needs=("review.submit",), once=False),
        Step(
            "review.give_opinion",
            "review",
            answered,
            needs=("review.submit",),
            once=False,
            documents=("review.opinion",),
        ),
        Step(
            "review.exempt",
            "review",
            asked,
            needs=needs,
            until=way.ended,
            once=False,
            documents=("review.exemption",),
            follows=way.proposed,
        ),
    )


def _deciding(way: Way) -> tuple[Step, ...]:
    discuss = Step(
        "decision.discuss",
        "decision",
        (DAY, c.not_decided, c.cleared),
        needs=way.proposed[:1],
        once=False,
        documents=("decision.discussion",),
        follows=(*way.proposed, *REVIEWED),
    )
    return (
        *((discuss,) if way.discussed else ()),
        Step(
            "decision.issue",
            "decision",
            (DAY, c.not_decided, *way.ready, c.cleared),
            needs=way.proposed[:1],
            until=way.ended,
            follows=(*way.proposed, *REVIEWED, "decision.discuss"),
        ),
        Step(
            "decision.serve",
            "service",
            (DAY, c.service_is_lawful),
            needs=("decision.issue",),
            documents=("service.receipt",),
        ),
        Step("decision.revoke", "closing", (DAY,), needs=("decision.issue",)),
    )


def _closing(way: Way) -> tuple[Step, ...]:
    checks = (DAY, ended_somehow(*way.ended), decision_was_served, *way.done)
    return (
        Step(
            "decision.close",
            "closing",
            checks,
            needs=(way.begins,),
            documents=("case.closing",),
            follows=("decision.serve", "decision.revoke", *way.ended),
        ),
        Step("record.archive", "archive", (DAY,), needs=("decision.close",)),
    )


def _reviewing(way: Way) -> tuple[Expectation, ...]:
    def wants_review(st: Standing) -> bool:
        if not st.any(*way.proposed) or st.any("decision.issue", *way.ended):
            return False
        if st.review_pending or st.clearance is not None:
            return False
        return all(check(st, some_day()) is None for check in way.ready)

    def ripe(st: Standing) -> bool:
        return st.clearance is not None and not st.any("decision.issue", *way.ended)

    def undiscussed(st: Standing) -> bool:
        return way.discussed and ripe(st) and c.discussed_where_due(st, now(st)) is not None

    return (
        Expectation(
            "review.submit", wants_review, "提请法制审核，通过后才能作出决定。", way.decide_by
        ),
        Expectation(
            "review.give_opinion",
            lambda st: st.review_pending is not None,
            "收到送审材料后 10 个工作日内审核完毕。",
            "PLAN-9",
        ),
        Expectation("decision.discuss", undiscussed, "重大事项由负责人集体讨论。", way.decide_by),
        Expectation(
            "decision.issue",
            lambda st: ripe(st) and not undiscussed(st),
            "法制审核已通过，由负责人作出决定。",
            way.decide_by,
        ),
    )


def _serving(way: Way) -> tuple[Expectation, ...]:
    limit = way.serve_by.id if way.serve_by else None
    return (
        Expectation(
            "decision.serve",
            never("decision.issue", "decision.serve"),
            "决定书送达当事人。",
            limit,
        ),
    )


def _ending(way: Way) -> tuple[Expectation, ...]:
    def closable(st: Standing) -> bool:
        if st.has("decision.close"):
            return False
        if not st.any("decision.serve", *way.ended):
            return False
        return all(check(st, now(st)) is None for check in way.done)

    return (
        Expectation("decision.close", closable, "已办理完毕，可以结案。"),
        Expectation(
            "record.archive",
            never("decision.close", "record.archive"),
            "结案后 30 日内归档。",
            "PLAN-8",
        ),
    )


def _limits(way: Way) -> tuple[LimitUse, ...]:
    answers = ("review.give_opinion", "review.return_materials")
    found = [LimitUse(t.REVIEW, answers, starts=lambda st: st.review_pending)]
    if way.serve_by:
        found.append(LimitUse(way.serve_by, ("decision.serve",), starts=decision_event))
    if way.show:
        found.append(LimitUse(way.show, SHOWN, starts=to_be_shown))
        taken = ("disclosure.withdraw",)
        found.append(LimitUse(t.WITHDRAW, taken, starts=to_be_taken_down))
    found.append(LimitUse(t.ARCHIVE, ("record.archive",)))
    return tuple(found)
