"""Due dates: every limit on both sides of its last day, pauses, extensions, lights, words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from xiezhi.procedure import timelimits as t
from xiezhi.procedure.calendar import WorkCalendar, YearArrangement
from xiezhi.procedure.timelimits import (
    Due,
    Extension,
    ExtensionStep,
    Light,
    Pause,
    TimeLimit,
    Unit,
    compute,
)

CN = WorkCalendar()
DAY = dt.timedelta(days=1)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def due(
    limit: TimeLimit,
    start: str,
    today: str | None = None,
    pauses: tuple[Pause, ...] = (),
    extensions: tuple[Extension, ...] = (),
) -> Due:
    return compute(
        limit,
        day(start),
        pauses=pauses,
        extensions=extensions,
        calendar=CN,
        today=day(today or start),
    )


def pause(start: str, end: str | None, why: str = "委托检验") -> Pause:
    return Pause(day(start), day(end) if end else None, why, "SAMR-4")


# -- the vectors of the law reference, and one row per limit -------------------------------------


@pytest.mark.parametrize(
    ("limit", "start", "last"),
    [
        pytest.param(
            t.WITHDRAW,
            "2025-09-29",
            "2025-10-10",
            id="PEN-22-3wd-over-national-day",
            marks=pytest.mark.rule("PEN-22"),
        ),
        pytest.param(t.PUBLISH_PENALTY, "2025-09-29", "2025-10-15", id="PLAN-2-7wd"),
        pytest.param(t.PUBLISH_ANY, "2025-09-29", "2025-11-03", id="PLAN-1-20wd"),
        pytest.param(t.PAYMENT, "2025-09-18", "2025-10-09", id="PEN-19-15d-rolls-from-10-03"),
        pytest.param(t.PRESERVE, "2026-11-11", "2026-11-20", id="PEN-6-7wd"),
        pytest.param(t.STATEMENT, "2026-11-18", "2026-11-25", id="SAMR-8-5wd"),
        pytest.param(t.HEARING_REQUEST, "2026-11-18", "2026-11-25", id="PEN-9-5wd"),
        pytest.param(t.CLUE, "2026-11-16", "2026-12-07", id="SAMR-1-15wd"),
        pytest.param(t.REVIEW, "2026-11-11", "2026-11-25", id="PLAN-9-10wd"),
        pytest.param(t.DECIDE, "2026-09-07", "2026-12-07", id="PEN-14-90d-rolls-from-sunday"),
        pytest.param(
            t.SERVICE, "2026-11-10", "2026-11-19", id="PEN-15-7wd", marks=pytest.mark.rule("PEN-15")
        ),
        pytest.param(t.REMIT_TO_AGENCY, "2026-11-20", "2026-11-24", id="PEN-18-2wd"),
        pytest.param(t.DEMAND, "2026-11-09", "2026-11-23", id="COE-15-10wd"),
        pytest.param(t.COURT, "2026-08-12", "2026-11-12", id="COE-15-3-months"),
        pytest.param(t.ARCHIVE, "2026-11-06", "2026-12-07", id="PLAN-8-30d-rolls-from-sunday"),
        pytest.param(t.INFORM_REPORTER, "2026-11-13", "2026-11-20", id="SAMR-9-5wd"),
        pytest.param(t.RECONSIDERATION, "2026-03-02", "2026-05-06", id="REM-1-60d-rolls-past-may"),
        pytest.param(
            t.LITIGATION,
            "2025-08-31",
            "2026-02-28",
            id="REM-2-6-months-no-31-february",
            marks=pytest.mark.rule("REM-2", "CAL-13"),
        ),
        pytest.param(
            t.LITIGATION,
            "2025-08-20",
            "2026-02-24",
            id="REM-2-rolls-past-new-year",
            marks=pytest.mark.rule("REM-2"),
        ),
        pytest.param(t.TRANSFER_DECIDE, "2026-10-01", "2026-10-04", id="TRF-2-3d-never-rolls"),
        pytest.param(t.PUBLISH_CREDIT, "2026-11-10", "2026-11-19", id="CR-1-7wd"),
        pytest.param(t.PUBLISH_ENTERPRISE, "2026-11-10", "2026-12-08", id="SAMR-12-20wd"),
    ],
)
def test_last_day_and_both_sides_of_it(limit: TimeLimit, start: str, last: str) -> None:
    found = due(limit, start)
    assert found.last_day == day(last)
    assert not found.over(day(last)), "the last day itself is in time"
    assert found.over(day(last) + DAY), "the day after is late"
    assert found.remaining(day(last)) == 0


@pytest.mark.rule("PEN-10", "CAL-12")
def test_hearing_notice_counts_back_from_the_hearing() -> None:
    """PEN-10: seven working days before, the hearing's own day not counted."""
    found = due(t.HEARING_NOTICE, "2025-10-15", "2025-09-26")
    assert found.last_day == day("2025-09-29")
    assert not found.over(day("2025-09-29"))
    assert found.over(day("2025-09-30"))
    assert t.earliest_event(t.HEARING_NOTICE, day("2025-09-29"), CN) == day("2025-10-15")
    assert t.earliest_event(t.HEARING_NOTICE, day("2025-09-30"), CN) == day("2025-10-16")


