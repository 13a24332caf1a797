"""Special procedures, the check on site and the hearing (许可法 arts. 34, 45 to 48, 55)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.procedure.ledgers import Line, day
from tests.procedure.licences import ACCEPTED, APPLIED, GRANT, at, refused
from xiezhi.procedure.timelimits import Light


# -- special procedures (arts. 45, 55) ---
@pytest.mark.rule("LIC-8")
@pytest.mark.parametrize(
    ("ended", "told", "last"),
    [
        ("03-13", "2026-03-20", "04-07"),  # five working days, 9 to 13 March, aren't counted
        ("03-20", "2026-03-13", "04-07"),  # what took longer than was told is counted
    ],
)
def test_only_the_time_told_stops_the_clock(ended: str, told: str, last: str) -> None:
    lines: list[Line] = [
        *ACCEPTED,
        ("licence.begin_special", "03-09", {"special_until": told, "special_kind": "expert"}),
        ("licence.end_special", ended, {}),
    ]
    due = at(*lines).limit("LIC-4")
    assert due is not None
    assert due.last_day == day(last)


@pytest.mark.rule("LIC-8")
@pytest.mark.parametrize(
    ("facts", "rules"),
    [
        ({"special_kind": "expert", "special_until": "2026-03-10"}, set()),
        ({"special_kind": "expert", "special_until": "2026-03-09"}, {"LIC-8"}),
        ({"special_kind": "expert"}, {"LIC-8"}),
        ({"special_kind": "testing", "special_until": "2026-03-10", "testers": "甲"}, {"LIC-10"}),
        (
            {"special_kind": "testing", "special_until": "2026-03-10", "testers": "甲、甲"},
            {"LIC-10"},
        ),
        ({"special_kind": "testing", "special_until": "2026-03-10", "testers": "甲、乙"}, set()),
    ],
)
def test_a_special_procedure_is_told(facts: dict[str, Any], rules: set[str]) -> None:
    assert refused(at(*ACCEPTED), "licence.begin_special", "03-10", **facts) == rules


def test_no_opinion_while_a_special_procedure_goes_on() -> None:
    open_ = [*ACCEPTED, ("licence.begin_special", "03-09", {"special_until": "2026-03-20"})]
    st = at(*open_)
    assert "LIC-8" in refused(st, "licence.propose", outcome="refuse")
    assert "LIC-8" in refused(st, "licence.begin_special", special_until="2026-04-20")


@pytest.mark.rule("LIC-10")
@pytest.mark.parametrize(("today", "light"), [("03-09", Light.AMBER), ("03-10", Light.RED)])
def test_testers_are_assigned_within_five_working_days(today: str, light: Light) -> None:
    testing = [*APPLIED, ("licence.accept", "03-02", {"needs_testing": True})]
    due = at(*testing, today=today).limit("LIC-10")
    assert due is not None
    assert due.light() is light
    assert at(*ACCEPTED).limit("LIC-10") is None


@pytest.mark.rule("LIC-3", "LIC-SHOW")
@pytest.mark.parametrize(
    ("officers", "shown", "rules"),
    [
        ([{"person": 1, "name": "甲"}, {"person": 2, "name": "乙"}], True, set()),
        ([{"person": 1, "name": "甲"}, {"person": 1, "name": "甲"}], True, {"LIC-3"}),
        ([{"person": 1, "name": "甲"}, {"person": 2, "name": "乙"}], None, {"LIC-SHOW"}),
        ([], True, {"LIC-3"}),
    ],
)
def test_two_check_on_site(officers: list[Any], shown: bool | None, rules: set[str]) -> None:
    facts: dict[str, Any] = {"officers": officers, "identity_shown": shown, "rights_told": True}
    assert refused(at(*ACCEPTED), "licence.check_site", **facts) == rules


# -- the hearing (arts. 46 to 48) ---
TOLD: list[Line] = [*ACCEPTED, ("licence.tell_rights", "03-04", {"hearing_right": True})]
ASKED: list[Line] = [*TOLD, ("licence.ask_hearing", "03-06", {})]
CALLED: list[Line] = [*ASKED, ("licence.call_hearing", "03-09", {"hearing_at": "2026-03-18T09:00"})]
HELD: list[Line] = [*CALLED, ("licence.hold_hearing", "03-18", {})]


@pytest.mark.rule("LIC-9")
@pytest.mark.parametrize(("on", "rules"), [("03-11", set()), ("03-12", {"LIC-9"})])
def test_a_hearing_is_asked_for_within_five_working_days(on: str, rules: set[str]) -> None:
    assert refused(at(*TOLD), "licence.ask_hearing", on) == rules


@pytest.mark.rule("CAL-3")
@pytest.mark.parametrize(
    ("posted", "rules"),
    [("2026-03-11", set()), ("2026-03-12", {"LIC-9"}), ("2026-03-17", {"CAL-3", "LIC-9"})],
)
def test_what_is_posted_in_time_is_asked_in_time(posted: str, rules: set[str]) -> None:
    assert refused(at(*TOLD), "licence.ask_hearing", "03-16", posted_on=posted) == rules


def test_no_hearing_without_the_right_being_told() -> None:
    assert refused(at(*ACCEPTED), "licence.ask_hearing") == {"LIC-9"}


@pytest.mark.rule("LIC-9", "CAL-12", "LIC-9-2", "LIC-9-3")
@pytest.mark.parametrize(
    ("on", "held", "rules"),
    [
        ("03-09", "2026-03-18T09:00", set()),  # seven working days: 9 to 17 March
        ("03-10", "2026-03-18T09:00", {"LIC-9-3"}),
        ("03-09", "2026-04-03T09:00", set()),  # the twentieth working day after 6 March
        ("03-09", "2026-04-07T09:00", {"LIC-9-2"}),
        ("03-30", "2026-04-09T09:00", set()),  # too late for the twenty days: still to be held
        ("03-09", None, {"LIC-9-3"}),
    ],
)
def test_when_a_hearing_is_held(on: str, held: str | None, rules: set[str]) -> None:
    facts = {"hearing_at": held, "host": "沈若谷", "host_independent": True}
    assert refused(at(*ASKED), "licence.call_hearing", on, **facts) == rules


@pytest.mark.rule("LIC-9-5")
@pytest.mark.parametrize(
    ("host", "independent", "rules"),
    [("沈若谷", True, set()), ("沈若谷", None, {"LIC-9-5"}), ("周文海", True, {"LIC-9-5"})],
)
def test_who_examined_does_not_preside(host: str, independent: Any, rules: set[str]) -> None:
    checked = ("licence.check_site", "03-05", {"officers": [{"name": "周文海"}]})
    st = at(*ACCEPTED, checked, *TOLD[2:], *ASKED[3:])
    facts = {"hearing_at": "2026-03-18T09:00", "host": host, "host_independent": independent}
    assert refused(st, "licence.call_hearing", "03-09", **facts) == rules


@pytest.mark.rule("LIC-9-3")
@pytest.mark.parametrize(("on", "rules"), [("03-18", set()), ("03-19", {"LIC-9-3"})])
def test_a_hearing_is_held_on_its_day(on: str, rules: set[str]) -> None:
    assert refused(at(*CALLED), "licence.hold_hearing", on) == rules


def test_a_hearing_stops_the_clock() -> None:
    due = at(*HELD).limit("LIC-4")
    assert due is not None
    assert due.paused_days == 8, "9 to 18 March"
    assert due.last_day == day("04-10")


@pytest.mark.rule("LIC-9-4")
def test_the_decision_rests_on_the_record() -> None:
    """Art. 48(2): an opinion after the hearing, which says how its record was followed."""
    asks = {"outcome": "refuse"}
    assert "LIC-9-4" in refused(at(*CALLED), "licence.propose", **asks)
    assert refused(at(*HELD), "licence.propose", **asks) == {"LIC-9-4"}
    assert refused(at(*HELD), "licence.propose", **asks, hearing_said="采纳。") == set()
    early = [*TOLD, ("licence.propose", "03-05", {"proposal": GRANT}), *HELD[3:]]
    assert "LIC-9-4" in refused(at(*early), "review.submit")


@pytest.mark.parametrize(("on", "waits"), [("03-11", True), ("03-12", False)])
def test_the_right_to_a_hearing_is_waited_for(on: str, waits: bool) -> None:
    st = at(*TOLD, ("licence.propose", "03-05", {"proposal": GRANT}), today=on)
    assert ("LIC-9" in refused(st, "review.submit", on)) is waits


@pytest.mark.parametrize(("others", "waits"), [("", False), ("相邻住户", True)])
def test_one_waiver_does_not_speak_for_all(others: str, waits: bool) -> None:
    lines: list[Line] = [
        *ACCEPTED,
        ("licence.tell_rights", "03-04", {"hearing_right": True, "interested": others}),
        ("licence.hear_party", "03-05", {"waives_hearing": True, "said_as": "applicant"}),
        ("licence.propose", "03-06", {"proposal": GRANT}),
    ]
    st = at(*lines, today="03-09")
    assert ("LIC-9" in refused(st, "review.submit", "03-09")) is waits


@pytest.mark.rule("LIC-9-7")
def test_what_the_public_was_told_is_held() -> None:
    st = at(*ACCEPTED, ("licence.announce_hearing", "03-04", {}))
    assert refused(st, "licence.drop_hearing") == {"LIC-9-7"}
    assert refused(at(*ASKED), "licence.drop_hearing") == set()
