"""期限计算: every limit can be reckoned by anybody, in one address, each day with its reason."""

from __future__ import annotations

import datetime as dt
import html
import re
from urllib.parse import urlencode

import pytest
from django.test import Client

from tests.builders import Bureau
from xiezhi.procedure.timelimits import LIMITS, TimeLimit, Unit, cn_date
from xiezhi.record import calendars
from xiezhi.record.models import CalendarYear

pytestmark = pytest.mark.django_db


def page(client: Client, **asked: str) -> str:
    answer = client.get(f"/calculator/?{urlencode(asked)}")
    assert answer.status_code == 200
    return re.sub(r"\s+", "", html.unescape(re.sub(r"<[^>]+>", "", answer.content.decode())))


def asked_for(limit: TimeLimit, day: str) -> dict[str, str]:
    at = {"at": "16:30"} if limit.unit is Unit.HOUR else {}
    return {"limit": limit.id, "on": day, **at}


@pytest.mark.parametrize("limit", LIMITS.values(), ids=LIMITS.keys())
def test_every_limit_can_be_reckoned(client: Client, limit: TimeLimit) -> None:
    said = page(client, **asked_for(limit, "2025-09-18"))
    assert re.sub(r"\s+", "", str(limit.cite)) in said
    assert limit.trigger_label in said
    assert "还有" not in said


@pytest.mark.parametrize("limit", LIMITS.values(), ids=LIMITS.keys())
def test_every_limit_is_offered(client: Client, limit: TimeLimit) -> None:
    assert f'value="{limit.id}"' in client.get("/calculator/").content.decode()


def test_fifteen_days_roll_over_the_national_holiday(client: Client) -> None:
    """The vector of the law reference: 15 days from 2025-09-18 end on 10-03 and roll to 10-09."""
    said = page(client, limit="PEN-19", on="2025-09-18")
    assert "最后一天是2025年10月9日（星期四）" in said
    assert "期满日2025年10月3日" in said
    assert "顺延" in said
    assert "《民事诉讼法》第八十五条第三款" in said


def test_pauses_and_an_extension_are_in_the_sum(client: Client) -> None:
    said = page(
        client,
        **{
            "limit": "SAMR-1", "on": "2025-09-18", "extensions-0-n": "15",
            "pauses-0-start": "2025-09-22", "pauses-0-end": "2025-09-25",
            "pauses-0-why": "casework.commission_test",
        },
    )  # fmt: skip
    assert "检测、检验、检疫、鉴定不计入+4个工作日" in said
    assert "机关负责人延长+15个工作日" in said
    assert "9月28日、10月11日上班" in said
    assert "最后一天是2025年11月11日（星期二）" in said


def test_hours_run_through_the_night(client: Client) -> None:
    assert "最迟2026年10月2日16:30（星期五）" in page(
        client, limit="PLAN-7", on="2026-10-01", at="16：30"
    )


def test_past_the_last_known_year_the_day_is_provisional(client: Client) -> None:
    said = page(client, limit="PEN-19", on="2031-01-10")
    assert "暂定：2031年的放假安排还没有公布" in said


@pytest.mark.parametrize(
    ("asked", "complaint"),
    [
        ({"on": "2025-09-18"}, "请选择期限"),
        ({"limit": "XXX", "on": "2025-09-18"}, "期限：没有这个选项"),
        ({"limit": "PEN-19", "on": ""}, "请选择起算日期"),
        ({"limit": "PEN-19", "on": "31.2.2026"}, "起算日期：请写成"),
        ({"limit": "PEN-19", "on": "1999-01-01"}, "起算日期：不能早于"),
        ({"limit": "PEN-19", "on": "9999-01-01"}, "起算日期：不能晚于"),
        ({"limit": "PLAN-7", "on": "2026-01-05"}, "请填写起算时刻"),
        ({"limit": "PLAN-7", "on": "2026-01-05", "at": "25:00"}, "起算时刻：请写成16:30"),
        ({"limit": "PEN-19", "on": "2026-01-05", "region": "999999"}, "地区：没有这个选项"),
        ({"limit": "PEN-19", "on": "2026-01-05", "extensions-0-n": "3"}, "不能延长"),
        ({"limit": "SAMR-1", "on": "2026-01-05", "extensions-0-n": "16"}, "1到15的整数"),
        ({"limit": "SAMR-1", "on": "2026-01-05", "extensions-0-n": "9" * 400}, "批准的延长"),
        ({"limit": "PEN-19", "on": "2026-01-05", "pauses-0-start": "2026-01-06",
          "pauses-0-why": "casework.suspend"}, "没有可以不计入的时间"),
        ({"limit": "SAMR-1", "on": "2026-01-05", "pauses-0-start": "2026-01-06",
          "pauses-0-why": "casework.suspend"}, "第1行，原因：这项期限只扣除"),
        ({"limit": "SAMR-1", "on": "2026-01-05", "pauses-0-start": "2026-01-06",
          "pauses-0-end": "2026-01-05", "pauses-0-why": "casework.commission_test"},
         "第1行，结束日期早于开始日期"),
        ({"limit": "SAMR-1", "on": "2026-01-05", "pauses-0-start": "2026-01-06"},
         "第1行，请选择原因"),
    ],
)  # fmt: skip
def test_what_is_wrong_names_its_field(
    client: Client, asked: dict[str, str], complaint: str
) -> None:
    said = page(client, **asked)
    assert complaint in said
    assert "才能计算最后一天" in said
    assert "这次计算的地址" not in said


def test_the_address_asks_the_same_again(client: Client) -> None:
    asked = {"limit": "PEN-14", "on": "2026-03-02", "find": "处罚", "at": "",
             "pauses-0-start": "2026-03-10", "pauses-0-why": "casework.suspend",
             "pauses-1-start": "", "extensions-0-n": ""}  # fmt: skip
    first = client.get(f"/calculator/?{urlencode(asked)}").content.decode()
    found = re.search(r'<a class="mono" href="([^"]+)"', first)
    assert found
    address = html.unescape(found[1])
    assert "find" not in address
    assert "pauses-1" not in address
    again = client.get(address).content.decode()
    assert again.count("这次计算的地址") == 1
    assert html.unescape(re.search(r'<a class="mono" href="([^"]+)"', again)[1]) == address  # type: ignore[index]


def test_without_script_the_server_narrows_the_limits(client: Client) -> None:
    shown = client.get("/calculator/?find=听证&search=1&on=").content.decode()
    assert 'value="PEN-9"' in shown
    assert 'value="PEN-19"' not in shown
    none = page(client, find="没有这种期限", search="1", on="")
    assert "没有相符的期限" in none


def test_a_link_presets_a_limit_and_judges_nothing(client: Client) -> None:
    shown = client.get("/calculator/?limit=PEN-19").content.decode()
    assert '<option value="PEN-19" selected>' in shown
    assert 'class="errors"' not in shown


def test_days_off_of_the_place_count(client: Client, bureau: Bureau) -> None:
    """A people's government's own holiday moves the day there and nowhere else."""
    region = bureau.government.region if hasattr(bureau, "government") else bureau.agency.region
    day = dt.date(2026, 3, 12)
    CalendarYear.objects.create(region=region, year=2026, off=[day], working=[], source="本地通知")
    calendars.forget()
    here = page(client, limit="PEN-22", on="2026-03-09", region=region)
    there = page(client, limit="PEN-22", on="2026-03-09")
    calendars.forget()
    assert cn_date(dt.date(2026, 3, 13)) in here
    assert f"最后一天是{cn_date(day)}" in there