@pytest.mark.parametrize("limit", t.LIMITS.values(), ids=t.LIMITS.keys())
def test_every_limit_names_trigger_and_article(limit: TimeLimit) -> None:
    assert limit.label
    assert limit.trigger_label
    assert "." in limit.trigger
    assert limit.cite.article
    assert t.LIMITS[limit.id] is limit


@pytest.mark.rule("CAL-10")
def test_hour_limits_run_through_nights_and_holidays() -> None:
    """CAL-10, TRF-3, PLAN-7."""
    at = dt.datetime(2026, 10, 1, 16, 30, tzinfo=dt.UTC)
    assert t.ends_at(t.TRANSFER_HAND, at) == at + DAY
    with pytest.raises(ValueError, match="ends_at"):
        due(t.AV_COPIES, "2026-10-01")
    with pytest.raises(ValueError, match="days"):
        t.ends_at(t.DECIDE, at)


# -- pauses ---


def test_the_example_of_the_case_page() -> None:
    """立案 7 September, twenty days of testing: 28 December, 38 days left on 20 November."""
    found = due(t.DECIDE, "2026-09-07", "2026-11-20", (pause("2026-09-21", "2026-10-10"),))
    assert found.nominal_end == day("2026-12-26")
    assert found.last_day == day("2026-12-28")
    assert (found.paused_days, found.rolled_days) == (20, 2)
    assert (found.used(), found.remaining()) == (54, 38)
    assert found.light() is Light.GREEN
    assert found.remaining_text == "剩 38 日"


@pytest.mark.parametrize(
    ("pauses", "nominal"),
    [
        ((), "2026-12-06"),
        ((("2026-09-21", "2026-10-10"), ("2026-10-01", "2026-10-15")), "2026-12-31"),  # overlap
        ((("2026-09-21", "2026-10-10"), ("2026-09-21", "2026-10-10")), "2026-12-26"),  # same twice
        ((("2026-12-06", "2026-12-06"),), "2026-12-07"),  # on what would be the last day
        ((("2026-12-07", "2026-12-20"),), "2026-12-06"),  # after the end: stops nothing
        ((("2026-09-01", "2026-09-07"),), "2026-12-06"),  # before the first counted day
        ((("2026-09-01", "2026-09-08"),), "2026-12-07"),  # the first counted day
        ((("2026-12-01", "2026-12-05"), ("2026-12-08", "2026-12-09")), "2026-12-13"),  # cascade
    ],
)
def test_paused_days_are_not_counted(pauses: tuple[tuple[str, str], ...], nominal: str) -> None:
    found = due(t.DECIDE, "2026-09-07", pauses=tuple(pause(a, b) for a, b in pauses))
    assert found.nominal_end == day(nominal)


def test_working_day_limits_lose_only_working_days() -> None:
    limit = TimeLimit("SAMR-1", "核查", "casework.register_clue", "登记", 15, Unit.WORKING_DAY)
    stopped = TimeLimit(
        "SAMR-1", "核查", "casework.register_clue", "登记", 15, Unit.WORKING_DAY, stops=("SAMR-4",)
    )
    weekend = pause("2026-11-20", "2026-11-23")  # Friday to Monday: two working days
    assert due(limit, "2026-11-16", pauses=(weekend,)).last_day == day("2026-12-07")
    assert due(stopped, "2026-11-16", pauses=(weekend,)).last_day == day("2026-12-09")


def test_a_pause_under_another_rule_leaves_the_clock_alone() -> None:
    found = due(t.REVIEW, "2026-11-11", pauses=(pause("2026-11-12", "2026-11-30"),))
    assert found.last_day == day("2026-11-25")
    assert found.spans == ()


def test_an_open_pause_stops_the_clock_until_today() -> None:
    before = due(t.DECIDE, "2026-09-07", "2026-11-12", (pause("2026-11-12", None),))
    after = due(t.DECIDE, "2026-09-07", "2026-11-20", (pause("2026-11-12", None),))
    assert before.light() is after.light() is Light.PAUSED
    assert before.remaining() == after.remaining()
    assert after.lines()[-1].value == "待定"
    assert "至今" in after.lines()[2].note


def test_a_pause_that_began_after_the_end_hides_no_delay() -> None:
    found = due(t.DECIDE, "2026-07-01", "2026-11-20", (pause("2026-11-12", None),))
    assert found.light() is Light.RED


