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
