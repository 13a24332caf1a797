"""What the parts of the declaration share: stages, stops, outcomes, ends of a case."""

from __future__ import annotations

from xiezhi.procedure.steps import Outcome, Stage, Stop

VERSION = "2021"


STAGES = (
    Stage("filing", "立案"),
    Stage("inquiry", "调查取证"),
    Stage("notice", "审查告知"),
    Stage("review", "法制审核"),
    Stage("decision", "决定"),
    Stage("service", "送达"),
    Stage("execution", "执行与结案"),
    Stage("archive", "归档"),
)


#: Ends of a case that was filed, without a decision on it.
STOPPED = ("casework.terminate", "casework.withdraw_filing", "casework.refer")
DECIDED = ("decision.issue", "decision.decide_on_spot", "casework.refuse_filing", *STOPPED)


FILED = ("casework.file_case",)


#: What a final report rests on: it can't be older than any of it.
GATHERED = (
    "casework.inspect",
    "casework.interview",
    "casework.add_evidence",
    "casework.dispose_preserved",
    "casework.order_correction",
    "casework.recheck_correction",
    "casework.receive_test",
)

REPORTED = ("casework.conclude", "casework.revise_conclusion")

#: How the party was heard.
HEARD = (
    "casework.serve_notice",
    "casework.record_statement",
    "casework.recheck_statement",
    "casework.waive_statement",
    "casework.report_hearing",
    "casework.withdraw_hearing",
)

TESTING = "检测、检验、检疫、鉴定"

#: What stops the clocks of a penalty case, each under the rule that says so.
STOPS = (
    Stop("casework.suspend", ("casework.resume",), "SAMR-4", "中止调查"),
    Stop("casework.commission_test", ("casework.receive_test",), "SAMR-4", TESTING),
    Stop("casework.commission_test", ("casework.receive_test",), "SAMR-1", TESTING),
    Stop(
        "casework.notify_hearing",
        ("casework.report_hearing", "casework.withdraw_hearing"),
        "SAMR-4",
        "听证",
    ),
)

#: What a penalty case may come to (art. 57).
OUTCOMES = (
    Outcome("penalty", "给予行政处罚", "penalty.decision"),
    Outcome("no_penalty", "不予行政处罚", "penalty.none", favours=True),
)

CLEARED = ("review.give_opinion", "review.exempt")