def test_a_pause_ends_on_a_day() -> None:
    with pytest.raises(ValueError, match="ends before"):
        pause("2026-10-10", "2026-10-09")


# -- extensions ---

SAMR = t.DECIDE.with_extensions(
    (ExtensionStep(30, "机关负责人", "SAMR-4"), ExtensionStep(None, "集体讨论", "SAMR-4"))
)


@pytest.mark.parametrize(
    ("granted", "last"),
    [((), "2026-10-08"), ((30,), "2026-11-09"), ((30, 15), "2026-11-23")],
)
def test_extension_follows_the_end(granted: tuple[int, ...], last: str) -> None:
    """SAMR-4: ninety days, thirty more by the head, then a term fixed in discussion."""
    found = due(SAMR, "2026-07-10", extensions=tuple(Extension(n, "SAMR-4") for n in granted))
    assert found.last_day == day(last)


@pytest.mark.parametrize(
    ("done", "n", "on", "discussed", "complaint"),
    [
        ((), 30, "2026-10-08", None, None),
        ((), 31, "2026-10-08", None, "最多延长 30 日"),
        ((), 0, "2026-10-08", None, "大于零"),
        ((), 30, "2026-10-09", None, "已经过了"),
        ((30,), 20, "2026-11-09", True, None),
        ((30,), 20, "2026-11-09", False, "集体讨论"),
        ((30,), 20, "2026-11-09", None, "集体讨论"),
        ((30, 20), 1, "2026-11-09", True, "次数已经用完"),
    ],
)
def test_who_may_extend_how_far(
    done: tuple[int, ...], n: int, on: str, discussed: bool | None, complaint: str | None
) -> None:
    found = due(SAMR, "2026-07-10", on, extensions=tuple(Extension(k, "SAMR-4") for k in done))
    said = "".join(r.say for r in t.extension_refusals(found, n, day(on), discussed=discussed))
    assert (complaint in said) if complaint else not said


def test_the_statute_itself_allows_no_extension() -> None:
    reasons = t.extension_refusals(due(t.DECIDE, "2026-07-10"), 30, day("2026-08-01"))
    assert [r.rule.code for r in reasons] == ["PEN-14"]


# -- lights ---


@pytest.mark.rule("SUP-1", "SUP-2", "SUP-3")
@pytest.mark.parametrize(
    ("limit", "start", "today", "light"),
    [
        (t.CLUE, "2026-11-16", "2026-11-20", Light.GREEN),  # 11 of 15 left
        (t.REVIEW, "2026-11-11", "2026-11-19", Light.GREEN),  # 4 working days left
        (t.REVIEW, "2026-11-11", "2026-11-20", Light.AMBER),  # 3 left
        (t.REVIEW, "2026-11-11", "2026-11-25", Light.AMBER),  # the last day
        (t.REVIEW, "2026-11-11", "2026-11-26", Light.RED),
        (t.DECIDE, "2026-08-03", "2026-10-13", Light.GREEN),  # 20 of 90 left (a Sunday rolled)
        (t.DECIDE, "2026-08-03", "2026-10-15", Light.AMBER),  # 18 of 90: a fifth
        (t.PAYMENT, "2026-11-10", "2026-11-26", Light.RED),
        (t.STATEMENT, "2026-11-18", "2026-11-24", Light.NA),
        (t.STATEMENT, "2026-11-18", "2026-12-24", Light.NA),
        (t.DECIDE, "2026-10-20", "2026-11-20", Light.PROVISIONAL),  # 2027 isn't published yet
        (t.DECIDE, "2026-10-20", "2027-01-15", Light.AMBER),
    ],
)
def test_light(limit: TimeLimit, start: str, today: str, light: Light) -> None:
    assert due(limit, start, today).light() is light


@pytest.mark.parametrize(
    ("limit", "start", "warned"),
    [
        (t.REVIEW, "2026-11-11", "2026-11-20"),
        (t.DECIDE, "2026-08-03", "2026-10-15"),
        (t.WITHDRAW, "2026-11-20", "2026-11-20"),  # three working days: urgent from the start
        (t.HEARING_NOTICE, "2026-12-01", "2026-12-01"),
    ],
)
def test_first_amber_day(limit: TimeLimit, start: str, warned: str) -> None:
    found = due(limit, start)
    if limit.backward:
        found = due(limit, start, "2026-11-02")
        assert found.warn_on == day("2026-11-17")
    else:
        assert found.warn_on == day(warned)


def test_overdue_is_told_in_the_limits_unit() -> None:
    assert due(t.PUBLISH_PENALTY, "2026-11-09", "2026-11-20").remaining_text == "超期 2 个工作日"
    assert due(t.PRESERVE, "2026-11-11", "2026-11-20").remaining_text == "今天到期"
    assert due(t.SERVICE, "2026-11-13", "2026-11-20").remaining_text == "剩 2 个工作日"
    assert due(t.WITHDRAW, "2026-11-17", "2026-11-21").remaining_text == "已经到期"  # a Saturday


