"""Every time limit as the law says it, written down a second time: what starts it, how long it is.

`LAW` shares nothing with the declarations: whoever changes a length there, or the unit, or what
starts the clock, must answer here. The days of `DAYS` were counted by hand on the calendar of the
State Council's notice for 2025 (1 to 8 October off, 28 September and 11 October worked).

A term reads: a number and wd (working days), d (days), m (months), y (years) or h (hours); a minus
counts back from the event; an exclamation mark means that a day off at the end moves nothing.
"""

from __future__ import annotations

import datetime as dt

import pytest

from xiezhi.procedure import timelimits as t
from xiezhi.procedure.calendar import WorkCalendar
from xiezhi.procedure.timelimits import LIMITS, Due, Unit, compute

CN = WorkCalendar()
DAY = dt.timedelta(days=1)

LAW: dict[str, tuple[str, str]] = {
    # 处罚法
    "PEN-6": ("casework.preserve_evidence", "7wd"),
    "PEN-9": ("casework.serve_notice", "5wd"),
    "PEN-10": ("casework.hold_hearing", "-7wd"),
    "PEN-14": ("casework.file_case", "90d"),
    "PEN-15": ("decision.issue", "7wd"),
    "PEN-18": ("decision.record_payment", "2wd"),
    "PEN-18-2": ("decision.remit_cash", "2wd"),
    "PEN-19": ("decision.serve", "15d"),
    "PEN-22": ("decision.revoke", "3wd"),
    # 强制法
    "COE-2": ("coercion.act_at_once", "24h"),
    "COE-4": ("coercion.carry_out", "30d!"),
    "COE-8": ("coercion.freeze", "3wd"),
    "COE-9": ("coercion.freeze", "30d!"),
    "COE-10": ("coercion.serve_demand", "10wd"),
    "COE-11": ("coercion.propose_execution", "30d!"),
    "COE-14": ("coercion.execute", "-3wd"),
    "COE-15": ("decision.demand", "10wd"),
    "COE-15-2": ("decision.serve", "3m"),
    "COE-16": ("coercion.apply_to_court", "5wd"),
    "COE-16-2": ("coercion.court_accepts", "15d"),
    "COE-16-3": ("coercion.contest_ruling", "15d"),
    "COE-16-4": ("coercion.court_accepts", "7wd"),
    "COE-16-5": ("coercion.court_accepts", "30d"),
    "COE-16-6": ("coercion.court_rules", "5wd"),
    "COE-16-7": ("coercion.court_rules", "15d"),
    "COE-16-8": ("coercion.contest_ruling", "30d"),
    "COE-16-9": ("coercion.court_rules", "5wd"),
    "COE-17": ("coercion.suspend", "3y!"),
    # 许可法
    "LIC-2": ("licence.apply", "5wd"),
    "LIC-4": ("licence.accept", "20wd"),
    "LIC-5": ("licence.accept", "45wd"),
    "LIC-PROMISE": ("licence.accept", "45wd"),
    "LIC-6": ("licence.accept", "20wd"),
    "LIC-7": ("decision.issue", "10wd"),
    "LIC-9": ("licence.tell_rights", "5wd"),
    "LIC-9-2": ("licence.ask_hearing", "20wd"),
    "LIC-9-3": ("licence.hold_hearing", "-7wd"),
    "LIC-10": ("licence.accept", "5wd"),
    "LIC-11": ("licence.apply_renewal", "-30d!"),
    "LIC-11-2": ("licence.apply_renewal", "-1d!"),
    "LIC-STATE-2": ("licence.tell_taking", "5wd"),
    "LIC-78": ("licence.refuse_acceptance", "1y!"),
    "LIC-79": ("decision.issue", "3y!"),
    # 复议法, 诉讼法
    "REM-1": ("decision.serve", "60d"),
    "REM-2": ("decision.serve", "6m"),
    "REM-5": ("reconsideration.open_reply", "5wd"),
    "REM-7": ("reconsideration.receive_notice", "10wd"),
    "REM-7-2": ("reconsideration.receive_notice", "5wd"),
    "REM-8": ("reconsideration.accept", "60d"),
    "REM-8-2": ("reconsideration.accept", "30d"),
    "REM-12": ("decision.serve", "1y"),
    "REM-9": ("reconsideration.give_letter", "60d"),
    "REC-30": ("reconsideration.apply", "5wd"),
    "REC-31": ("reconsideration.apply", "5wd"),
    "REC-31-2": ("reconsideration.ask_correction", "10wd"),
    "REC-41-5": ("reconsideration.suspend", "60d"),
    "REC-48": ("reconsideration.accept", "7wd"),
    "REC-51": ("reconsideration.hold_hearing", "-5wd"),
    "REC-54": ("reconsideration.accept", "3wd"),
    "REC-56": ("reconsideration.suspend", "30d"),
    "REC-56-2": ("reconsideration.suspend", "7wd"),
    "REC-58": ("reconsideration.suspend", "3wd"),
    "REC-58-2": ("reconsideration.ask_maker", "10wd"),
    "REC-60": ("reconsideration.refer_basis", "60d"),
    # 移送规定
    "TRF-2": ("casework.report_crime", "3d!"),
    "TRF-3": ("casework.approve_transfer", "24h"),
    "TRF-5": ("casework.hand_over", "3d!"),
    "TRF-6": ("casework.enter_answer", "3d!"),
    "TRF-7": ("casework.enter_answer", "3d!"),
    # 三项制度, 市场监管, 信用公示, 其他
    "PLAN-1": ("decision.issue", "20wd"),
    "PLAN-2": ("decision.issue", "7wd"),
    "PLAN-7": ("record.capture", "24h"),
    "PLAN-8": ("decision.close", "30d"),
    "PLAN-9": ("review.submit", "10wd"),
    "SAMR-1": ("casework.register_clue", "15wd"),
    "SAMR-8": ("casework.serve_notice", "5wd"),
    "SAMR-9": ("casework.file_case", "5wd"),
    "SAMR-12": ("decision.issue", "20wd"),
    "SAMR-10": ("complaint.receive", "7wd"),
    "SAMR-10-2": ("complaint.accept", "45wd"),
    "SAMR-10-3": ("complaint.end", "7wd"),
    "SAMR-10-4": ("complaint.find", "15wd"),
    "SAMR-10-5": ("complaint.dispute", "7wd"),
    "SAMR-11": ("decision.issue", "20wd"),
    "SAMR-12-2": ("decision.issue", "10wd"),
    "SAMR-12-3": ("decision.receive_pushed", "10wd"),
    "OGI-2": ("openness.request", "7wd"),
    "OGI-3": ("openness.request", "20wd"),
    "OGI-4": ("openness.consult", "15wd"),
    "OGI-4-2": ("openness.consult", "15wd"),
    "PLAN-5": ("plan.change", "-1m"),
    "CR-1": ("decision.issue", "7wd"),
    "NOR-2": ("normative.check_form", "15wd"),
    "SUV-REPLY": ("supervision.give_notice", "30d"),
    "SUV-28": ("supervision.give_opinion", "30d"),
    "SUV-29-2": ("supervision.decide", "30d"),
}

