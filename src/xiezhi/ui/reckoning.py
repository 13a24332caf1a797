"""期限计算: what is asked to reckon a due date, and the answer with its whole derivation.

The public page and the API ask the same form; each supplies the calendars it may read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError

from xiezhi.procedure import guide
from xiezhi.procedure.calendar import NATIONAL, WorkCalendar
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.policy import Policy
from xiezhi.procedure.steps import Stop
from xiezhi.procedure.timelimits import (
    LIMITS,
    Due,
    Extension,
    Line,
    Pause,
    TimeLimit,
    Unit,
    clock_lines,
    clock_sentence,
    compute,
    duties,
    ends_at,
)
from xiezhi.ui.fields import DayField, LineField, NumberField, SelectField
from xiezhi.ui.forms import ActForm, RowsField
from xiezhi.ui.text import SHANGHAI, halfwidth

#: Before this year no arrangement of days off is known to us.
EARLIEST, LATEST = dt.date(2004, 1, 1), dt.date(2100, 12, 31)
_MOST = 3650
Calendars = Callable[[str], WorkCalendar]


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The answer: the last day (or moment) and how it came about."""

    limit: TimeLimit
    last_day: dt.date
    lines: Sequence[Line]
    sentence: str
    provisional: bool
    due: Due | None = None
    moment: dt.datetime | None = None


class ClockField(forms.TimeField):
    """A time of day, 16:30; full-width figures and colons are taken too."""

    widget = forms.TextInput(attrs={"class": "input-short", "inputmode": "numeric"})
    default_error_messages: ClassVar[dict[str, Any]] = {"invalid": "请写成 16:30 这样的时刻"}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(input_formats=("%H:%M",), **kwargs)

    def to_python(self, value: Any) -> dt.time | None:
        return super().to_python(halfwidth(value).strip() if isinstance(value, str) else value)


def _day(label: str, **kwargs: Any) -> DayField:
    return DayField(label=label, earliest=EARLIEST, latest=LATEST, **kwargs)


_UNKNOWN = {"invalid_choice": "没有这个选项"}


