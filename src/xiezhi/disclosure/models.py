"""公示: what was drafted, signed, shown, withheld and withdrawn. Rows are only ever added.

The tables are the office's. The public site reads the views at the end of this file, which
`sql/public.sql` makes and which hold nothing that may not be shown.
"""

from __future__ import annotations

import json
import secrets
import uuid
from typing import Any, ClassVar

from django.db import models

from xiezhi.decision.models import Decision
from xiezhi.disclosure.public import (
    PublicAgency,
    PublicBenchmark,
    PublicCommitment,
    PublicItem,
    PublicOfficer,
    PublicProfile,
    PublicPublication,
)
from xiezhi.identity.models import Account, Organ
from xiezhi.record.models import File

__all__ = [
    "BigramCount",
    "Draft",
    "PublicAgency",
    "PublicBenchmark",
    "PublicCommitment",
    "PublicItem",
    "PublicOfficer",
    "PublicProfile",
    "PublicPublication",
    "Publication",
    "SearchRow",
    "Signature",
    "Withdrawal",
    "Withholding",
]

#: No 0, 1, i, l, o: an id is read aloud and typed from paper.
_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"


def new_uid() -> str:
    """The short public name of a publication; says nothing about agency, order or number."""
    return "".join(secrets.choice(_LETTERS) for _ in range(10))


class Draft(models.Model):
    """拟定的公示内容: the page exactly as the public would see it, and why parts are covered.

    `covered` is the log of coverings: document field, place in the original text, class, rule.
    It holds no covered text either; the original stays in the File.
    """

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="+")
    seq = models.IntegerField("所在记录序号")
    page = models.TextField("公示页", help_text="RFC 8785 canonical JSON")
    digest = models.CharField("内容指纹", max_length=64)
    covered = models.JSONField("遮盖记录", default=list)
    channel = models.CharField("公示渠道", max_length=40)
    prepared_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "拟公示内容"
        verbose_name_plural = "拟公示内容"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["id", "digest"], name="draft_has_one_digest"),
        ]
        indexes: ClassVar = [models.Index(fields=["file", "-seq"], name="draft_in_file")]

    def __str__(self) -> str:
        return self.digest[:16]

    @property
    def content(self) -> dict[str, Any]:
        parsed: dict[str, Any] = json.loads(self.page)
        return parsed


class Signature(models.Model):
    """负责人审定: the head answers for exactly these bytes (P8)."""

    draft = models.OneToOneField(Draft, on_delete=models.PROTECT, related_name="signature")
    digest = models.CharField("内容指纹", max_length=64)
    seq = models.IntegerField("所在记录序号")
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = "审定"
        verbose_name_plural = "审定"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["id", "digest"], name="signature_has_one_digest"),
        ]

    def __str__(self) -> str:
        return self.digest[:16]

    @property
    def file_id(self) -> uuid.UUID:
        return self.draft.file_id


class Publication(models.Model):
    """公示: a page as it was signed, shown from a moment of the database's clock to a day.

    The columns beside `page` are what lists need of it; they say nothing the page doesn't.
    """

    uid = models.CharField("公示编号", max_length=16, unique=True, default=new_uid)
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="+")
    signature = models.OneToOneField(Signature, on_delete=models.PROTECT, related_name="+")
    seq = models.IntegerField("所在记录序号")
    page = models.TextField("公示页")
    digest = models.CharField("内容指纹", max_length=64)
    agency = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("行为种类", max_length=40)
    number = models.CharField("决定书文号", max_length=80)
    decided_on = models.DateField("决定日期")
    title = models.CharField("题名", max_length=300)
    party_name = models.CharField("当事人", max_length=200)
    cause = models.CharField("违法行为", max_length=300)
    outcome = models.CharField("处理结果", max_length=300)
    gist = models.TextField("一句话说明")
    channel = models.CharField("公示渠道", max_length=40)
    published_on = models.DateField("公示日期")
    published_at = models.DateTimeField("公示时间", null=True, editable=False)
    due_on = models.DateField("公示期限", null=True)
    expires_on = models.DateField("公示截止", null=True)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "公示"
        verbose_name_plural = "公示"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(expires_on__isnull=True)
                | models.Q(expires_on__gte=models.F("published_on")),
                name="publication_ends_after_it_begins",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["-published_at", "-id"], name="publication_by_time"),
            models.Index(fields=["agency", "-published_at"], name="publication_by_agency"),
            models.Index(fields=["published_on", "agency"], name="publication_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.uid}"

    @property
    def content(self) -> dict[str, Any]:
        parsed: dict[str, Any] = json.loads(self.page)
        return parsed


class Withdrawal(models.Model):
    """撤回公示: why and on what ground; the page itself is not shown again (PEN 48(2), P6)."""

    publication = models.OneToOneField(
        Publication, on_delete=models.PROTECT, related_name="withdrawal"
    )
    ground = models.CharField("撤回事由", max_length=20)
    reason = models.TextField("撤回理由")
    cite = models.CharField("依据", max_length=200)
    withdrawn_on = models.DateField("撤回日期")
    seq = models.IntegerField("所在记录序号")
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = "撤回公示"
        verbose_name_plural = "撤回公示"

    def __str__(self) -> str:
        return self.reason

    @property
    def file_id(self) -> uuid.UUID:
        return self.publication.file_id


class Withholding(models.Model):
    """依法不公开: counted and listed with its ground, never with its content."""

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="+")
    ground = models.CharField("不公开的事由", max_length=8)
    reason = models.TextField("理由", help_text="只在机关内部可见")
    cite = models.CharField("依据", max_length=200)
    withheld_on = models.DateField("决定日期")
    seq = models.IntegerField("所在记录序号")
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = "不公开"
        verbose_name_plural = "不公开"

    def __str__(self) -> str:
        return f"{self.ground} {self.cite}"


class SearchRow(models.Model):
    """What a search looks at: narrow, derived, rewritten when a page is withdrawn or ends.

    Its pairs of characters stand in an inverted index only (`sql/guards.sql`), so that a walk
    over the rows reads little.
    """

    publication = models.OneToOneField(
        Publication, primary_key=True, on_delete=models.PROTECT, related_name="+"
    )
    on = models.DateField()
    agency = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    text = models.TextField()
    alive = models.BooleanField(default=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["-on", "-publication"], name="search_by_day"),
            models.Index(fields=["agency", "-on", "-publication"], name="search_by_agency"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class BigramCount(models.Model):
    """In how many pages two characters stand side by side: chooses how a search is run.

    Two rows are none: `PAGES` counts the pages, `UP_TO` is the last publication counted. A page
    that commits after a later one is missed; the choice of a plan can bear that.
    """

    PAGES, UP_TO = "", "#"

    gram = models.CharField(max_length=8, primary_key=True)
    n = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.gram} {self.n}"
