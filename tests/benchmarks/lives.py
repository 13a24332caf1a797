"""A whole life of a case over the API: every act of the general procedure, by whose it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from tests.benchmarks.client import Client, post
from tests.benchmarks.government import Caller
from tests.builders import APPLIED, BREACHED, COMPANY, PLAIN, Bureau
from xiezhi.procedure.review_grounds import CHECKLIST

PLACE = "安澜市东埠区临港路 18 号"
FACTS = (
    "当事人购进食用油 14 箱，更改外包装生产日期后销售，货值 3,360 元。经查，当事人于购进后自行撕去"
    "原有标签，重新喷印生产日期，并在其经营场所货架上陈列销售。上述事实有现场笔录、进货票据、询问笔录"
    "等证实。"
)
_ANSWERS = {True: "yes", False: "no"}


@dataclass(frozen=True)
class Step:
    """One request: which officer of the team, which act, with what."""

    role: str
    act: str
    body: dict[str, Any]


def clue(day: dt.date) -> dict[str, Any]:
    """What opens a case."""
    return {
        "on": f"{day}",
        **{key: value for key, value in COMPANY.items() if value},
        "source": "inspection",
        "found_on": f"{day}",
        "cause": "经营虚假标注生产日期的食品",
        "place": PLACE,
        "brief": "检查发现外包装生产日期与喷码不符。",
    }


def life(team: Bureau, begun: dt.date) -> list[Step]:
    """Every act after the clue, over three weeks, up to closing."""
    people = [team.handler.person_id, team.second.person_id]

    def day(n: int) -> str:
        return f"{begun + dt.timedelta(days=n)}"

    def on_site(n: int) -> dict[str, Any]:
        return {
            "on": day(n),
            "officers": people,
            "identity_shown": True,
            "rights_told": True,
            "place": PLACE,
            "started_at": f"{day(n)}T09:10",
            "ended_at": f"{day(n)}T10:40",
        }

    def service(n: int) -> dict[str, Any]:
        return {
            "on": day(n),
            "mode": "direct",
            "place": PLACE,
            "served_at": f"{day(n)}T15:00",
            "received_by": "韩某",
        }

    report = {
        "on": day(9),
        "outcome": "penalty",
        "facts": FACTS,
        "law_breached": BREACHED,
        "law_applied": APPLIED,
        "discretion": "当事人积极配合调查，符合一般裁量情形。",
        "penalties": [{"kind": "fine", "amount": "52000"}],
        **{k: _ANSWERS[v] for k, v in PLAIN.items() if k != "discussion_due"},
    }
    proposal = {
        "on": day(1),
        "officers": people,
        "violation_ended_on": day(0),
        "discovered_on": day(0),
        "has_evidence": True,
        "punishable": True,
        "own_jurisdiction": True,
        "opinion": "建议立案调查。",
    }
    opinion = {"on": day(14), "verdict": "approved", "reasons": "事实清楚，证据确凿，程序合法。"}
    for point in CHECKLIST:
        opinion[f"point_{point.code}"] = "pass"
        opinion[f"material_{point.code}"] = "案件调查终结报告"
    gate = dict.fromkeys(
        (
            "state_secret",
            "third_party_harm",
            "public_security",
            "all_facts_secret",
            "province_unfit",
            "process_information",
        ),
        "no",
    )
    talk = {"talk": [{"q": "食用油从哪里购进？", "a": "从批发市场购进，共 14 箱。"}]}
    evidence = {"kind": "documentary", "name": "进货票据", "proves": "购进数量和价格"}
    return [
        Step("handler", "casework.inspect", on_site(0) | {"found": FACTS}),
        Step("handler", "casework.propose_filing", proposal),
        Step("head", "casework.file_case", {"on": day(2)}),
        Step("handler", "casework.interview", on_site(3) | {"name": "韩某"} | talk),
        Step("handler", "casework.add_evidence", {"on": day(4), **evidence}),
        Step("second", "casework.add_evidence", {"on": day(5), **evidence, "name": "销售记录"}),
        Step(
            "handler",
            "casework.order_correction",
            {
                "on": day(6),
                "breach": FACTS,
                "law_breached": BREACHED,
                "correction": "停止销售，改正标签。",
                "until": day(16),
            },
        ),
        Step("handler", "casework.conclude", report),
        Step("head", "casework.give_notice", {"on": day(10)}),
        Step("handler", "casework.serve_notice", service(11)),
        Step("handler", "casework.waive_statement", {"on": day(12), "hearing_too": True}),
        Step("handler", "review.submit", {"on": day(13), "opinion": "建议给予行政处罚。"}),
        Step("reviewer", "review.give_opinion", opinion),
        Step("head", "decision.issue", {"on": day(15)}),
        Step("handler", "decision.serve", service(16)),
        Step("publisher", "disclosure.prepare", {"on": day(17), "secrecy_reviewed": True, **gate}),
        Step("head", "disclosure.sign", {"on": day(18), "seen": True}),
        Step("publisher", "disclosure.publish", {"on": day(18), "seen": True}),
        Step("handler", "decision.record_payment", {"on": day(20), "amount": "52000"}),
        Step("head", "decision.close", {"on": day(22), "outcome": "罚款已缴清。"}),
    ]


class Lives:
    """The lives of cases as an operation: one repetition is one whole life."""

    def __init__(self, teams: list[Bureau], begun: dt.date) -> None:
        self.teams = [
            (
                post("/api/v1/casework.register_clue", _caller(team, "handler"), clue(begun)),
                [
                    post(f"/api/v1/files/@FILE@/{s.act}", _caller(team, s.role), s.body)
                    for s in life(team, begun)
                ],
            )
            for team in teams
        ]

    def __call__(self, client: Client, n: int) -> bool:
        opening, steps = self.teams[n % len(self.teams)]
        opened = client.send(opening)
        if not opened.ok:
            return False
        file = str(opened.json()["file"]).encode()
        return all(client.send(step.replace(b"@FILE@", file)).ok for step in steps)


def _caller(team: Bureau, role: str) -> dict[str, str]:
    return Caller(getattr(team, role).username).api
