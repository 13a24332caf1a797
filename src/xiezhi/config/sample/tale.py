"""Telling a case: each step is the act of the right person on the right day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any, Self

from django.utils import timezone

from xiezhi.casework import actions as casework
from xiezhi.casework.rules import proposal_of
from xiezhi.config.sample.exhibits import original
from xiezhi.config.sample.government import ARCHIVIST, HEAD, PUBLISHER, REVIEWER, UNIT_HEAD, Agency
from xiezhi.config.sample.matter import Matter, articles, dated
from xiezhi.config.sample.plan import road
from xiezhi.identity.models import Account
from xiezhi.procedure.calendar import WorkCalendar
from xiezhi.record.actions import standing_of
from xiezhi.record.calendars import calendar_for
from xiezhi.record.models import File
from xiezhi.review import actions as review

#: Every review ground denied: an ordinary case.
PLAIN: dict[str, bool] = {
    "public_interest": False,
    "social_risk": False,
    "major_rights": False,
    "complex": False,
    "beyond_benchmark": False,
    "law_requires": False,
    "crime": False,
    "discussion_due": False,
}
TOLD = "已出示执法证件，告知陈述、申辩和申请回避的权利，以及如实回答询问、协助检查的义务。"
CHECKED = {
    "subject": "案件来源登记表",
    "officers": "现场笔录",
    "facts": "案件调查终结报告",
    "evidence": "询问笔录",
    "procedure": "行政处罚告知书",
    "law": "案件调查终结报告",
    "discretion": "案件调查终结报告",
    "power": "立案审批表",
    "documents": "送达回证",
    "crime": "案件调查终结报告",
}


class Tale:
    """One case, told step by step from a day `ago` working days before today."""

    file: File

    def __init__(self, agency: Agency, unit: str, matter: Matter, today: dt.date, ago: int) -> None:
        self.agency, self.matter, self.today = agency, matter, today
        people = agency.handlers(unit)
        self.handler, self.second = people[0], people[1]
        self.calendar: WorkCalendar = calendar_for(agency.organ.region)
        self.day = self._back(ago)
        self.begun = self.day
        self.answers: dict[str, Any] = {**PLAIN, "beyond_benchmark": matter.mitigated}
        self.penalties: list[dict[str, str]] = [dict(row) for row in matter.penalties]

    def _back(self, ago: int) -> dt.date:
        """The working day that many working days before the last one up to today."""
        day = self.calendar.roll_back(self.today)
        for _ in range(ago):
            day = self.calendar.roll_back(day - dt.timedelta(days=1))
        return day

    # -- who and when ------------------------------------------------------------------------------
    @property
    def head(self) -> Account:
        return self.agency.of(HEAD)

    @property
    def reviewer(self) -> Account:
        return self.agency.of(REVIEWER)

    @property
    def unit_head(self) -> Account:
        """The head of the officers' unit; an agency without one leaves it to its own head."""
        unit = self.handler.unit_id
        for who in self.agency.plan.people:
            account = self.agency.accounts[who.username]
            if UNIT_HEAD in who.roles and account.unit_id == unit:
                return account
        return self.head

    @property
    def publisher(self) -> Account:
        return self.agency.of(PUBLISHER)

    @property
    def archivist(self) -> Account:
        return self.agency.of(ARCHIVIST)

    def later(self, working_days: int) -> dt.date:
        """The day so many working days on, but no later than today."""
        if not working_days:
            return self.day
        return min(self.calendar.add_working_days(self.day, working_days), self.today)

    def wait(self, after: int) -> dt.date:
        """Let working days pass."""
        self.day = self.later(after)
        return self.day

    def at(self, clock: str) -> str:
        return f"{self.day}T{clock}"

    def text(self, words: str) -> str:
        return dated(words, self.begun)

    def site(self) -> casework.OnSite:
        people = [self.handler.person_id, self.second.person_id]
        return casework.OnSite(people, identity_shown=True, rights_told=True)

    # -- 立案 --------------------------------------------------------------------------------------
    def registered(self, *, real_name: bool = False, source: str = "") -> Self:
        m = self.matter
        self.file = casework.register_clue(
            by=self.handler,
            on=self.day,
            party=m.party,
            cause=m.cause,
            brief=self.text(m.brief),
            source=source or m.source,
            found_on=self.day,
            place=m.place,
            real_name=real_name,
        )
        return self

    def inspected(self, after: int = 0) -> Self:
        self.wait(after)
        casework.inspect(
            self.file,
            by=self.handler,
            on=self.day,
            site=self.site(),
            values={
                "place": self.matter.place,
                "started_at": self.at("09:30"),
                "ended_at": self.at("10:50"),
                "told": TOLD,
                "found": self.text(self.matter.found),
            },
        )
        return self

    def proposed(self, after: int = 0) -> Self:
        self.wait(after)
        casework.propose_filing(
            self.file,
            by=self.handler,
            on=self.day,
            officers=[self.handler.person_id, self.second.person_id],
            violation_ended_on=self.begun,
            discovered_on=self.begun,
            has_evidence=True,
            punishable=True,
            own_jurisdiction=True,
            opinion="有初步证据证明存在违法行为，建议立案调查。",
        )
        return self

    @road
    def filed(self, after: int = 2) -> Self:
        return self.registered().inspected().proposed(1).filed_after(after)

    def filed_after(self, after: int) -> Self:
        casework.file_case(self.file, by=self.unit_head, on=self.wait(after))
        return self

    # -- 调查 --------------------------------------------------------------------------------------
    def interviewed(self, after: int = 2) -> Self:
        self.wait(after)
        talk = [{"q": question, "a": answer} for question, answer in self.matter.talk]
        casework.interview(
            self.file,
            by=self.handler,
            on=self.day,
            site=self.site(),
            values={
                "place": f"{self.agency.organ.name}询问室",
                "started_at": self.at("14:30"),
                "ended_at": self.at("15:40"),
                "told": TOLD,
                "interviewee": {"name": self.matter.speaker},
                "talk": talk or _usual_talk(),
                "read_back": True,
            },
        )
        return self

    def evidenced(self, after: int = 1) -> Self:
        self.wait(after)
        for one in self.matter.exhibits:
            casework.add_evidence(
                self.file,
                by=self.handler,
                on=self.day,
                kind=one.kind,
                title=one.title,
                proves=one.proves,
                copies=one.copies,
                blob=original(one.made),
            )
        return self

    @road
    def investigated(self, after: int = 2) -> Self:
        return self.filed(after).interviewed().evidenced()

    def report(self) -> casework.Report:
        m = self.matter
        proposal = proposal_of("penalty", self.penalties, self.answers)
        values = {
            "facts": self.text(m.facts),
            "law_breached": articles(m.breached),
            "law_applied": articles(m.applied),
            "discretion": m.discretion,
            "benchmark": m.benchmark,
            "correction": m.correction,
            "penalties": proposal["penalties"],
            "fine": proposal["fine"] if float(proposal["fine"]) else None,
        }
        return casework.Report(proposal, {key: value for key, value in values.items() if value})

    def concluded(self, after: int = 4) -> Self:
        casework.conclude(self.file, by=self.handler, on=self.wait(after), report=self.report())
        return self

    def revised(self, after: int = 1, was: str = "", now: str = "") -> Self:
        """The report again, with other words in its facts."""
        self.matter = replace(self.matter, facts=self.matter.facts.replace(was, now))
        casework.revise_conclusion(
            self.file, by=self.handler, on=self.wait(after), report=self.report()
        )
        return self

    # -- 告知 --------------------------------------------------------------------------------------
    def receipt(self, clock: str = "15:20") -> dict[str, Any]:
        return {
            "place": self.matter.party["address"] or self.matter.place,
            "served_at": self.at(clock),
            "received_by": self.matter.speaker,
        }

    @road
    def noticed(self, after: int = 1) -> Self:
        return self.notified(after).notice_served()

    def notified(self, after: int = 1) -> Self:
        casework.give_notice(self.file, by=self.unit_head, on=self.wait(after))
        return self

    def notice_served(self, after: int = 1) -> Self:
        self.wait(after)
        casework.serve_notice(
            self.file,
            by=self.handler,
            on=self.day,
            how=casework.Delivery("direct"),
            values=self.receipt(),
        )
        return self

    def silent(self, after: int = 6) -> Self:
        """The party says nothing within its five working days."""
        self.wait(after)
        return self

    def waived(self) -> Self:
        casework.waive_statement(self.file, by=self.handler, on=self.day, hearing_too=True)
        return self

    def stated(self, said: str, after: int = 1) -> Self:
        self.wait(after)
        casework.record_statement(
            self.file,
            by=self.handler,
            on=self.day,
            values={
                "started_at": self.at("09:20"),
                "ended_at": self.at("09:50"),
                "place": f"{self.agency.organ.name}接待室",
                "speaker": {"name": self.matter.speaker},
                "statement": said,
            },
        )
        return self

    def rechecked(self, statement: str, rechecked: str, outcome: str, after: int = 2) -> Self:
        reason = {"accepted": "予以采纳。", "partly": "部分予以采纳。", "rejected": "不予采纳。"}
        casework.recheck_statement(
            self.file,
            by=self.handler,
            on=self.wait(after),
            nothing_new=outcome == "rejected",
            values={
                "statement": statement,
                "rechecked": rechecked,
                "outcome": outcome,
                "reason": reason[outcome],
            },
        )
        return self

    # -- 审核 --------------------------------------------------------------------------------------
    def submitted(self, after: int = 1, answer: str = "") -> Self:
        review.submit(
            self.file,
            by=self.handler,
            on=self.wait(after),
            opinion="事实清楚，证据确凿，建议按拟处罚意见处理。",
            answer=answer,
        )
        return self

    def judged(self, verdict: str, reasons: str, after: int = 3, failing: str = "") -> Self:
        answers = [
            {
                "point": point,
                "verdict": "fail" if point == failing else "pass",
                "material": material,
                "note": reasons if point == failing else "",
            }
            for point, material in CHECKED.items()
        ]
        review.give_opinion(
            self.file,
            by=self.reviewer,
            on=self.wait(after),
            verdict=verdict,
            answers=answers,
            reasons=reasons,
        )
        return self

    @road
    def approved(self, after: int = 3) -> Self:
        return self.judged(
            "approved", "事实清楚，证据确凿，定性准确，适用法律正确，裁量适当，程序合法。", after
        )

    def exempted(self, after: int = 1) -> Self:
        """No ground for a review, every one of them denied (only where the profile allows it)."""
        review.exempt(self.file, by=self.handler, on=self.wait(after), answers=dict(PLAIN))
        return self

    def needs_discussion(self) -> Self:
        """So grave or unusual that the heads must talk about it (art. 57)."""
        self.answers["discussion_due"] = True
        return self

    @road
    def cleared(self) -> Self:
        """Up to the passed review, the party having said nothing."""
        return self.investigated().concluded().noticed().silent().submitted().approved()

    # -- what can be asked of it -------------------------------------------------------------------
    def moment(self, clock: dt.time, working_days: int) -> dt.datetime:
        """A moment so many working days after the story's day."""
        day = self.calendar.add_working_days(self.day, working_days)
        return dt.datetime.combine(day, clock, timezone.get_current_timezone())

    def stands(self) -> Any:
        return standing_of(self.file, today=self.today)


def _usual_talk() -> list[dict[str, str]]:
    return [
        {"q": "以上执法证件请核对，是否看清楚、是否申请回避？", "a": "看清楚了，不申请回避。"},
        {"q": "现场检查时发现的情况是否属实？", "a": "属实，现场笔录我核对过。"},
        {
            "q": "请说明事情的经过。",
            "a": "平时管理不细，没有按规定检查和登记，知道错了，已经在改。",
        },
        {"q": "还有什么要补充？", "a": "没有了，请从轻处理。"},
    ]