class ReckonForm(ActForm):
    """Which limit, since when, where, what didn't count, what was granted."""

    title = "期限计算"
    verb = "计算最后一天"

    find = LineField(
        label="查找期限",
        required=False,
        max_length=40,
        help_text="输入事项或者法律名称中的字，下面只列出相符的期限",
    )
    limit = SelectField(label="期限", error_messages=_UNKNOWN)
    on = _day("起算日期", help_text="事情发生的那一天，当日不计；往前数的期限填写举行的那一天")
    at = ClockField(label="起算时刻", required=False, help_text="只有按小时计算的期限要填")
    region = SelectField(label="地区", required=False, ask="全国", error_messages=_UNKNOWN)
    pauses = RowsField(
        {
            "start": _day("开始日期"),
            "end": _day("结束日期", required=False),
            "why": SelectField(label="原因", error_messages=_UNKNOWN),
        },
        label="不计入的时间",
        required=False,
        most=20,
        spare=1,
        help_text="首尾两天都不计入；还没有结束的，结束日期留空",
    )
    extensions = RowsField(
        {"n": NumberField(label="延长多少"), "on": _day("批准日期", required=False)},
        label="批准的延长",
        required=False,
        most=5,
        spare=1,
        help_text="单位与期限相同：工作日、日或者月",
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        policy: Policy,
        regions: Sequence[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:
        self.policy, self.regions = policy, regions
        super().__init__(data, **kwargs)

    def prepare(self) -> None:
        groups = guide.grouped_limits(self.policy)
        found = _matching(groups, self.asked)
        self.none_found = bool(self.asked) and not found
        self._set("limit", [("", "请选择"), *(_group(g) for g in found or groups)])
        self._set("region", [("", "全国"), *self.regions])
        column = self.fields["pauses"].columns[-1].field  # type: ignore[attr-defined]
        column.choices = [("", "请选择"), *_reasons()]

    def _set(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    @property
    def asked(self) -> str:
        """The words by which the limits are narrowed; a limit already chosen is not lost."""
        words = str((self.data or self.initial or {}).get("find") or "").strip()
        return words if not (self.data or {}).get("limit") else ""

    # -- judging --

    @property
    def chosen(self) -> TimeLimit | None:
        limit = LIMITS.get(self.cleaned_data.get("limit") or "")
        return self.policy.limit(limit) if limit else None

    def clean(self) -> dict[str, Any]:
        limit = self.chosen
        if limit is not None:
            if limit.unit is Unit.HOUR and self.cleaned_data.get("at") is None:
                self._wrong("at", f"“{limit.label}”按小时计算，请填写起算时刻")
            self._judge_pauses(limit, self.cleaned_data.get("pauses") or [])
            self._judge_extensions(limit, self.cleaned_data.get("extensions") or [])
        return self.cleaned_data

    def _wrong(self, name: str, message: str, row: int | None = None, column: str = "") -> None:
        params = None if row is None else {"row": row, "column": column}
        said = message if row is None else f"第 {row + 1} 行，{message}"
        self.add_error(name, ValidationError(said, code="invalid", params=params))

    def _judge_pauses(self, limit: TimeLimit, rows: list[dict[str, Any]]) -> None:
        stops = guide.stops_of(limit)
        if rows and not stops:
            self._wrong("pauses", f"“{limit.label}”没有可以不计入的时间")
            return
        for n, row in enumerate(rows):
            if row["end"] and row["end"] < row["start"]:
                self._wrong("pauses", "结束日期早于开始日期", n, "end")
            if dict(_reasons())[row["why"]] not in stops:
                allowed = "、".join(stops)
                self._wrong("pauses", f"原因：这项期限只扣除{allowed}的时间", n, "why")

    def _judge_extensions(self, limit: TimeLimit, rows: list[dict[str, Any]]) -> None:
        if len(rows) > len(limit.extensions):
            many = len(limit.extensions)
            said = f"“{limit.label}”最多延长 {many} 次" if many else f"“{limit.label}”不能延长"
            self._wrong("extensions", said)
            return
        for n, (row, step) in enumerate(zip(rows, limit.extensions, strict=False)):
            most = _MOST if step.most is None else step.most
            if row["n"] != int(row["n"]) or not 0 < row["n"] <= most:
                self._wrong("extensions", f"延长多少：应当是 1 到 {most} 的整数", n, "n")

    # -- answering --

    def perform(self) -> object:
        raise NotImplementedError("a reckoning writes nothing: ask reckon()")

    def reckon(self, calendars: Calendars, today: dt.date) -> Reckoned:
        """The due date after the form is found valid."""
        limit, asked = self.chosen, self.cleaned_data
        assert limit is not None
        if limit.unit is Unit.HOUR:
            return _by_clock(limit, asked["on"], asked["at"])
        due = compute(
            limit,
            asked["on"],
            pauses=self._pauses(limit),
            extensions=[
                Extension(int(row["n"]), step.rule_code, row["on"], step.by)
                for row, step in zip(asked["extensions"], limit.extensions, strict=False)
            ],
            calendar=calendars(asked["region"] or NATIONAL),
            today=today,
        )
        lines, last = due.lines(), due.last_day
        return Reckoned(limit, last, lines, due.sentence(), due.provisional, due)

    def _pauses(self, limit: TimeLimit) -> Iterator[Pause]:
        rules = {stop.why: stop.rule for stop in _stops() if stop.rule in limit.stops}
        for row in self.cleaned_data["pauses"]:
            why = dict(_reasons())[row["why"]]
            yield Pause(row["start"], row["end"], why, rules[why])

    def address(self) -> str:
        """The question as the shortest address that asks it again."""
        asked = self.cleaned_data
        pairs: list[tuple[str, Any]] = [("limit", asked["limit"]), ("on", asked["on"])]
        pairs += [("at", f"{asked['at']:%H:%M}")] if asked.get("at") else []
        pairs += [("region", asked["region"])] if asked.get("region") else []
        for name in ("pauses", "extensions"):
            for n, row in enumerate(asked.get(name) or []):
                pairs += [(f"{name}-{n}-{key}", value) for key, value in row.items() if value]
        return f"?{urlencode(pairs)}"


def _stops() -> list[Stop]:
    inside = [stop for kind in KINDS.values() for stop in kind.stops]
    return [*inside, *(Stop(name, (), code, why) for name, code, why in duties.STOPS)]


def _reasons() -> list[tuple[str, str]]:
    """Each reason once, under the act that first has it."""
    found: dict[str, str] = {}
    for stop in _stops():
        found.setdefault(stop.why, stop.act)
    acts: dict[str, str] = {}
    for why, act in found.items():
        acts.setdefault(act if act not in acts else why, why)
    return list(acts.items())


def _by_clock(limit: TimeLimit, day: dt.date, at: dt.time) -> Reckoned:
    began = dt.datetime.combine(day, at, tzinfo=SHANGHAI)
    end = ends_at(limit, began)
    lines, said = clock_lines(limit, began, end), clock_sentence(limit, began, end)
    return Reckoned(limit, end.date(), lines, said, provisional=False, moment=end)


def _matching(
    groups: list[tuple[str, list[TimeLimit]]], words: str
) -> list[tuple[str, list[TimeLimit]]]:
    """Limits in whose label, trigger, code or article every word occurs."""
    if not words:
        return groups
    wanted = halfwidth(words).lower().split()
    found = [
        (group, [x for x in limits if all(word in _text(group, x) for word in wanted)])
        for group, limits in groups
    ]
    return [(group, limits) for group, limits in found if limits]


def _text(group: str, limit: TimeLimit) -> str:
    return f"{group} {limit.label} {limit.trigger_label} {limit.id} {limit.cite}".lower()


def _group(group: tuple[str, list[TimeLimit]]) -> tuple[str, list[tuple[str, str]]]:
    name, limits = group
    return name, [(limit.id, option(limit)) for limit in limits]


def option(limit: TimeLimit) -> str:
    """缴纳罚款：自收到决定书起 15 日（行政处罚法第六十七条第三款）."""
    length = f"提前 {limit.length}" if limit.backward else limit.length
    law = limit.cite.law if len(limit.cite.law) <= 16 else f"{limit.cite.law[:15]}…"
    return f"{limit.label}：自{limit.trigger_label}起 {length}（{law}）"
