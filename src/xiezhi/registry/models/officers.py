"""Officers and their certificates (G2): without a valid one nobody acts (处罚法 art. 42)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from xiezhi.identity.models import Account, Organ, Person
from xiezhi.identity.prepared import ask
from xiezhi.record.models import Blob
from xiezhi.registry.rules import Certificate, fault

# One query for the acts, which ask this every time: left joins keep who has no certificate.
_JUDGED = """
    SELECT p.id, p.name, o.number, o.valid_from, o.valid_until, o.status, o.status_since,
           o.territory, o.categories, a.path
      FROM identity_person p
      LEFT JOIN registry_officer o ON o.person_id = p.id
      LEFT JOIN identity_organ a ON a.id = o.agency_id
     WHERE p.id = ANY(%s)
"""


class OfficerQuerySet(models.QuerySet["Officer"]):
    """Whose certificates one may see, and which of them carries an act."""

    def visible_to(self, account: Account, today: dt.date | None = None) -> OfficerQuerySet:
        """The certificates of the agencies over which the account holds any post."""
        organs = Organ.objects.around(account, today or timezone.localdate())
        return self.filter(agency__in=organs)

    def held_on(self, day: dt.date) -> OfficerQuerySet:
        """Certificates in their term and neither suspended nor revoked on that day."""
        good = Q(status=Officer.Status.VALID) | Q(status_since__gt=day)
        return self.filter(good, valid_from__lte=day, valid_until__gte=day)

    def certificate_on(
        self, person: Person | int, day: dt.date, region: str | None = None, category: str = ""
    ) -> Officer | None:
        """The certificate that carries an act of this person on that day, there, of that kind."""
        held = self.held_on(day).filter(person=person).select_related("agency")
        for officer in held.order_by("-valid_until"):
            if not fault(officer.certificate, day=day, region=region, category=category):
                return officer
        return None

    def judged(
        self, persons: Iterable[Person | int], day: dt.date, agency: Organ, category: str = ""
    ) -> list[dict[str, Any]]:
        """For each person, in the order asked: certificate number and whether it carries an act.

        `valid` is True, False (see `fault`) or None where no certificate is known: not True
        refuses. `category` is a field (市场监管) or the prefix of an act kind (penalty).
        """
        ids = [person if isinstance(person, int) else person.pk for person in persons]
        found: dict[int, dict[str, Any]] = {}
        for row in ask(_JUDGED, [ids]):
            answer = _answer(row, day, agency, category)
            if found.get(row[0], {}).get("valid") is not True:
                found[row[0]] = answer
        return [found[pk] for pk in ids if pk in found]


def _answer(row: tuple[Any, ...], day: dt.date, agency: Organ, category: str) -> dict[str, Any]:
    pk, name, number, *said = row
    answer = {"person": pk, "name": name, "certificate": number or "", "valid": None}
    if number is None:
        return answer
    wrong = fault(
        Certificate(*said),
        day=day,
        agency_path=agency.path,
        region=agency.region,
        category=category,
    )
    return {**answer, "valid": not wrong, **({"fault": wrong} if wrong else {})}


class Officer(models.Model):
    """行政执法证件: one certificate of one person. Renewal is a new row or a longer term."""

    class Kind(models.TextChoices):
        NATIONAL = "national", "国家统一样式"
        PROVINCE = "province", "省（区、市）制发"
        MINISTRY = "ministry", "国务院部门制发"

    class Status(models.TextChoices):
        VALID = "valid", "有效"
        SUSPENDED = "suspended", "暂扣"
        REVOKED = "revoked", "注销"

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", verbose_name="人员"
    )
    agency = models.ForeignKey(
        Organ, on_delete=models.PROTECT, related_name="+", verbose_name="执法主体"
    )
    post = models.CharField("职务", max_length=50, blank=True)
    number = models.CharField("证件编号", max_length=50, unique=True)
    kind = models.CharField("证件种类", max_length=16, choices=Kind, default=Kind.NATIONAL)
    issuer = models.CharField("发证机关", max_length=100, blank=True)
    filed_with_justice = models.BooleanField("已报司法行政机关备案", default=False)
    categories = ArrayField(
        models.CharField(max_length=30),
        verbose_name="执法类别",
        help_text="用顿号隔开，例如“市场监管、知识产权”；也可写“行政处罚”“行政检查”",
    )
    territory = models.CharField(
        "执法区域",
        max_length=12,
        blank=True,
        help_text="行政区划代码，含下级区域；留空为全国，只用于国家和国务院部门制发的证件",
    )
    valid_from = models.DateField("有效期起")
    valid_until = models.DateField("有效期止")
    status = models.CharField("状态", max_length=16, choices=Status, default=Status.VALID)
    status_since = models.DateField("暂扣、注销日期", null=True, blank=True)
    photo = models.ForeignKey(
        Blob,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="照片",
        editable=False,
    )

    objects = OfficerQuerySet.as_manager()

    class Meta:
        verbose_name = "执法人员"
        verbose_name_plural = "执法人员"
        ordering: ClassVar = ["agency", "number"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(valid_until__gte=F("valid_from")),
                name="certificate_ends_after_it_begins",
                violation_error_message="有效期止不能早于有效期起。",
            ),
            models.CheckConstraint(
                condition=Q(status="valid", status_since=None)
                | (~Q(status="valid") & Q(status_since__isnull=False)),
                name="suspension_says_since_when",
                violation_error_message="暂扣、注销的证件应写明日期；有效的不写。",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=("national", "ministry")) | ~Q(territory=""),
                name="provincial_certificate_names_its_territory",
                violation_error_message="省（区、市）制发的证件应写明执法区域。",
            ),
            models.CheckConstraint(
                condition=~Q(categories__len=0),
                name="certificate_names_its_categories",
                violation_error_message="证件应写明执法类别。",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["person", "valid_until"], name="certificate_of_person"),
            models.Index(fields=["agency", "number"], name="certificate_in_agency"),
        ]

    def __str__(self) -> str:
        return f"{self.person}（{self.number}）"

    @property
    def certificate(self) -> Certificate:
        """The certificate as the rule sees it."""
        return Certificate(
            valid_from=self.valid_from,
            valid_until=self.valid_until,
            status=self.status,
            status_since=self.status_since,
            territory=self.territory,
            categories=self.categories,
            agency_path=self.agency.path,
        )

    def fault_on(self, day: dt.date) -> str:
        """Why the certificate is no good on a day, as a list shows it; empty when it is."""
        return fault(self.certificate, day=day)
