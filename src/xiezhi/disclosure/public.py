"""What the public site reads: views of published facts, nothing else (`sql/public.sql`).

The content of a page that was withdrawn or whose term is over is empty here already, so the
public site's database role can't show it by mistake or by force.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, Q

from xiezhi.identity.models import Organ
from xiezhi.procedure.policy import Policy, from_stored, load
from xiezhi.record import log


class PublicAgency(models.Model):
    """执法主体清单: an agency (or a government above agencies) as the public may know it."""

    kind = models.CharField(max_length=16)
    standing = models.CharField("主体性质", max_length=16)
    path = models.CharField(max_length=255)
    name = models.CharField("名称", max_length=100)
    short_name = models.CharField("简称", max_length=50)
    code = models.CharField("统一社会信用代码", max_length=18)
    region = models.CharField(max_length=12)
    policy = models.CharField(max_length=16)
    duties = models.TextField("主要职责")
    basis = models.TextField("设立和授权依据")
    address = models.CharField("地址", max_length=200)
    phone = models.CharField("电话", max_length=50)
    court = models.CharField("有管辖权的人民法院", max_length=100)

    class Meta:
        managed = False
        db_table = "disclosure_public_agency"
        ordering: ClassVar = ["path"]

    def __str__(self) -> str:
        return self.name

    def chain(self) -> list[str]:
        """The paths from the root down to this organ, its own included."""
        parts = self.path.rstrip(".").split(".")
        return [".".join(parts[: n + 1]) + "." for n in range(len(parts))]

    @property
    def standing_label(self) -> str:
        return str(dict(Organ.Standing.choices).get(self.standing, ""))

    @property
    def called(self) -> str:
        return self.short_name or self.name


class PublicProfile(models.Model):
    """方案的版本: what an organ set over its plan, from which day on."""

    code = models.CharField(max_length=12)
    version = models.PositiveIntegerField()
    organ = models.ForeignKey(PublicAgency, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=100)
    text = models.TextField()
    starts_on = models.DateField()

    class Meta:
        managed = False
        db_table = "disclosure_public_profile"

    def __str__(self) -> str:
        return f"{self.code}@{self.version}"


def plan_in_force(organ: PublicAgency, day: dt.date) -> Policy:
    """The plan of a government or agency on a day, as the public reads it."""
    above = list(PublicAgency.objects.filter(path__in=organ.chain()))
    code = next((one.policy for one in reversed(above) if one.policy), "national")
    depth = {one.pk: n for n, one in enumerate(above)}
    known = PublicProfile.objects.filter(code=code, organ__in=depth, starts_on__lte=day)
    newest = max(
        known, key=lambda made: (depth[made.organ_id], made.starts_on, made.version), default=None
    )
    return from_stored(newest.text) if newest else load(code)


class PublicationQuerySet(models.QuerySet["PublicPublication"]):
    """Reads of the public lists."""

    def newest(self) -> PublicationQuerySet:
        return self.select_related("agency").order_by("-published_at", "-id")

    def of_day(self, day: dt.date) -> dict[str, int]:
        """How many pages were put up and taken down that day."""
        up = self.filter(published_on=day).count()
        return {"up": up, "down": self.filter(withdrawn_on=day).count()}

    def by_agency(self, since: dt.date, until: dt.date) -> dict[int, int]:
        """Pages put up from day to day, a number an agency."""
        rows = (
            self.filter(published_on__gte=since, published_on__lte=until)
            .order_by()
            .values_list("agency_id")
            .annotate(n=Count("*"))
        )
        return dict(rows)


class PublicPublication(models.Model):
    """公示: what a page says while it is shown; afterwards only that it was."""

    uid = models.CharField(max_length=16)
    agency = models.ForeignKey(PublicAgency, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    number = models.CharField(max_length=80)
    decided_on = models.DateField()
    published_on = models.DateField()
    published_at = models.DateTimeField()
    due_on = models.DateField(null=True)
    expires_on = models.DateField(null=True)
    digest = models.CharField(max_length=64)
    channel = models.CharField(max_length=40)
    state = models.CharField(max_length=12)
    title = models.CharField(max_length=300)
    party_name = models.CharField(max_length=200)
    cause = models.CharField(max_length=300)
    outcome = models.CharField(max_length=300)
    gist = models.TextField()
    page = models.TextField()
    withdrawn_on = models.DateField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawal_ground = models.CharField(max_length=20)
    withdrawal_reason = models.TextField()
    withdrawal_cite = models.CharField(max_length=200)
    successor = models.CharField(max_length=16)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "disclosure_public_publication"

    def __str__(self) -> str:
        return f"{self.number} {self.uid}"

    @property
    def shown(self) -> bool:
        return self.state == "shown"

    @property
    def content(self) -> dict[str, Any]:
        parsed: dict[str, Any] = json.loads(self.page) if self.page else {}
        return parsed


class CommitmentQuerySet(models.QuerySet["PublicCommitment"]):
    """The citizens' account: decisions made, and what became of each."""

    def made(self, since: dt.date, until: dt.date, agency: int | None = None) -> CommitmentQuerySet:
        found = self.filter(decided_on__gte=since, decided_on__lte=until)
        return found if agency is None else found.filter(agency=agency)

    def account(self) -> dict[str, int]:
        """作出 = 已公示 + 期限内待公示 + 依法不公开 + 超期未公示, counted one by one."""
        rows = dict(self.order_by().values_list("state").annotate(n=Count("*")))
        parts = {state: rows.get(state, 0) for state in STATES}
        return {"made": sum(rows.values()), **parts}

    def not_shown(self) -> CommitmentQuerySet:
        return self.exclude(state="shown")