#: Term → the day of the event and the boundary day, over days off and without them.
DAYS: dict[str, tuple[tuple[str, str], ...]] = {
    "2wd": (("2025-09-29", "2025-10-09"), ("2025-10-15", "2025-10-17")),
    "3wd": (("2025-09-29", "2025-10-10"), ("2025-10-15", "2025-10-20")),
    "5wd": (("2025-09-29", "2025-10-13"), ("2025-10-15", "2025-10-22")),
    "7wd": (("2025-09-29", "2025-10-15"), ("2025-10-15", "2025-10-24")),
    "10wd": (("2025-09-29", "2025-10-20"), ("2025-10-15", "2025-10-29")),
    "15wd": (("2025-09-29", "2025-10-27"), ("2025-10-15", "2025-11-05")),
    "20wd": (("2025-09-29", "2025-11-03"), ("2025-10-15", "2025-11-12")),
    "45wd": (("2025-09-29", "2025-12-08"), ("2025-10-15", "2025-12-17")),
    "-3wd": (("2025-09-29", "2025-09-25"), ("2025-10-15", "2025-10-11")),
    "-5wd": (("2025-09-29", "2025-09-23"), ("2025-10-15", "2025-10-09")),
    "-7wd": (("2025-09-29", "2025-09-19"), ("2025-10-15", "2025-09-29")),
    "15d": (("2025-09-18", "2025-10-09"), ("2025-10-16", "2025-10-31")),
    "30d": (("2025-09-18", "2025-10-20"), ("2025-09-29", "2025-10-29")),
    "60d": (("2025-10-01", "2025-12-01"), ("2025-09-29", "2025-11-28")),
    "90d": (("2025-09-29", "2025-12-29"), ("2025-09-18", "2025-12-17")),
    "3m": (("2025-07-01", "2025-10-09"), ("2025-08-31", "2025-12-01")),
    "6m": (("2025-04-01", "2025-10-09"), ("2025-06-18", "2025-12-18")),
    "-1m": (("2025-11-03", "2025-09-30"), ("2025-10-15", "2025-09-15")),
    "1y": (("2024-10-02", "2025-10-09"), ("2024-10-16", "2025-10-16")),
    "1y!": (("2024-10-01", "2025-10-01"), ("2024-10-15", "2025-10-15")),
    "3d!": (("2025-09-30", "2025-10-03"), ("2025-10-13", "2025-10-16")),
    "30d!": (("2025-09-18", "2025-10-18"), ("2025-09-29", "2025-10-29")),
    "-1d!": (("2025-10-02", "2025-10-01"), ("2025-10-16", "2025-10-15")),
    "-30d!": (("2025-10-31", "2025-10-01"), ("2025-11-14", "2025-10-15")),
    "3y!": (("2022-10-01", "2025-10-01"), ("2022-10-15", "2025-10-15")),
}

