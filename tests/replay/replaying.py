"""A published case told again through the product. What the publication leaves out is made up.

Facts, names, numbers and days stand in the case's file. Everything from `MADE_UP` is invented by
this test, so that the acts in between can be done.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any, Self

from tests.builders import PLAIN, Story, a_bureau
from tests.disclosure.showing import Showing
from xiezhi.casework import actions as casework
from xiezhi.casework.rules import proposal_of
from xiezhi.decision import actions as decision
from xiezhi.procedure.standing import Standing
from xiezhi.record.actions import standing_of
from xiezhi.review import actions as review

CASES = Path(__file__).resolve().parents[3] / "shared" / "cases"
_PARTY = {"法人": "legal_person", "个体工商户": "sole_trader"}

#: Invented: the publications name neither officers nor wording, nor who was asked what.
MADE_UP: dict[str, Any] = {
    "told": "已出示执法证件，告知权利义务。",
    "found": "现场发现与案由相符的情况。",
    "brief": "检查发现违法线索。",
    "talk": [{"q": "是否看清执法证件？", "a": "看清了。"}, {"q": "请说明经过。", "a": "属实。"}],
    "speaker": "负责人",
    "place": "当事人经营场所",
    "facts": "当事人的行为有现场笔录、询问笔录等证据证明。",
    "discretion": "符合一般裁量情形。",
    "correction": "立即改正违法行为。",
    "statement": "请求从轻处罚。",
}


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def case(name: str) -> dict[str, Any]:
    facts: dict[str, Any] = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return facts


class Replay:
    """One real case; each method is an event of its file, or one made up in between."""

    def __init__(self, name: str, policy: str, *, fine: str) -> None:
        self.case = case(name)
        self.bureau = a_bureau(policy=policy)
        self.bureau.agency.name = self.case["agency"]
        self.fine = fine
        self.story = Story(self.bureau, fine=fine)

    def days(self, kind: str) -> list[dt.date]:
        """When that happened, as published; empty where the publication doesn't say."""
        return [day(event["on"]) for event in self.case["events"] if event["kind"] == kind]

    @property
    def file(self) -> Any:
        return self.story.file

    @property
    def party(self) -> dict[str, Any]:
        given = self.case["party"]
        return {
            "kind": _PARTY[given["kind"]],
            "name": given["name"],
            "code": given["uscc"] or "",
            "address": given["address"] or MADE_UP["place"],
        }

    @property
    def articles(self) -> list[dict[str, str]]:
        named = self.case.get("law") or [{"name": "中华人民共和国行政处罚法", "article": "第九条"}]
        return [{"law": row["name"], "article": row["article"]} for row in named]

    def stands(self, today: dt.date) -> Standing:
        return standing_of(self.file, today=today)

    # -- from the clue to the report ---
    def registered(self, on: dt.date, source: str = "inspection") -> Self:
        self.story.file = casework.register_clue(
            by=self.bureau.handler,
            on=on,
            party=self.party,
            cause=self.case["cause"],
            brief=MADE_UP["brief"],
            source=source,
            found_on=on,
            real_name=False,
        )
        return self

    def inspected(self, on: dt.date) -> Self:
        times = {"started_at": f"{on}T09:00", "ended_at": f"{on}T10:00", "told": MADE_UP["told"]}
        casework.inspect(
            self.file,
            by=self.bureau.handler,
            on=on,
            site=self.bureau.on_site(),
            values={"place": self.party["address"], "found": MADE_UP["found"], **times},
        )
        return self

    def filed(self, on: dt.date, found: dt.date) -> Self:
        casework.propose_filing(
            self.file,
            by=self.bureau.handler,
            on=on,
            officers=[self.bureau.handler.person_id, self.bureau.second.person_id],
            violation_ended_on=found,
            discovered_on=found,
            has_evidence=True,
            punishable=True,
            own_jurisdiction=True,
            opinion="建议立案调查。",
        )
        casework.file_case(self.file, by=self.bureau.head, on=on)
        return self

    def questioned(self, on: dt.date) -> Self:
        times = {"started_at": f"{on}T14:00", "ended_at": f"{on}T15:00", "told": MADE_UP["told"]}
        talk = {"interviewee": {"name": MADE_UP["speaker"]}, "talk": MADE_UP["talk"]}
        casework.interview(
            self.file,
            by=self.bureau.handler,
            on=on,
            site=self.bureau.on_site(),
            values={"place": MADE_UP["place"], "read_back": True, **times, **talk},
        )
        return self

    def evidenced(self, on: dt.date) -> Self:
        """The evidence the publication lists; its kind is made up."""
        for title in self.case["evidence"]:
            casework.add_evidence(
                self.file,
                by=self.bureau.handler,
                on=on,
                kind="documentary",
                title=title,
                proves="违法事实",
            )
        return self

    def correction_ordered(self, on: dt.date) -> Self:
        values = {"breach": self.case["cause"], "law_breached": self.articles, "at_once": True}
        casework.order_correction(
            self.file,
            by=self.bureau.handler,
            on=on,
            values={**values, "correction": MADE_UP["correction"]},
        )
        return self

    def rechecked(self, on: dt.date) -> Self:
        casework.recheck_correction(
            self.file, by=self.bureau.handler, on=on, found="已改正。", outcome="corrected"
        )
        return self

    def concluded(self, on: dt.date) -> Self:
        proposal = proposal_of("penalty", [{"kind": "fine", "amount": self.fine}], dict(PLAIN))
        values = {
            "facts": MADE_UP["facts"],
            "law_breached": self.articles,
            "law_applied": self.articles,
            "discretion": MADE_UP["discretion"],
            "penalties": proposal["penalties"],
            "fine": proposal["fine"],
        }
        report = casework.Report(proposal, values)
        casework.conclude(self.file, by=self.bureau.handler, on=on, report=report)
        return self

    # -- from the notice to the public ---
    def noticed(self, on: dt.date, served: dt.date) -> Self:
        casework.give_notice(self.file, by=self.bureau.head, on=on)
        self.story.day = served
        casework.serve_notice(
            self.file,
            by=self.bureau.handler,
            on=served,
            how=casework.Delivery("direct"),
            values=self.story.receipt(),
        )
        return self

    def stated(self, on: dt.date) -> Self:
        times = {"started_at": f"{on}T09:00", "ended_at": f"{on}T09:20"}
        said = {"speaker": {"name": MADE_UP["speaker"]}, "statement": MADE_UP["statement"]}
        casework.record_statement(
            self.file,
            by=self.bureau.handler,
            on=on,
            values={**times, **said, "place": MADE_UP["place"]},
        )
        return self

    def statement_rechecked(self, on: dt.date) -> Self:
        values = {"statement": MADE_UP["statement"], "rechecked": "已复核。", "reason": "不采纳。"}
        casework.recheck_statement(
            self.file,
            by=self.bureau.handler,
            on=on,
            nothing_new=True,
            values={**values, "outcome": "rejected"},
        )
        return self

    def reviewed(self, on: dt.date) -> Self:
        """Submitted and approved on a day; made up, since nobody publishes reviews."""
        review.submit(self.file, by=self.bureau.handler, on=on, opinion="建议处罚。")
        self.story.day = on - dt.timedelta(days=1)
        self.story.judged("approved")
        return self

    def decided(self, on: dt.date) -> Self:
        decision.issue(self.story.clearance, by=self.bureau.head, on=on)
        return self

    def published(self, on: dt.date) -> Self:
        self.story.day = on
        Showing(self.story).shown()
        return self
