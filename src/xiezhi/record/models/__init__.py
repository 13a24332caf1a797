"""The record: Files, what lies in them, and the ledger of every act."""

from __future__ import annotations

import json
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Cast
from django.utils import timezone

from xiezhi.identity.models import WIDE_ROLES, Account, Organ, Person
from xiezhi.procedure.roles import Role
from xiezhi.record.ids import new_id
from xiezhi.record.models.duty import Duty
from xiezhi.record.models.log import Checkpoint, Leaf, Outbox, Tile
from xiezhi.record.models.wording import Wording, WordingDraft

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable


__all__ = [
    "Blob",
    "CalendarYear",
    "Checkpoint",
    "Duty",
    "Entry",
    "File",
    "Leaf",
    "Material",
    "Outbox",
    "Participant",
    "Receipt",
    "Rendition",
    "Seal",
    "Serial",
    "Tile",
    "Wording",
    "WordingDraft",
]


class FileQuerySet(models.QuerySet["File"]):
    """Which Files somebody may see: default none."""

    def visible_to(self, account: Account, today: dt.date | None = None) -> FileQuerySet:
        """Own Files; a unit's for its head; all of an agency for the wide roles.

        Whoever was recused or replaced (处罚法 art. 43), or works elsewhere now, sees a File no
        longer.
        """
        conditions = seen_by(account, today or timezone.localdate())
        return self.filter(reduce(or_, conditions)) if conditions else self.none()

    def parts_visible_to(self, account: Account, today: dt.date | None = None) -> list[Self]:
        """The same Files, in queries that have none in common, each in the order of one index."""
        return [self.filter(one) for one in seen_by(account, today or timezone.localdate())]


def seen_by(account: Account, day: dt.date) -> list[Q]:
    """The conditions behind `visible_to`, no File fulfilling two of them."""
    posts, served = account.posts_on(day), account.serves_on(day)
    over = {p.organ.path for p in posts if Role(p.role) in WIDE_ROLES}
    led = {p.organ.path for p in posts if p.role == Role.UNIT_HEAD}
    reached = reduce(or_, (Q(path__startswith=path) for path in over | led), Q(path__in=served))
    organs = Organ.objects.filter(reached).values_list("pk", "path", "kind")
    wide = {pk: kind for pk, path, kind in organs if path.startswith(tuple(over))}
    units = {pk for pk, path, _ in organs if path.startswith(tuple(led))}
    elsewhere = {pk for pk, path, _ in organs if path in served} - wide.keys()
    inside = [pk for pk, kind in wide.items() if kind == Organ.Kind.UNIT]
    found = [Q(agency__in=part) for part in (*_apart(wide.keys() - {*inside}), inside) if part]
    found += [Q(unit__in=part) & ~Q(agency__in=wide) for part in _apart(units)]
    if elsewhere:
        own = Participant.objects.filter(person=account.person_id, ended_on=None)
        own = own.exclude(capacity=Participant.Capacity.ANSWERING)
        mine = Q(pk__in=own.values("file_id"), agency__in=elsewhere)
        found.append(mine & ~Q(unit__in=units) if units else mine)
    return found


#: Up to so many organs, each is a part of its own, read in the order of its index.
_APART = 12


def _apart(organs: Iterable[int]) -> list[list[int]]:
    several = sorted(organs)
    return [[one] for one in several] if len(several) <= _APART else [several]


class File(models.Model):
    """案卷: one matter from its first act to the archive. Its state is read off its ledger."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField("行为种类", max_length=40)
    version = models.CharField("程序版本", max_length=20)
    policy = models.CharField("适用方案", max_length=16)
    number = models.CharField("案号", max_length=80)
    title = models.CharField("案件名称", max_length=200)
    opened_on = models.DateField("启动日期")
    addressed = models.ForeignKey(
        Organ,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name="答复机关",
        help_text="被监督机关：看得到送达给它的文书，在这里答复",
    )

    objects = FileQuerySet.as_manager()

    class Meta:
        verbose_name = "案卷"
        verbose_name_plural = "案卷"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["agency", "number"], name="file_number_is_unique_in_its_agency"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["agency", "-opened_on"], name="file_by_agency"),
            models.Index(fields=["unit", "-opened_on"], name="file_by_unit"),
            models.Index(fields=["-opened_on"], name="file_by_day"),
            models.Index(
                fields=["addressed"],
                name="file_by_addressed",
                condition=Q(addressed__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class Participant(models.Model):
    """Who takes part in a File, each person in one capacity only.

    That is the separation of duties: opinion and decision point here with a fixed capacity,
    so a handler can't review or (outside the summary procedure) decide: 处罚法 arts. 57, 58.
    """

    class Capacity(models.TextChoices):
        HANDLER = "handler", "承办人"
        REVIEWER = "reviewer", "法制审核人员"
        DECIDER = "decider", "决定人"
        ANSWERING = "answering", "被监督机关答复人员"

    file = models.ForeignKey(
        File, on_delete=models.PROTECT, related_name="participants", db_index=False
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)
    capacity = models.CharField("身份", max_length=16, choices=Capacity)
    certificate = models.CharField("执法证号", max_length=50, blank=True)
    ended_on = models.DateField("退出日期", null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["file", "person"], name="one_person_one_capacity_in_a_file"
            ),
            models.UniqueConstraint(
                fields=["file", "person", "capacity"], name="participant_has_capacity"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["person", "file"], name="participant_person")]

    def __str__(self) -> str:
        return f"{self.person}（{self.get_capacity_display()}）"


class Entry(models.Model):
    """One act, written down for good. Clock, number, salt and hashes are the database's."""

    id = models.BigAutoField(primary_key=True)
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="entries", db_index=False)
    seq = models.IntegerField(editable=False)
    at = models.DateTimeField(editable=False)
    actor = models.ForeignKey(
        Account,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
        db_index=False,
    )
    kind = models.CharField(max_length=60)
    body = models.TextField(help_text="RFC 8785 canonical JSON")
    body_json = models.GeneratedField(
        expression=Cast("body", models.JSONField()),
        output_field=models.JSONField(),
        db_persist=True,
    )
    salt = models.BinaryField(editable=False)
    prev = models.BinaryField(editable=False)
    hash = models.BinaryField(editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["file", "seq"], name="entries_are_numbered_in_a_file"),
        ]

    def __str__(self) -> str:
        return f"{self.file_id}#{self.seq} {self.kind}"

    @property
    def facts(self) -> dict[str, Any]:
        """The body as hashed, parsed; `on` is the legal day, `say` the sentence."""
        parsed: dict[str, Any] = json.loads(self.body)
        return parsed


