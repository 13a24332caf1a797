"""The registers of powers: officers, items, benchmarks, laws, market entities."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from unfold.widgets import UnfoldAdminTextInputWidget

from xiezhi.registry.actions import save
from xiezhi.registry.admin import cells, sheets
from xiezhi.registry.admin.pages import CheckedForm, CodeForm, Page, SheetPage, agencies
from xiezhi.registry.models import Article, Benchmark, Item, Law, MarketEntity, Officer


class AgencyField:
    """Narrows `agency` to agencies."""

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "agency":
            kwargs["queryset"] = agencies(request)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]


class OfficerForm(CheckedForm):
    """A certificate; its categories are typed on one line."""

    categories = forms.CharField(
        label="执法类别",
        help_text="用顿号隔开，例如“市场监管、知识产权”；也可写“行政处罚”“行政检查”",
        widget=UnfoldAdminTextInputWidget,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["categories"] = "、".join(self.instance.categories or ())

    def clean_categories(self) -> list[str]:
        found: list[str] = cells.Words().clean(self.cleaned_data["categories"])
        return found


@admin.register(Officer)
class OfficerPage(AgencyField, SheetPage):
    """执法人员和证件."""

    form = OfficerForm
    resource_classes = (sheets.OfficerSheet,)
    list_display = (
        "person",
        "number",
        "agency",
        "post",
        "kinds",
        "territory",
        "valid_until",
        "now",
    )
    list_filter = ("status", "kind", "filed_with_justice", "agency")
    list_select_related = ("person", "agency")
    search_fields = ("person__name", "number", "agency__name")
    search_help_text = "姓名、证件编号、单位"
    autocomplete_fields = ("person",)

    @admin.display(description="执法类别")
    def kinds(self, officer: Officer) -> str:
        return "、".join(officer.categories)

    @admin.display(description="今天")
    def now(self, officer: Officer) -> str:
        return officer.fault_on(timezone.localdate()) or "有效"


@admin.register(Item)
class ItemPage(AgencyField, SheetPage):
    """执法事项清单."""

    resource_classes = (sheets.ItemSheet,)
    list_display = ("code", "name", "category", "agency", "level", "effective_from", "published")
    list_filter = ("category", "level", "published", "agency")
    list_select_related = ("agency",)
    search_fields = ("code", "name", "basis")
    search_help_text = "编码、名称、依据"


@admin.register(Benchmark)
class BenchmarkPage(SheetPage):
    """裁量基准."""

    resource_classes = (sheets.BenchmarkSheet,)
    list_display = ("violation", "grade", "range", "item", "number", "effective_from")
    list_filter = ("grade", "unit")
    list_select_related = ("item",)
    search_fields = ("violation", "item__code", "item__name", "number")
    search_help_text = "违法行为、事项、文号"
    autocomplete_fields = ("item",)

    @admin.display(description="基准幅度")
    def range(self, benchmark: Benchmark) -> str:
        if benchmark.fine_min is None and benchmark.fine_max is None:
            return "不罚款"
        return str(benchmark.range)


@admin.register(MarketEntity)
class MarketEntityPage(SheetPage):
    """市场主体."""

    form = CodeForm
    resource_classes = (sheets.MarketEntitySheet,)
    list_display = ("code", "name", "kind", "legal_rep", "region", "status")
    list_filter = ("kind", "status")
    search_fields = ("code", "name", "legal_rep")
    search_help_text = "统一社会信用代码、名称、法定代表人"


@admin.register(Law)
class LawPage(Page):
    """法律法规: texts come in by `import_laws`; here a repeal is entered, or a date corrected."""

    list_display = ("name", "kind", "version", "effective_on", "assumed", "repealed_on", "articles")
    list_filter = ("kind", "effective_is_assumed")
    search_fields = ("name", "short_name")
    search_help_text = "名称"
    fields = (
        "name",
        "short_name",
        "kind",
        "version",
        "effective_on",
        "effective_is_assumed",
        "repealed_on",
        "notes",
        "preamble",
    )
    readonly_fields = ("name", "short_name", "kind", "version", "notes", "preamble")

    def has_add_permission(self, _request: HttpRequest) -> bool:
        return False

    @admin.display(description="施行日期的来源")
    def assumed(self, law: Law) -> str:
        return "推定，请核对" if law.effective_is_assumed else "文本写明"

    @admin.display(description="条文")
    def articles(self, law: Law) -> str:
        return format_html('<a href="../article/?law__id__exact={}">查看</a>', law.pk)

    def save_model(self, request: Any, obj: Any, _form: Any, _change: bool) -> None:
        save(obj, by=self.account(request), why="更正施行或者废止日期")


@admin.register(Article)
class ArticlePage(Page):
    """条文, to search and read."""

    list_display = ("label", "law", "part", "beginning")
    list_select_related = ("law",)
    list_filter = ("law__kind",)
    search_fields = ("label", "text", "law__name")
    search_help_text = "条号、条文、法律名称"

    def has_add_permission(self, _request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, _request: HttpRequest, _obj: Any = None) -> bool:
        return False

    def lookup_allowed(self, lookup: str, value: str, request: Any = None) -> bool:
        return lookup == "law__id__exact" or super().lookup_allowed(lookup, value, request)

    @admin.display(description="条文")
    def beginning(self, article: Article) -> str:
        return article.text[:60]
