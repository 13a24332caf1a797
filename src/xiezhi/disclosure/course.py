"""How the case went and what can be done against it, in the words of the public page.

Days and stages come from the ledger, never names: who handled it is for the record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.documents.vocabulary import SERVICE_MODES
from xiezhi.procedure.rulebook import rule
from xiezhi.procedure.standing import Standing
from xiezhi.ui.text import cndate

_INQUIRY = (
    "casework.inspect",
    "casework.interview",
    "casework.add_evidence",
    "casework.receive_test",
    "casework.record_on_spot",
)
_HEARD = ("casework.record_statement", "casework.waive_statement", "casework.recheck_statement")
_MODES = dict(SERVICE_MODES)


def course_of(standing: Standing) -> list[dict[str, str]]:
    """What was done when, as far as it had been done when the page was drafted."""
    if standing.kind.family != "penalty":
        before, after = _declared(standing)
        parts = (*before, *_review(standing), *_made(standing), *_service(standing), *after)
        return [{"what": what, "when": when} for what, when in parts]
    steps = (
        *_once(standing, "casework.file_case", "立案"),
        *_inquiry(standing),
        *_notice(standing),
        *_once(standing, "casework.hold_hearing", "举行听证"),
        *_review(standing),
        *_once(standing, "decision.discuss", "集体讨论"),
        *_decision(standing),
        *_service(standing),
    )
    return [{"what": what, "when": when} for what, when in steps]


Steps = Iterator[tuple[str, str]]


def _once(standing: Standing, act: str, label: str) -> Steps:
    event = standing.last(act)
    if event:
        yield label, cndate(event.on)


def _between(days: list[Any]) -> str:
    first, last = min(days), max(days)
    return cndate(first) if first == last else f"{cndate(first)}至{cndate(last)}"


def _declared(standing: Standing) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The acts of this act kind itself with their days: those before the decision, those after."""
    own = f"{standing.kind.family}."
    made = standing.last("decision.issue")
    before: list[tuple[str, str]] = []
    after: list[tuple[str, str]] = []
    for act in dict.fromkeys(event.act for event in standing.events if event.act.startswith(own)):
        events = standing.all(act)
        later = made is not None and events[0].seq > made.seq
        said = (ACTS[act].label, _between([event.on for event in events]))
        (after if later else before).append(said)
    return before, after


def _made(standing: Standing) -> Steps:
    yield from _once(standing, "decision.discuss", "集体讨论")
    yield from _once(standing, "decision.issue", "作出决定")
    yield from _once(standing, "decision.confirm_renewal", "视为准予延续，办理登记")


def _inquiry(standing: Standing) -> Steps:
    days = [event.on for act in _INQUIRY for event in standing.all(act)]
    if days:
        yield "调查取证", f"{_between(days)}，两名以上执法人员"


def _notice(standing: Standing) -> Steps:
    days = [event.on for event in standing.all("casework.serve_notice")]
    if days:
        days += [event.on for act in _HEARD for event in standing.all(act)]
        yield "告知权利，听取申辩", _between(days)


def _review(standing: Standing) -> Steps:
    event = standing.clearance.event if standing.clearance else None
    if event and event.act == "review.give_opinion":
        yield "法制审核通过", f"{cndate(event.on)}，由没有参与办案的人员审核"
    elif event:
        yield "法制审核", f"{cndate(event.on)}，逐项核对，不属于必须审核的范围"


def _decision(standing: Standing) -> Steps:
    event = standing.last("decision.issue", "decision.decide_on_spot")
    filed = standing.last("casework.file_case")
    if event and filed:
        yield "作出决定", f"{cndate(event.on)}，立案后第 {(event.on - filed.on).days} 日"
    elif event:
        yield "当场作出决定", cndate(event.on)


def _service(standing: Standing) -> Steps:
    event = standing.last("decision.serve")
    if event:
        mode = _MODES.get(str(event.facts.get("mode") or ""), "")
        yield "送达", f"{cndate(event.on)}{f'，{mode}' if mode else ''}"


def remedies_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """The ways against a decision, in the order in which they may be gone."""
    block: Mapping[str, Any] = values.get("remedies") or {}
    body, court = str(block.get("review_body") or ""), str(block.get("court") or "")
    days, months = block.get("review_days") or 60, block.get("court_months") or 6
    ways = []
    if body:
        first = "先申请行政复议" if block.get("review_first") else "申请行政复议"
        ways.append((first, f"收到决定书之日起 {days} 日内，向{body}提出。"))
    if court and block.get("review_first"):
        how = f"对复议决定仍不服的，收到复议决定书之日起 15 日内，向{court}提出。"
        ways.append(("再提起行政诉讼", how))
    elif court:
        ways.append(("提起行政诉讼", f"收到决定书之日起 {months} 个月内，向{court}提出。"))
    if values.get("fine"):
        ways.append(("缴纳有困难", "可以申请暂缓或者分期缴纳罚款。"))
    codes = ["REM-1", "REM-4" if block.get("review_first") else "REM-2"]
    if values.get("fine"):
        codes.append("PEN-66-2")
    cites = [str(rule(code).cite) for code in codes]
    return {"ways": [{"what": what, "how": how} for what, how in ways], "cites": "，".join(cites)}
