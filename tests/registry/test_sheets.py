"""XLSX and CSV in and out: preview, errors by row and column, all rows or none, no formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.registry.builders import OTHER_USCC, USCC, Town, a_town, account, an_item, an_officer
from xiezhi.identity.models import Organ, Person
from xiezhi.procedure.roles import Role
from xiezhi.record.exports import dangerous
from xiezhi.record.models import Entry
from xiezhi.registry.admin import cells
from xiezhi.registry.models import Benchmark, Item, MarketEntity, Officer

pytestmark = pytest.mark.django_db
XLSX, CSV = "0", "1"
OFFICERS = ("姓名", "单位", "职务", "证件编号", "执法类别", "执法区域", "有效期起", "有效期止")
MARKET = "榕城市市场监督管理局"


def officer_row(name: str = "钟离", number: str = "99010023001", **more: str) -> list[str]:
    row = dict(
        zip(
            OFFICERS,
            (name, MARKET, "科员", number, "市场监管", "990100", "2024-01-01", "2026/12/31"),
            strict=True,
        )
    )
    return list((row | more).values())


@pytest.fixture
def town() -> Town:
    return a_town()


@pytest.fixture
def browser(client: Client, town: Town) -> Client:
    client.force_login(town.admin)
    return client


def as_csv(rows: Iterable[Iterable[Any]], encoding: str = "utf-8-sig") -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode(encoding)


def as_xlsx(rows: Iterable[Iterable[Any]]) -> bytes:
    book = openpyxl.Workbook()
    assert book.active
    for row in rows:
        book.active.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def preview(browser: Client, register: str, content: bytes, form: str = CSV) -> Any:
    file = SimpleUploadedFile("表.csv" if form == CSV else "表.xlsx", content)
    answer = browser.post(
        f"/admin/{register}/import/", {"format": form, "resource": "0", "import_file": file}
    )
    assert answer.status_code == 200
    return answer


def confirm(browser: Client, register: str, shown: Any) -> Any:
    form = shown.context["confirm_form"].initial
    return browser.post(f"/admin/{register}/process_import/", form, follow=True)


def page_of(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (as_csv([OFFICERS, officer_row(), officer_row("司徒", "99010023002")]), CSV),
        (as_csv([OFFICERS, officer_row(), officer_row("司徒", "99010023002")], "gb18030"), CSV),
        (as_xlsx([OFFICERS, officer_row(), officer_row("司徒", "99010023002")]), XLSX),
        (
            as_xlsx([OFFICERS, officer_row(), officer_row("司徒", 99010023002)]),  # type: ignore[arg-type]
            XLSX,
        ),
    ],
    ids=["utf-8", "gb18030", "xlsx", "numbers"],
)
def test_officers_come_in_after_confirmation(browser: Client, content: bytes, form: str) -> None:
    shown = preview(browser, "registry/officer", content, form)
    assert "confirm_form" in shown.context, page_of(shown)
    assert "司徒" in page_of(shown)
    assert not Officer.objects.exists(), "the preview writes nothing"
    assert not Entry.objects.exists()
    confirm(browser, "registry/officer", shown)
    assert {o.number: o.person.name for o in Officer.objects.all()} == {
        "99010023001": "钟离",
        "99010023002": "司徒",
    }
    entry = Entry.objects.get(kind="registry.change")
    assert entry.facts["count"] == 4, "two persons and two certificates, in one entry"
    assert entry.facts["why"].startswith("导入 表.")


def test_importing_again_changes_nothing_and_a_change_is_shown(browser: Client) -> None:
    content = as_csv([OFFICERS, officer_row()])
    confirm(browser, "registry/officer", preview(browser, "registry/officer", content))
    confirm(browser, "registry/officer", preview(browser, "registry/officer", content))
    assert Entry.objects.filter(kind="registry.change").count() == 1
    content = as_csv([OFFICERS, officer_row(职务="科长")])
    confirm(browser, "registry/officer", preview(browser, "registry/officer", content))
    assert Officer.objects.get().post == "科长"
    assert Person.objects.filter(name="钟离").count() == 1
    last = Entry.objects.filter(kind="registry.change").order_by("seq").last()
    assert last
    assert "职务：科员 → 科长" in last.facts["say"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"有效期止": "2026年13月1日"}, "第 3 行“有效期止”：“2026年13月1日”不是日期"),
        ({"有效期止": "2023-01-01"}, "第 3 行：有效期止不能早于有效期起"),
        ({"单位": "不存在的局"}, "第 3 行“单位”：您管理的范围内没有机构“不存在的局”"),
        ({"单位": "榕城市卫生健康委员会"}, "没有机构“榕城市卫生健康委员会”"),
        ({"执法类别": ""}, "第 3 行“执法类别”：没有填写"),
        ({"单位": ""}, "第 3 行“单位”：没有填写"),
        ({"姓名": ""}, "第 3 行“姓名”：没有填写姓名"),
    ],
)
def test_a_bad_row_names_row_column_and_rule(
    browser: Client, change: dict[str, str], said: str
) -> None:
    content = as_csv([OFFICERS, officer_row("司徒", "1"), officer_row("钟离", "2", **change)])
    shown = preview(browser, "registry/officer", content)
    assert said in page_of(shown)
    assert "不能为" not in page_of(shown)
    assert "confirm_form" not in shown.context, "nothing can be confirmed"
    assert not Officer.objects.exists()
    assert not Person.objects.filter(name__in=["司徒", "钟离"]).exists()


@pytest.mark.parametrize(
    ("heads", "said"),
    [
        ((*OFFICERS[:-1], "有效期至"), "不认识的列：有效期至"),
        (tuple(h for h in OFFICERS if h != "证件编号"), "缺少列：证件编号"),
    ],
)
def test_a_wrong_heading_is_named(browser: Client, heads: tuple[str, ...], said: str) -> None:
    shown = preview(browser, "registry/officer", as_csv([heads, officer_row()[: len(heads)]]))
    assert said in page_of(shown)
    assert "confirm_form" not in shown.context


@pytest.mark.parametrize("content", [b"\x00\x01\x02", b"", b"PK\x03\x04broken"])
@pytest.mark.parametrize("form", [XLSX, CSV])
def test_a_broken_file_is_refused(browser: Client, content: bytes, form: str) -> None:
    shown = preview(browser, "registry/officer", content, form)
    assert "confirm_form" not in shown.context
    assert not Officer.objects.exists()


def test_what_changed_between_preview_and_confirmation_keeps_all_out(
    browser: Client, town: Town
) -> None:
    content = as_csv([OFFICERS, officer_row("司徒", "1"), officer_row("钟离", "2")])
    shown = preview(browser, "registry/officer", content)
    an_officer(town.health, "别人", "2").save()
    answer = confirm(browser, "registry/officer", shown)
    assert "没有导入任何一行" in page_of(answer)
    assert [o.number for o in Officer.objects.all()] == ["2"]
    assert not Entry.objects.exists()


def test_another_agencys_certificate_cannot_be_taken_over(browser: Client, town: Town) -> None:
    an_officer(town.health, "钟离", "99010023001").save()
    shown = preview(browser, "registry/officer", as_csv([OFFICERS, officer_row()]))
    assert "不在您管理的机构范围内" in page_of(shown)
    assert Officer.objects.get().agency == town.health


def test_who_confirms_must_still_be_an_administrator(browser: Client, town: Town) -> None:
    shown = preview(browser, "registry/officer", as_csv([OFFICERS, officer_row()]))
    clerk = account("clerk", "小李", town.market, Role.HANDLER, town.market)
    browser.force_login(clerk)
    form = shown.context["confirm_form"].initial
    assert browser.post("/admin/registry/officer/process_import/", form).status_code in (302, 403)
    assert not Officer.objects.exists()


def test_a_confirmation_opens_no_file_of_the_machine(browser: Client) -> None:
    form = {"import_file_name": "passwd", "original_file_name": "x", "format": CSV, "resource": "0"}
    browser.raise_request_exception = False
    browser.post("/admin/registry/officer/process_import/", form)
    assert not Officer.objects.exists()


def test_two_of_one_name_are_not_guessed(browser: Client, town: Town) -> None:
    for number in ("1", "2"):
        an_officer(town.market, "钟离", number).save()
    shown = preview(browser, "registry/officer", as_csv([OFFICERS, officer_row("钟离", "3")]))
    assert f"{MARKET}有 2 名“钟离”" in page_of(shown)


def test_a_certificate_stays_with_its_holder(browser: Client, town: Town) -> None:
    an_officer(town.market, "钟离", "1").save()
    shown = preview(browser, "registry/officer", as_csv([OFFICERS, officer_row("司徒", "1")]))
    assert "证件 1 已登记给钟离，与“司徒”不一致" in page_of(shown)


def test_entities_are_checked_by_their_code(browser: Client) -> None:
    heads = ("统一社会信用代码", "名称", "类型", "行政区划代码")
    rows = [
        (USCC, "禾丰粮油", "公司", "990102"),
        (OTHER_USCC[:-1] + "1", "东埠酒家", "个体工商户", "990102"),
    ]
    shown = preview(browser, "registry/marketentity", as_csv([heads, *rows]))
    assert "第 3 行“统一社会信用代码”：统一社会信用代码的校验位不对" in page_of(shown)
    assert "ID-USCC" in page_of(shown)
    assert not MarketEntity.objects.exists()
    rows[1] = (f" {OTHER_USCC.lower()} ", *rows[1][1:])
    shown = preview(browser, "registry/marketentity", as_csv([heads, *rows]))
    confirm(browser, "registry/marketentity", shown)
    assert set(MarketEntity.objects.values_list("code", "kind")) == {
        (USCC, "company"),
        (OTHER_USCC, "sole"),
    }


def test_items_and_their_benchmarks_come_in(browser: Client) -> None:
    basis = "《中华人民共和国食品安全法》第一百二十四条第一款第（五）项"
    items = [
        ("实施主体", "事项编码", "事项名称", "执法类别", "依据", "生效日期"),
        (MARKET, "0123", "对经营超过保质期食品的处罚", "行政处罚", basis, "2024-01-01"),
    ]
    confirm(browser, "registry/item", preview(browser, "registry/item", as_csv(items)))
    assert Item.objects.get().code == "0123", "leading zeros stay"
    grades = [
        ("事项编码", "违法行为", "法律依据", "裁量阶次", "排序", "适用条件", "单位", "基准下限",
         "基准上限", "法定下限", "法定上限", "制定机关", "文号", "生效日期"),
        ("0123", "货值不足一万元", basis, "从轻", 1, "首次", "元", "50,000", 70000, 50000, 100000,
         MARKET, "榕市监规〔2025〕1号", "2025-01-01"),
    ]  # fmt: skip
    confirm(
        browser, "registry/benchmark", preview(browser, "registry/benchmark", as_xlsx(grades), XLSX)
    )
    assert str(Benchmark.objects.get().range) == "50,000 至 70,000 元"
    worse = [grades[0], (*grades[1][:8], "100001", *grades[1][9:])]
    shown = preview(browser, "registry/benchmark", as_csv(worse))
    assert "第 2 行：裁量基准不能高于法定上限" in page_of(shown)


def test_organs_come_in_parents_first(browser: Client, town: Town) -> None:
    heads = ("上级机构", "代号", "机构名称", "类别")
    rows = [
        (MARKET, "zf", "执法支队", "内设机构"),
        ("执法支队", "zf1", "执法一大队", "内设机构"),
    ]
    confirm(browser, "identity/organ", preview(browser, "identity/organ", as_csv([heads, *rows])))
    team = Organ.objects.get(slug="zf1")
    assert team.path.startswith(f"{town.market.path}{team.parent_id}.")
    bad = [("榕城市人民政府", "cgj", "城市管理局", "执法主体")]
    shown = preview(browser, "identity/organ", as_csv([heads, *bad]))
    assert "没有机构“榕城市人民政府”" in page_of(shown)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_exported_cell_is_a_formula(browser: Client, town: Town, start: str) -> None:
    evil = f"{start}cmd|'/c calc'!A1"
    an_item(town.market, name=evil).save()
    text = browser.post("/admin/registry/item/export/", {"format": CSV, "resource": "0"})
    rows = list(csv.reader(io.StringIO(text.content.decode("utf-8-sig"), newline="")))
    assert f"'{evil}" in rows[1]
    assert not [cell for cell in rows[1] if dangerous(cell)]
    sheet = browser.post("/admin/registry/item/export/", {"format": XLSX, "resource": "0"})
    book = openpyxl.load_workbook(io.BytesIO(sheet.content))
    assert book.active
    found = [cell for row in book.active.iter_rows() for cell in row]
    assert not [cell for cell in found if cell.data_type == "f"]
    assert any(str(cell.value).startswith("'") for cell in found)


@pytest.mark.parametrize("form", [CSV, XLSX])
def test_what_was_exported_comes_in_unchanged(browser: Client, town: Town, form: str) -> None:
    an_item(town.market, name="=1+1", supervision="@监督").save()
    an_officer(town.market).save()
    for register in ("item", "officer"):
        out = browser.post(f"/admin/registry/{register}/export/", {"format": form, "resource": "0"})
        assert "attachment" in out["Content-Disposition"]
        shown = preview(browser, f"registry/{register}", out.content, form)
        assert [row.import_type for row in shown.context["result"].rows] == ["skip"], page_of(shown)


def test_a_large_file_is_refused(browser: Client) -> None:
    shown = preview(browser, "registry/officer", b"x" * (cells.LARGEST_FILE + 1))
    assert "confirm_form" not in shown.context