def test_a_year_that_becomes_known_moves_the_day() -> None:
    corban = frozenset({day("2027-01-18"), day("2027-01-01")})
    known = WorkCalendar(years=[YearArrangement("CN", 2027, corban, frozenset())])
    start, today = day("2026-10-20"), day("2026-11-20")
    before = compute(t.DECIDE, start, calendar=CN, today=today)
    after = compute(t.DECIDE, start, calendar=known, today=today)
    assert before.provisional
    assert not after.provisional
    assert (before.last_day, after.last_day) == (day("2027-01-18"), day("2027-01-19"))


# -- words ---


def test_the_lines_of_the_case_page() -> None:
    found = due(t.DECIDE, "2026-09-07", "2026-11-20", (pause("2026-09-21", "2026-10-10"),))
    assert [tuple(line) for line in found.lines()] == [
        ("立案", "9月7日", "当日不计，自 9月8日起算"),
        ("法定期限", "90 日", "自然日。《行政处罚法》第六十条"),
        (
            "委托检验不计入",
            "+20 日",
            "9月21日至 10月10日。《市场监督管理行政处罚程序规定》第六十四条",
        ),
        ("期满日", "12月26日", "星期六，休息日"),
        ("顺延到第一个工作日", "+2 日", "《民事诉讼法》第八十五条第三款，参照适用"),
        ("最后一天", "2026年12月28日", "星期一"),
    ]
    assert found.sentence() == (
        "自2026年9月7日立案的次日起 90 日，委托检验不计入 20 日，"
        "2026年12月26日（星期六）是休息日，顺延，到2026年12月28日（星期一）24 时止。"
        "《行政处罚法》第六十条。"
    )


def test_working_days_say_which_days_were_off() -> None:
    lines = due(t.PUBLISH_PENALTY, "2025-09-26").lines()
    assert (
        "其间放假、调休",
        "6 日不计",
        "10月1日至3日、10月6日至8日放假；9月28日、10月11日上班",
    ) in [tuple(line) for line in lines]
    assert lines[1].label == "规定期限", "a plan's term is no statutory one"


def test_an_extension_and_a_doubt_are_told() -> None:
    granted = Extension(30, "SAMR-4", day("2026-11-02"), "机关负责人")
    found = due(SAMR, "2026-09-21", "2026-11-20", extensions=(granted,))
    told = [tuple(line) for line in found.lines()]
    assert (
        "机关负责人延长",
        "+30 日",
        "11月2日批准。《市场监督管理行政处罚程序规定》第六十四条",
    ) in told
    assert told[-1] == ("最后一天", "2027年1月19日", "暂定：2027 年放假安排公布后重算")
    assert "（出处待核）" in due(t.STATEMENT, "2026-11-18").lines()[1].note


def test_backward_limits_tell_themselves_too() -> None:
    found = due(t.HEARING_NOTICE, "2025-10-15", "2025-09-26")
    assert found.lines()[0] == ("举行听证", "10月15日", "当日不计，往前数")
    assert found.lines()[-1] == ("最迟", "2025年9月29日", "星期一")
    assert found.sentence().startswith("举行听证定在2025年10月15日，通知听证须提前 7 个工作日，")


# -- money ---


@pytest.mark.rule("PEN-20")
@pytest.mark.parametrize(
    ("overdue", "fee"),
    [(0, "0"), (-3, "0"), (1, "1560"), (33, "51480"), (34, "52000"), (35, "52000"), (900, "52000")],
)
def test_late_fee_is_capped_on_the_34th_day(overdue: int, fee: str) -> None:
    """PEN-20: three per cent a day, never more than the fine."""
    assert t.late_fee(Decimal(52000), overdue) == Decimal(fee)


def test_late_fee_is_rounded_to_the_cent() -> None:
    assert t.late_fee(Decimal("333.33"), 1) == Decimal("10.00")
    with pytest.raises(ValueError, match="negative"):
        t.late_fee(Decimal(-1), 1)


@pytest.mark.rule("PEN-73-3", "PEN-20")
def test_review_and_litigation_days_cost_nothing() -> None:
    """处罚法 art. 73(3)."""
    review = Pause(day("2026-05-01"), day("2026-05-10"), "行政复议", "PEN-73-3")
    assert t.overdue_days(day("2026-04-20"), day("2026-05-20"), [review]) == 20
    assert t.overdue_days(day("2026-04-20"), day("2026-05-20"), [review, review]) == 20
    assert t.overdue_days(day("2026-04-20"), day("2026-04-20")) == 0
    assert t.overdue_days(day("2026-04-20"), day("2026-04-19")) == 0
