"""文书范本: released wordings of documents, version by version, never changed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone

from xiezhi.identity.models import Account, Organ


class Wording(models.Model):
    """A released version of a document's wording: a government's for all its agencies, an agency's
    with what it adds. Its words lie in a material of the organ's standing File (G8).
    """

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+", db_index=False)
    code = models.CharField("文书种类", max_length=60)
    number = models.PositiveIntegerField("版本")
    starts_on = models.DateField("施行日期")
    digest = models.CharField("内容指纹", max_length=64)
    base = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    material = models.OneToOneField("record.Material", on_delete=models.PROTECT, related_name="+")
    note = models.CharField("说明", max_length=300, blank=True)
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = "文书范本"
        verbose_name_plural = "文书范本"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organ", "code", "number"], name="wordings_are_numbered_in_their_organ"
            ),
            models.CheckConstraint(
                condition=models.Q(number__gte=1), name="wordings_are_numbered_from_one"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["code", "starts_on"], name="wording_by_document"),
            models.Index(fields=["digest"], name="wording_by_digest"),
        ]

    def __str__(self) -> str:
        return f"{self.material.title}"

    @property
    def text(self) -> str:
        """The words, a line for each section; what `digest` is made of."""
        return str(self.material.values["text"])

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")


class WordingDraft(models.Model):
    """草稿: words that are being written for a document of an organ, one draft whoever writes it.

    Nothing is made from it and no version comes of it until it is released, so it may be changed
    and thrown away. `page` is the open page it was last saved from: that one may save it again.
    """

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+", db_index=False)
    code = models.CharField("文书种类", max_length=60)
    text = models.TextField("范本", blank=True)
    starts_on = models.DateField("施行日期", null=True, blank=True)
    note = models.CharField("说明", max_length=300, blank=True)
    base = models.ForeignKey(Wording, null=True, on_delete=models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField("保存次数", default=1)
    page = models.CharField("保存它的页面", max_length=40, blank=True)
    saved_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField("保存时间", default=timezone.now)

    class Meta:
        verbose_name = "文书范本草稿"
        verbose_name_plural = "文书范本草稿"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organ", "code"], name="a_document_has_one_draft_in_its_organ"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organ} {self.code}"

    @property
    def lines(self) -> list[str]:
        """The sections as they were left, empty ones too."""
        return self.text.split("\n")
