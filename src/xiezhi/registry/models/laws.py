"""Laws and their articles (G4), each version with the days on which it is in force."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from xiezhi.registry.rules import Place, law_key, paragraphs, parse_place


class LawQuerySet(models.QuerySet["Law"]):
    """Versions of laws, found by any way of writing the title."""

    def named(self, name: str) -> LawQuerySet:
        return self.filter(key=law_key(name))

    def in_force_on(self, day: dt.date) -> LawQuerySet:
        """Versions that have begun and haven't been repealed; the newest of a law comes first."""
        begun = self.filter(effective_on__lte=day)
        return begun.filter(Q(repealed_on=None) | Q(repealed_on__gt=day)).order_by(
            "-effective_on", "-version"
        )

    def in_force(self, name: str, day: dt.date) -> Law | None:
        """The version of a law that applies to what happened on a day (处罚法 art. 37)."""
        return self.named(name).in_force_on(day).first()


class Law(models.Model):
    """One version of a law, regulation or rule. A newer version ends it by coming into force."""

    class Kind(models.TextChoices):
        STATUTE = "statute", "法律"
        STATE_REGULATION = "state_regulation", "行政法规"
        LOCAL_REGULATION = "local_regulation", "地方性法规"
        MINISTRY_RULE = "ministry_rule", "部门规章"
        LOCAL_RULE = "local_rule", "地方政府规章"
        JUDICIAL = "judicial", "司法解释"
        NORMATIVE = "normative", "规范性文件"

    name = models.CharField("名称", max_length=200)
    short_name = models.CharField("简称", max_length=200)
    key = models.CharField("检索名", max_length=200, editable=False, db_index=True)
    kind = models.CharField("效力级别", max_length=20, choices=Kind)
    version = models.DateField("版本日期", help_text="本版本通过、公布或者修改的日期")
    effective_on = models.DateField("施行日期")
    effective_is_assumed = models.BooleanField(
        "施行日期为推定",
        default=False,
        help_text="文本没有写明本版本何时施行，按版本日期推定，使用前请核对",
    )
    repealed_on = models.DateField("废止日期", null=True, blank=True)
    notes = models.TextField("制定和修改情况", blank=True)
    preamble = models.TextField("序言", blank=True)
    digest = models.CharField("文本指纹", max_length=64, editable=False)

    objects = LawQuerySet.as_manager()

    class Meta:
        verbose_name = "法律法规"
        verbose_name_plural = "法律法规"
        ordering: ClassVar = ["key", "-version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["key", "version"], name="one_text_a_version"),
            models.CheckConstraint(
                condition=Q(repealed_on=None) | Q(repealed_on__gte=F("effective_on")),
                name="law_is_repealed_after_it_begins",
                violation_error_message="废止日期不能早于施行日期。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.version:%Y}）"

    @property
    def issued_on(self) -> dt.date:
        """The day this version was adopted or promulgated."""
        return self.version


class ArticleQuerySet(models.QuerySet["Article"]):
    """Articles by the way they are cited."""

    def at(self, law: str, where: str | Place, day: dt.date) -> Article | None:
        """《law》where, in the version that applies on a day. Raises ValueError for a bad place."""
        place = parse_place(where) if isinstance(where, str) else where
        version = Law.objects.in_force(law, day)
        if version is None:
            return None
        found = self.filter(law=version, number=place.article, branch=place.branch)
        return found.select_related("law").first()


class Article(models.Model):
    """一条: 款 and 项 stand on lines of their own."""

    law = models.ForeignKey(
        Law, on_delete=models.PROTECT, related_name="articles", verbose_name="法律法规"
    )
    number = models.PositiveIntegerField("条")
    branch = models.PositiveIntegerField("之", default=0)
    label = models.CharField("条号", max_length=30)
    part = models.CharField("编、章、节", max_length=200, blank=True)
    text = models.TextField("条文")

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = "条文"
        verbose_name_plural = "条文"
        ordering: ClassVar = ["law", "number", "branch"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["law", "number", "branch"], name="an_article_stands_once_in_a_law"
            ),
        ]

    def __str__(self) -> str:
        return f"《{self.law.name}》{self.label}"

    @property
    def paragraphs(self) -> list[str]:
        """The 款, each with its 项."""
        return paragraphs(self.text)

    def words(self, place: Place) -> str:
        """The text of a 款 or 项 of this article; empty where there is none."""
        if not place.paragraph and not place.item:
            return self.text
        number = place.paragraph or 1
        if number > len(self.paragraphs):
            return ""
        lines = self.paragraphs[number - 1].splitlines()
        if not place.item:
            return "\n".join(lines)
        return lines[place.item] if place.item < len(lines) else ""
