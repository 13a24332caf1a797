"""Market entities (G6) as the registration authority knows them."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from xiezhi.identity.models import Account, Organ
from xiezhi.registry.rules import region_prefix


class MarketEntityQuerySet(models.QuerySet["MarketEntity"]):
    """Entities by where they are."""

    def visible_to(self, account: Account, today: dt.date | None = None) -> MarketEntityQuerySet:
        """Entities within the divisions of the organs over which the account holds any post."""
        organs = Organ.objects.around(account, today or timezone.localdate())
        regions = set(organs.exclude(region="").values_list("region", flat=True))
        inside = Q(pk=None)
        for region in regions:
            inside |= Q(region__startswith=region_prefix(region))
        return self.filter(inside)


class MarketEntity(models.Model):
    """市场主体: found by its 统一社会信用代码."""

    class Kind(models.TextChoices):
        COMPANY = "company", "公司"
        ENTERPRISE = "enterprise", "非公司企业"
        SOLE = "sole", "个体工商户"
        COOPERATIVE = "cooperative", "农民专业合作社"
        BRANCH = "branch", "分支机构"
        INSTITUTION = "institution", "机关、事业单位"
        SOCIAL = "social", "社会组织"
        OTHER = "other", "其他"

    class Status(models.TextChoices):
        ACTIVE = "active", "存续（在营、开业、在册）"
        REVOKED = "revoked", "吊销"
        CANCELLED = "cancelled", "注销"
        MOVED = "moved", "迁出"

    code = models.CharField("统一社会信用代码", max_length=18, unique=True)
    name = models.CharField("名称", max_length=200)
    kind = models.CharField("类型", max_length=16, choices=Kind)
    legal_rep = models.CharField("法定代表人（负责人、经营者）", max_length=50, blank=True)
    address = models.CharField("住所（经营场所）", max_length=300, blank=True)
    region = models.CharField("行政区划代码", max_length=12)
    status = models.CharField("登记状态", max_length=16, choices=Status, default=Status.ACTIVE)
    established_on = models.DateField("成立日期", null=True, blank=True)

    objects = MarketEntityQuerySet.as_manager()

    class Meta:
        verbose_name = "市场主体"
        verbose_name_plural = "市场主体"
        ordering: ClassVar = ["code"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^[0-9A-HJ-NP-RTUW-Y]{2}[0-9]{6}[0-9A-HJ-NP-RTUW-Y]{10}$"),
                name="credit_code_is_written_as_the_standard_says",
                violation_error_message="统一社会信用代码应为 18 位数字和大写字母。",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["region", "code"], name="entity_by_region"),
            models.Index(fields=["name"], name="entity_by_name"),
        ]

    def __str__(self) -> str:
        return self.name