class Blob(models.Model):
    """A stored object, named by its content, written once."""

    sha256 = models.CharField(primary_key=True, max_length=64)
    size = models.BigIntegerField()
    mime = models.CharField(max_length=100)
    stored_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return self.sha256


class Material(models.Model):
    """What lies in the File: a document made here, evidence, a recording, something received."""

    class Kind(models.TextChoices):
        DOCUMENT = "document", "文书"
        EVIDENCE = "evidence", "证据"
        RECORDING = "recording", "音像"
        RECEIVED = "received", "收到的材料"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    file = models.ForeignKey(
        File, on_delete=models.PROTECT, related_name="materials", db_index=False
    )
    seq = models.IntegerField("所在记录序号")
    kind = models.CharField(max_length=16, choices=Kind)
    code = models.CharField("文书或证据种类", max_length=60)
    title = models.CharField("题名", max_length=200)
    number = models.CharField("文号", max_length=80, blank=True)
    on = models.DateField("日期")
    fields = models.TextField("内容", help_text="RFC 8785 canonical JSON")
    digest = models.CharField("内容指纹", max_length=64)
    blob = models.ForeignKey(
        Blob, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    substance = models.BooleanField("属于送审内容", default=False)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["file", "seq"], name="material_in_file"),
            models.Index(fields=["blob"], name="material_of_blob", condition=Q(blob__isnull=False)),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["id", "file"], name="material_of_file"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def values(self) -> dict[str, Any]:
        parsed: dict[str, Any] = json.loads(self.fields)
        return parsed


class Rendition(models.Model):
    """The PDF of a document material: made after the act, always the same bytes."""

    material = models.ForeignKey(Material, on_delete=models.PROTECT, related_name="renditions")
    version = models.CharField("版式版本", max_length=40)
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="+")
    pages = models.IntegerField("页数")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["material", "version"], name="one_rendition_a_version"),
        ]

    def __str__(self) -> str:
        return f"{self.material_id} {self.version}"


class Seal(models.Model):
    """封存: a digest over the substance of a File at one moment: what was reviewed."""

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="seals")
    seq = models.IntegerField("所在记录序号")
    digest = models.CharField(max_length=64)
    text = models.TextField(help_text="canonical list of what is sealed")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["id", "file"], name="seal_of_file"),
        ]

    def __str__(self) -> str:
        return self.digest


class Serial(models.Model):
    """The last number given in a series of an agency and year; locked inside the act."""

    agency = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    year = models.IntegerField()
    series = models.CharField(max_length=20)
    last = models.IntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["agency", "year", "series"], name="one_serial_a_series_and_year"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series}〔{self.year}〕{self.last}"


class CalendarYear(models.Model):
    """休息日安排 (G9): a year's rest days and moved working days, for a region and all below it.

    Loaded from the State Council's yearly notice; wins over what the calendar package knows.
    """

    region = models.CharField("行政区划代码", max_length=12, blank=True, help_text="留空为全国")
    year = models.IntegerField("年份")
    off = ArrayField(models.DateField(), default=list, verbose_name="放假日")
    working = ArrayField(models.DateField(), default=list, verbose_name="调休上班日", blank=True)
    source = models.CharField("依据", max_length=200)
    loaded_at = models.DateTimeField("载入时间", auto_now=True)

    class Meta:
        verbose_name = "休息日安排"
        verbose_name_plural = "休息日安排"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["region", "year"], name="one_calendar_a_year"),
        ]

    def __str__(self) -> str:
        return f"{self.region or '全国'} {self.year}"


class Receipt(models.Model):
    """The answer given to an idempotency key, so that a request sent twice acts once."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=100)
    request = models.CharField("请求指纹", max_length=64)
    status = models.IntegerField()
    answer = models.TextField()
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["account", "key"], name="one_answer_a_key"),
        ]

    def __str__(self) -> str:
        return self.key