#: shown, within its term, lawfully withheld, overdue.
STATES = ("shown", "pending", "withheld", "overdue")


class PublicCommitment(models.Model):
    """A decision that was made, and whether it was shown; its content is not here."""

    agency = models.ForeignKey(PublicAgency, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    number = models.CharField(max_length=80)
    decided_on = models.DateField()
    due_on = models.DateField(null=True)
    state = models.CharField(max_length=12)
    ground = models.CharField(max_length=8)
    cite = models.CharField(max_length=200)
    withheld_on = models.DateField(null=True)
    commitment = models.CharField(max_length=64)

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "disclosure_public_commitment"

    def __str__(self) -> str:
        return f"{self.decided_on} {self.state}"

    def line(self) -> bytes:
        """The leaf of the public log that announced this decision when it was made."""
        due = self.due_on.isoformat() if self.due_on else None
        return log.commitment({"class": self.kind, "digest": self.commitment, "due": due})


class OfficerQuerySet(models.QuerySet["PublicOfficer"]):
    """The list of officers, and the check of one certificate."""

    def matching(self, text: str) -> OfficerQuerySet:
        """By the whole certificate number, or by a part of the name or number."""
        if not text:
            return self
        return self.filter(Q(certificate__icontains=text) | Q(name__icontains=text))


class PublicOfficer(models.Model):
    """执法人员清单: name, agency, post, certificate, categories, territory, validity."""

    name = models.CharField("姓名", max_length=50)
    agency = models.ForeignKey(PublicAgency, on_delete=models.PROTECT, related_name="+")
    post = models.CharField("职务", max_length=50)
    certificate = models.CharField("证件编号", max_length=50)
    categories = ArrayField(models.CharField(max_length=30))
    territory = models.CharField("执法区域", max_length=12)
    issuer = models.CharField("发证机关", max_length=100)
    valid_from = models.DateField()
    valid_until = models.DateField()
    status = models.CharField(max_length=16)
    status_since = models.DateField(null=True)

    objects = OfficerQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "disclosure_public_officer"
        ordering: ClassVar = ["agency__path", "certificate"]

    def __str__(self) -> str:
        return f"{self.name} {self.certificate}"

    def state_on(self, day: dt.date) -> tuple[str, str]:
        """Light and words: valid, suspended, revoked, not yet or no longer valid."""
        if self.status != "valid" and self.status_since and self.status_since <= day:
            return "red", "已暂扣" if self.status == "suspended" else "已注销"
        if day < self.valid_from:
            return "paused", "尚未生效"
        return ("green", "有效") if day <= self.valid_until else ("red", "已过期")


class PublicItem(models.Model):
    """行政执法事项清单: what an agency may do, on which basis."""

    agency = models.ForeignKey(PublicAgency, on_delete=models.PROTECT, related_name="+")
    code = models.CharField("事项编码", max_length=40)
    name = models.CharField("事项名称", max_length=300)
    category = models.CharField("执法类别", max_length=16)
    level = models.CharField("行使层级", max_length=16)
    basis = models.TextField("依据")
    supervision = models.CharField("监督方式", max_length=200)
    effective_from = models.DateField()
    effective_until = models.DateField(null=True)
    conditions = models.TextField("办理条件")
    quantity = models.CharField("数量限制", max_length=200)
    process = models.TextField("办理程序")
    term = models.CharField("办理期限", max_length=200)
    materials = models.TextField("材料目录")
    sample = models.TextField("申请书示范文本")

    class Meta:
        managed = False
        db_table = "disclosure_public_item"
        ordering: ClassVar = ["agency__path", "code"]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class PublicBenchmark(models.Model):
    """行政处罚裁量基准: one grade of one violation."""

    item = models.ForeignKey(PublicItem, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(PublicAgency, on_delete=models.PROTECT, related_name="+")
    violation = models.CharField("违法行为", max_length=300)
    basis = models.TextField("法律依据")
    grade = models.CharField("裁量阶次", max_length=16)
    order = models.PositiveSmallIntegerField()
    conditions = models.TextField("适用条件")
    unit = models.CharField(max_length=16)
    fine_min = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    fine_max = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    legal_min = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    legal_max = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    issuer = models.CharField("制定机关", max_length=100)
    number = models.CharField("文号", max_length=80)
    effective_from = models.DateField()
    effective_until = models.DateField(null=True)

    class Meta:
        managed = False
        db_table = "disclosure_public_benchmark"
        ordering: ClassVar = ["agency__path", "item__code", "violation", "order"]

    def __str__(self) -> str:
        return f"{self.violation} {self.grade}"
