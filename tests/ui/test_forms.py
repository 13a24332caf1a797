"""An act's input: the same from a page and from the API, with errors that lead to their field."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.http import QueryDict
from django.utils import timezone

from xiezhi.procedure.citations import Citation, Reason, Refused, Rule
from xiezhi.ui.errors import links
from xiezhi.ui.forms import (
    ActForm,
    DayField,
    LineField,
    MoneyField,
    NumberField,
    PickField,
    RowsField,
    TickField,
    TriField,
    add_refusal,
)


class Decide(ActForm):
    act = "sample.decide"
    verb = "作出处罚决定"

    party = LineField(label="当事人")
    fine = MoneyField(label="罚款金额（元）", help_text="《食品安全法》第一百二十四条")
    on = DayField(label="决定日期", past=True)
    service = PickField(label="送达方式", choices=[("a", "直接送达"), ("b", "留置送达")])
    fact = TriField(label="事实清楚")
    told = TickField(label="已告知权利", required=False)
    goods = RowsField(
        {
            "name": LineField(label="名称"),
            "quantity": NumberField(label="数量"),
            "price": MoneyField(label="单价（元）", required=False),
        },
        label="物品清单",
        required=False,
    )

    def perform(self) -> object:
        return self.cleaned_data


GOOD: dict[str, Any] = {
    "party": "禾丰粮油",
    "fine": "５２，０００",
    "on": "2026年11月10日",
    "service": "a",
    "fact": "yes",
}


def _today(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda: day)


@pytest.fixture(autouse=True)
def _in_november(monkeypatch: pytest.MonkeyPatch) -> None:
    _today(monkeypatch, date(2026, 11, 22))


def test_a_page_and_the_api_yield_the_same_values() -> None:
    html = QueryDict(mutable=True)
    html.update(GOOD)
    html.update(
        {
            "goods-0-name": "食用油",
            "goods-0-quantity": "１２",
            "goods-0-price": "161",
            "goods-1-name": "",
            "goods-1-quantity": "",
            "goods-4-name": "大米",
            "goods-4-quantity": "3.5",
        }
    )
    rows = [
        {"name": "食用油", "quantity": 12, "price": "161.00"},
        {"name": "大米", "quantity": "3.5", "price": None},
    ]
    page = Decide(html)
    api = Decide.from_json(GOOD | {"goods": rows}, file=None, by=None)
    assert page.is_valid(), page.errors
    assert api.is_valid(), api.errors
    assert page.cleaned_data == api.cleaned_data
    assert page.cleaned_data["fine"] == Decimal(52000)
    assert page.cleaned_data["on"] == date(2026, 11, 10)
    assert page.cleaned_data["goods"][0] == {
        "name": "食用油",
        "quantity": Decimal(12),
        "price": Decimal(161),
    }


@pytest.mark.parametrize("typed", ["47,000", "４７０００", "47 000", "￥47,000元", "47000.00"])
def test_a_sum_may_be_typed_as_people_type_it(typed: str) -> None:
    assert MoneyField().clean(typed) == Decimal(47000)


@pytest.mark.parametrize("typed", ["abc", "1.234", "-1", "NaN", "1e400"])
def test_what_is_no_sum_is_refused(typed: str) -> None:
    form = Decide(GOOD | {"fine": typed})
    assert not form.is_valid()
    assert "fine" in form.errors


def test_a_day_that_has_happened_is_not_tomorrow() -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    form = Decide(GOOD | {"on": tomorrow.isoformat()})
    assert form.errors["on"] == ["不能晚于今天（2026年11月22日）"]
    assert 'max="2026-11-22"' in str(form["on"])


def test_missing_answers_are_asked_for_by_name() -> None:
    form = Decide({})
    assert form.errors["party"] == ["请填写当事人"]
    assert form.errors["fine"] == ["请填写罚款金额"]
    assert form.errors["on"] == ["请选择决定日期"]
    assert form.errors["service"] == ["请选择送达方式"]
    assert form.errors["fact"] == ["请给“事实清楚”选一项结论"]
    assert "goods" not in form.errors


def test_an_error_names_row_and_column_and_leads_there() -> None:
    form = Decide(GOOD | {"goods-0-name": "油", "goods-0-quantity": "十", "goods-3-quantity": "1"})
    assert form.errors["goods"] == ["第 1 行，数量：请填写数字", "第 2 行，请填写名称"]
    found = links(form)
    assert [link.href for link in found] == ["#id_goods-0-quantity", "#id_goods-1-name"]
    html = str(form)
    for link in found:
        assert f'id="{link.href[1:]}"' in html
    assert 'aria-describedby="id_goods-0-quantity_error"' in html
    assert 'value="十"' in html


def test_the_api_may_not_send_unknown_columns_or_shapes() -> None:
    assert not Decide(GOOD | {"goods": [{"name": "油", "quantity": 1, "100%": 1}]}).is_valid()
    assert not Decide(GOOD | {"goods": ["油"]}).is_valid()


def test_one_more_row_shows_the_form_again_unjudged() -> None:
    form = Decide({"goods-0-name": "油", "goods-more": "1", "fine": "x"})
    assert not form.is_valid()
    assert not form.errors
    html = str(form)
    assert "goods-1-name" in html
    assert 'value="油"' in html
    assert 'class="errors"' not in html


def test_every_control_has_a_label_and_its_hint_and_error_are_tied() -> None:
    for form in (Decide(), Decide({"goods-0-name": "油"})):
        form.is_valid()
        html = str(form)
        ids = re.findall(r'\bid="([^"]+)"', html)
        assert len(ids) == len(set(ids))
        for tag in re.findall(r"<(?:input|select|textarea)\b[^>]*>", html):
            name = re.search(r'id="([^"]+)"', tag)
            assert name, tag
            tied = (
                f'for="{name[1]}"' in html
                or "aria-label=" in tag
                or re.search(rf"<label[^>]*>\s*<input[^>]*id=\"{re.escape(name[1])}\"", html)
            )
            assert tied, tag
        for group in re.findall(r'aria-describedby="([^"]+)"', html):
            assert set(group.split()) <= set(ids), group


def test_the_summary_is_announced_and_links_to_each_field() -> None:
    html = str(Decide({}))
    assert 'role="alert"' in html
    assert "tabindex" in html
    assert "还有 5 处要改，才能作出处罚决定" in html
    for target in re.findall(r'href="#([^"]+)"', html):
        assert f'id="{target}"' in html, target


RANGE = Rule("FINE", "罚款幅度", Citation("食品安全法", "第一百二十四条"))
GATE = Rule("GATE", "未经审核不得决定", Citation("行政处罚法", "第五十八条", "未经法制审核……"))


def test_a_refusal_stands_on_its_field_with_its_article_and_keeps_what_was_typed() -> None:
    form = Decide(GOOD)
    assert form.is_valid()
    reasons = [
        Reason(RANGE, "低于法定幅度 3,000 元。", "请先填写减轻理由。", field="fine"),
        Reason(GATE, "还没有通过法制审核。", "先提请审核。"),
        Reason(GATE, "没有这一栏。", field="nowhere"),
    ]
    add_refusal(form, Refused(reasons))
    said = "低于法定幅度 3,000 元；请先填写减轻理由（《食品安全法》第一百二十四条）"
    assert form.errors["fine"] == [said]
    assert [reason.say for reason in form.refusals] == ["还没有通过法制审核。", "没有这一栏。"]
    html = str(form)
    assert 'value="５２，０００"' in html
    assert "还有 1 处要改" in html


def test_text_from_people_is_escaped() -> None:
    html = str(Decide({"party": '"><script>', "goods-0-name": "<b>"}))
    assert "<script>" not in html
    assert "<b>" not in html
