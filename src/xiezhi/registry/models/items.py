"""Enforcement items (G3) and discretion benchmarks (G5, 处罚法 art. 34)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from xiezhi.identity.models import Account, Organ
from xiezhi.procedure.citations import Reason
from xiezhi.registry.models.laws import Article
from xiezhi.registry.rules import (
    Cited,
    FineRange,
    deviation,
    judge_benchmark,
    judge_fine,
    parse_basis,
)


class Dated(models.Model):
    """A row that holds from a day until a day; it is ended, never deleted."""

    effective_from = models.DateField("生效日期")
    effective_until = models.DateField("失效日期", null=True, blank=True)

    class Meta:
        abstract = True

    def holds_on(self, day: dt.date) -> bool:
        return self.effective_from <= day and (
            self.effective_until is None or day <= self.effective_until
        )


def _holds(day: dt.date) -> Q:
    until = Q(effective_until=None) | Q(effective_until__gte=day)
    return Q(effective_from__lte=day) & until


class ItemQuerySet(models.QuerySet["Item"]):
    """Items by who may see them and when they hold."""

    def visible_to(self, account: Account, today: dt.date | None = None) -> ItemQuerySet:
        """The items of the agencies over which the account holds any post."""
        organs = Organ.objects.around(account, today or timezone.localdate())
        return self.filter(agency__in=organs)

    def on(self, day: dt.date) -> ItemQuerySet:
        return self.filter(_holds(day))

    def of(self, agency: Organ, category: str, day: dt.date) -> ItemQuerySet:
        """What an agency may do in a kind of act on a day, for the choice in a form."""
        return self.on(day).filter(agency=agency, category=category).order_by("code")


#: With name and basis, the eight things that are published of a licence (许可法 art. 30).
GUIDE = {
    "conditions": "办理条件",
    "quantity": "数量限制",
    "process": "办理程序",
    "term": "办理期限",
    "materials": "材料目录",
    "sample": "申请书示范文本",
}


class Item(Dated):
    """行政执法事项: one power of one agency, with its basis. Category: prefix of the act kind."""

    class Category(models.TextChoices):
        PENALTY = "penalty", "行政处罚"
        LICENCE = "licence", "行政许可"
        COERCION = "coercion", "行政强制"
        LEVY = "levy", "行政征收"
        CHARGE = "charge", "行政收费"
        INSPECTION = "inspection", "行政检查"
        CONFIRMATION = "confirmation", "行政确认"
        OTHER = "other", "其他"

    class Level(models.TextChoices):
        STATE = "state", "国家级"
        PROVINCE = "province", "省级"
        CITY = "city", "市级"
        COUNTY = "county", "县级"
        TOWN = "town", "乡级"

    agency = models.ForeignKey(
        Organ, on_delete=models.PROTECT, related_name="+", verbose_name="实施主体"
    )
    code = models.CharField("事项编码", max_length=40)
    name = models.CharField("事项名称", max_length=300)
    category = models.CharField("执法类别", max_length=16, choices=Category)
    level = models.CharField("行使层级", max_length=16, choices=Level, default=Level.COUNTY)
    basis = models.TextField(
        "依据", help_text="一行一条，写成“《中华人民共和国食品安全法》第一百二十四条第一款”"
    )
    supervision = models.CharField("监督方式", max_length=200, blank=True)
    published = models.BooleanField("已公布", default=False)
    # What an applicant must be able to read beforehand (许可法 art. 30); see `GUIDE`.
    conditions = models.TextField(GUIDE["conditions"], blank=True, help_text="一行一条")
    quantity = models.CharField(
        GUIDE["quantity"], max_length=200, blank=True, help_text="没有限制的，写“无数量限制”"
    )
    process = models.TextField(GUIDE["process"], blank=True, help_text="一行一步")
    term = models.CharField(
        GUIDE["term"], max_length=200, blank=True, help_text="法定期限；有承诺期限的，一并写明"
    )
    materials = models.TextField(
        GUIDE["materials"], blank=True, help_text="一行一件，需要提交的全部材料"
    )
    sample = models.TextField(GUIDE["sample"], blank=True, help_text="填好的样例，或者它的网址")

    objects = ItemQuerySet.as_manager()

    class Meta:
        verbose_name = "执法事项"
        verbose_name_plural = "执法事项"
        ordering: ClassVar = ["agency", "code"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agency", "code"], name="item_code_is_unique"),
            models.CheckConstraint(
                condition=Q(effective_until=None) | Q(effective_until__gte=F("effective_from")),
                name="item_ends_after_it_begins",
                violation_error_message="失效日期不能早于生效日期。",
            ),
            models.CheckConstraint(
                condition=~Q(basis=""),
                name="item_has_a_basis",
                violation_error_message="没有依据的事项不能设立。",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "category", "code"], name="item_by_category"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def citations(self) -> list[Cited]:
        return parse_basis(self.basis)

    def untold(self) -> list[str]:
        """The fields that a published licence still keeps from its applicants (许可法 art. 30)."""
        if not (self.published and self.category == self.Category.LICENCE):
            return []
        return [name for name in GUIDE if not getattr(self, name).strip()]

    def articles(self, day: dt.date) -> list[Article]:
        """The articles of the basis that the law register knows, as in force on a day."""
        found = [Article.objects.at(c.law, c.place, day) for c in self.citations]
        return [article for article in found if article is not None]


class BenchmarkQuerySet(models.QuerySet["Benchmark"]):
    """Benchmarks by who may see them and when they hold."""

    def visible_to(self, account: Account, today: dt.date | None = None) -> BenchmarkQuerySet:
        organs = Organ.objects.around(account, today or timezone.localdate())
        return self.filter(item__agency__in=organs)

    def of(self, item: Item, day: dt.date) -> BenchmarkQuerySet:
        """The grades of an item that hold on a day, light to heavy as numbered."""
        return self.filter(_holds(day), item=item).order_by("violation", "order", "pk")


class Benchmark(Dated):
    """行政处罚裁量基准: one grade of one violation, within the range that the law sets."""

    class Grade(models.TextChoices):
        NONE = "none", "不予处罚"
        MITIGATED = "mitigated", "减轻"
        LIGHTER = "lighter", "从轻"
        ORDINARY = "ordinary", "一般"
        HEAVIER = "heavier", "从重"

    class Unit(models.TextChoices):
        YUAN = "yuan", "元"
        TIMES = "times_of_value", "倍（货值金额、违法所得）"
        PERCENT = "percent", "百分比（货值金额、销售额）"

    item = models.ForeignKey(
        Item, on_delete=models.PROTECT, related_name="benchmarks", verbose_name="执法事项"
    )
    violation = models.CharField("违法行为", max_length=300)
    basis = models.TextField("法律依据", help_text="一行一条，写到款、项")
    grade = models.CharField("裁量阶次", max_length=16, choices=Grade)
    order = models.PositiveSmallIntegerField("排序", default=0)
    conditions = models.TextField("适用条件")
    unit = models.CharField("单位", max_length=16, choices=Unit, default=Unit.YUAN)
    fine_min = models.DecimalField(
        "基准下限", max_digits=14, decimal_places=2, null=True, blank=True
    )
    fine_max = models.DecimalField(
        "基准上限", max_digits=14, decimal_places=2, null=True, blank=True
    )
    legal_min = models.DecimalField(
        "法定下限", max_digits=14, decimal_places=2, null=True, blank=True
    )
    legal_max = models.DecimalField(
        "法定上限", max_digits=14, decimal_places=2, null=True, blank=True
    )
    issuer = models.CharField("制定机关", max_length=100)
    number = models.CharField("文号", max_length=80)

    objects = BenchmarkQuerySet.as_manager()

    class Meta:
        verbose_name = "裁量基准"
        verbose_name_plural = "裁量基准"
        ordering: ClassVar = ["item", "violation", "order"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["item", "violation", "grade", "order", "effective_from"],
                name="benchmark_grade_stands_once",
            ),
            models.CheckConstraint(
                condition=Q(effective_until=None) | Q(effective_until__gte=F("effective_from")),
                name="benchmark_ends_after_it_begins",
                violation_error_message="失效日期不能早于生效日期。",
            ),
            models.CheckConstraint(
                condition=Q(fine_min=None) | Q(fine_max=None) | Q(fine_max__gte=F("fine_min")),
                name="benchmark_bounds_are_in_order",
                violation_error_message="基准上限不能低于基准下限。",
            ),
            models.CheckConstraint(
                condition=Q(legal_min=None) | Q(legal_max=None) | Q(legal_max__gte=F("legal_min")),
                name="legal_bounds_are_in_order",
                violation_error_message="法定上限不能低于法定下限。",
            ),
            models.CheckConstraint(
                condition=Q(fine_max=None) | Q(legal_max=None) | Q(fine_max__lte=F("legal_max")),
                name="benchmark_stays_below_the_legal_maximum",
                violation_error_message="裁量基准不能高于法定上限。",
            ),
            models.CheckConstraint(
                condition=Q(grade__in=("none", "mitigated"))
                | Q(fine_min=None)
                | Q(legal_min=None)
                | Q(fine_min__gte=F("legal_min")),
                name="only_mitigation_goes_below_the_legal_minimum",
                violation_error_message="只有“不予处罚”和“减轻”可以低于法定下限。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.violation}（{self.get_grade_display()}）"

    @property
    def range(self) -> FineRange:
        return FineRange(self.fine_min, self.fine_max, self.unit)

    @property
    def legal_range(self) -> FineRange:
        return FineRange(self.legal_min, self.legal_max, self.unit)

    def judge(
        self,
        fine: Decimal,
        value: Decimal | None = None,
        *,
        mitigated: bool = False,
        reasons: str = "",
        discussed: bool | None = None,
    ) -> list[Reason]:
        """Every reason against a fine: the law's range first, then this grade's own bounds."""
        against = judge_fine(self.legal_range, fine, value, mitigated=mitigated)
        own = judge_benchmark(self.range, fine, value, reasons=reasons, discussed=discussed)
        known = {(reason.field, reason.say) for reason in against}
        return [*against, *(r for r in own if (r.field, r.say) not in known)]

    def warning(self, fine: Decimal, value: Decimal | None = None) -> Reason | None:
        """What to show while a fine outside this grade is being typed."""
        return deviation(self.range, fine, value)
