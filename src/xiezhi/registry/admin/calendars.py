"""The State Council's yearly notice on holidays (G9), read from a pasted or uploaded list."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from xiezhi.procedure.calendar import NATIONAL, YearArrangement, parse_notice_csv
from xiezhi.record.models import CalendarYear
from xiezhi.registry.admin import cells
from xiezhi.registry.admin.pages import CheckedForm, Page


class NoticeForm(CheckedForm):
    """A notice and, before it is saved, what was understood of it."""

    sheet = forms.FileField(
        label="安排表",
        help_text="XLSX 或 CSV，列：起、止（可空）、类别（休 或 班）、名称。周末本来就休，不用写。",
    )
    checked = forms.BooleanField(
        label="已核对",
        required=False,
        help_text="第一次保存只显示读出的安排；与通知核对无误后勾选，并重新选择文件，再保存。",
    )

    class Meta:
        model = CalendarYear
        fields = ("region", "year", "source")

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        try:
            found = read_notice(
                cleaned["sheet"].read(),
                year=cleaned["year"],
                region=cleaned.get("region") or NATIONAL,
            )
        except ValueError as error:
            raise forms.ValidationError({"sheet": str(error)}) from error
        self.instance.off, self.instance.working = sorted(found.off), sorted(found.working)
        if not cleaned.get("checked"):
            raise forms.ValidationError({"checked": summary(self.instance)})
        return cleaned


def read_notice(content: bytes, *, year: int, region: str) -> YearArrangement:
    """XLSX or CSV. Raises ValueError naming every faulty line."""
    if content[:2] == b"PK":
        sheet: Any = cells.XLSX().create_dataset(content)
        plain = [[cells.text_of(cell) for cell in row] for row in sheet]
        heads = ",".join(str(head or "") for head in sheet.headers)
        text = "\n".join([heads, *(",".join(row) for row in plain)])
    else:
        text = (
            io.BytesIO(cells.CSV().create_dataset(content).export("csv").encode()).read().decode()
        )
    return parse_notice_csv(text, year=year, region=region)


def summary(row: CalendarYear) -> str:
    """What was understood, to be held against the notice."""
    off = f"放假 {len(row.off)} 天：{_days(row.off)}"
    return f"读出{off}；上班 {len(row.working)} 天：{_days(row.working)}。"


def _days(days: Iterable[dt.date]) -> str:
    return "、".join(f"{day.month}月{day.day}日" for day in days) or "无"


@admin.register(CalendarYear)
class CalendarYearPage(Page):
    """休息日安排."""

    form = NoticeForm
    list_display = ("year", "region", "days_off", "days_worked", "source", "loaded_at")
    list_filter = ("year",)
    ordering = ("-year", "region")

    def get_fields(self, _request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        shown = ("days_off", "days_worked") if obj else ()
        return ("region", "year", "source", *shown, "sheet", "checked")

    readonly_fields = ("days_off", "days_worked")

    @admin.display(description="放假")
    def days_off(self, row: CalendarYear) -> str:
        return _days(row.off)

    @admin.display(description="上班")
    def days_worked(self, row: CalendarYear) -> str:
        return _days(row.working)