ROWS = [
    pytest.param(code, start, last, id=f"{code}-{start}")
    for code, (_, term) in LAW.items()
    for start, last in DAYS.get(term, ())
]


def of(code: str, start: str) -> Due:
    first = dt.date.fromisoformat(start)
    return compute(LIMITS[code], first, calendar=CN, today=first)


@pytest.mark.parametrize(("code", "start", "last"), ROWS)
def test_in_time_on_the_last_day_and_late_on_the_next(code: str, start: str, last: str) -> None:
    """A limit that counts back ends on a day too: the notice given on it is still in time."""
    found, boundary = of(code, start), dt.date.fromisoformat(last)
    assert found.last_day == boundary
    assert not found.over(boundary)
    assert found.over(boundary + DAY)


#: Which days count, statute by statute: from Friday, 17 October 2025, or over the holiday.
COUNTED = [
    *(
        pytest.param(code, "2025-10-17", last, marks=pytest.mark.rule("CAL-4"), id=f"CAL-4-{code}")
        for code, last in (
            ("PEN-18", "2025-10-21"),  # two
            ("PEN-22", "2025-10-22"),  # three
            ("PEN-9", "2025-10-24"),  # five
            ("PEN-6", "2025-10-28"),  # seven
            ("PEN-19", "2025-11-03"),  # fifteen, natural: 1 November is a Saturday
            ("PEN-14", "2026-01-15"),  # ninety, natural
        )
    ),
    *(
        pytest.param(code, "2025-10-17", last, marks=pytest.mark.rule("CAL-5"), id=f"CAL-5-{code}")
        for code, last in (
            ("COE-8", "2025-10-22"),
            ("COE-16", "2025-10-24"),
            ("COE-16-4", "2025-10-28"),
            ("COE-15", "2025-10-31"),  # ten
            ("COE-16-2", "2025-11-03"),  # fifteen, natural
            ("COE-4", "2025-11-16"),  # thirty, natural, never longer: a Sunday
            ("COE-16-5", "2025-11-17"),  # the court's thirty
            ("COE-15-2", "2026-01-19"),  # three months: 17 January is a Saturday
        )
    ),
    *(
        pytest.param(code, "2025-10-17", last, marks=pytest.mark.rule("CAL-6"), id=f"CAL-6-{code}")
        for code, last in (
            ("LIC-2", "2025-10-24"),
            ("LIC-7", "2025-10-31"),
            ("LIC-4", "2025-11-14"),  # twenty
            ("LIC-5", "2025-12-19"),  # forty-five
            ("LIC-11", "2025-09-17"),  # the applicant's own thirty are natural
        )
    ),
    *(
        pytest.param(code, "2025-10-17", last, marks=pytest.mark.rule("CAL-7"), id=f"CAL-7-{code}")
        for code, last in (
            ("REC-54", "2025-10-22"),
            ("REM-5", "2025-10-24"),
            ("REC-48", "2025-10-28"),
            ("REM-7", "2025-10-31"),
            ("REM-8-2", "2025-11-17"),  # thirty, natural: 16 November is a Sunday
            ("REM-8", "2025-12-16"),  # sixty, natural
        )
    ),
    *(
        pytest.param(code, "2025-10-17", last, marks=pytest.mark.rule("CAL-8"), id=f"CAL-8-{code}")
        for code, last in (
            ("PLAN-2", "2025-10-28"),
            ("PLAN-9", "2025-10-31"),
            ("PLAN-1", "2025-11-14"),
            ("SAMR-12", "2025-11-14"),
        )
    ),
    *(
        pytest.param(code, "2025-09-30", last, marks=pytest.mark.rule("CAL-9"), id=f"CAL-9-{code}")
        for code, last in (
            ("TRF-2", "2025-10-03"),  # in the middle of the holiday
            ("TRF-6", "2025-10-03"),
            ("TRF-7", "2025-10-03"),
        )
    ),
    *(
        pytest.param(code, on, last, marks=pytest.mark.rule("CAL-12"), id=f"CAL-12-{code}-{on}")
        for code, on, last in (
            ("PEN-10", "2025-10-28", "2025-10-17"),
            ("LIC-9-3", "2025-10-29", "2025-10-20"),
            ("COE-14", "2025-10-22", "2025-10-17"),
            ("LIC-11", "2025-11-16", "2025-10-17"),
        )
    ),
]


@pytest.mark.rule("CAL-1")
@pytest.mark.parametrize(("code", "start", "last"), COUNTED)
def test_which_days_count(code: str, start: str, last: str) -> None:
    """The unit is itself law: counted the other way, every one of these ends on another day."""
    found, boundary = of(code, start), dt.date.fromisoformat(last)
    assert found.last_day == boundary
    assert not found.over(boundary)
    assert found.over(boundary + DAY)


@pytest.mark.rule("CAL-10")
@pytest.mark.parametrize("code", [code for code, (_, term) in LAW.items() if term == "24h"])
def test_hours_end_at_the_same_hour_of_the_next_day(code: str) -> None:
    at = dt.datetime(2025, 9, 30, 16, 30, tzinfo=dt.UTC)
    assert LIMITS[code].unit is Unit.HOUR
    assert t.ends_at(LIMITS[code], at) == dt.datetime(2025, 10, 1, 16, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize(("code", "trigger"), [(code, on) for code, (on, _) in LAW.items()])
def test_what_starts_the_clock(code: str, trigger: str) -> None:
    assert LIMITS[code].trigger == trigger


def test_every_term_has_its_days() -> None:
    assert {term for _, term in LAW.values()} - {"24h"} == set(DAYS)
