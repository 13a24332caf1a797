"""办案: the case and its parties. Everything done in it lies in the File (record)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from xiezhi.record.models import File


class Case(models.Model):
    """What a File of casework is about: cause, source, the days that limitation turns on."""

    file = models.OneToOneField(
        File, primary_key=True, on_delete=models.PROTECT, related_name="+", verbose_name="案卷"
    )
    cause = models.CharField("案由", max_length=200)
    source = models.CharField("案件来源", max_length=20)
    real_name = models.BooleanField("实名举报", default=False)
    found_on = models.DateField("发现或者收到日期")
    place = models.CharField("违法行为发生地", max_length=200, blank=True)
    brief = models.TextField("案情概要")
    item = models.ForeignKey(
        "registry.Item",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="执法事项",
    )

    class Meta:
        verbose_name = "案件"
        verbose_name_plural = "案件"

    def __str__(self) -> str:
        return self.cause


class Link(models.Model):
    """来源案卷: a File that follows from another one, said when it was opened or joined.

    A penalty from an inspection's finding, a court application from a decision, a case split off.
    """

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+", verbose_name="案卷")
    origin = models.ForeignKey(
        File, on_delete=models.PROTECT, related_name="+", verbose_name="来源案卷"
    )
    seq = models.IntegerField("所在记录序号")

    class Meta:
        verbose_name = "来源案卷"
        verbose_name_plural = "来源案卷"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["file", "origin"], name="one_link_between_two_files"),
            models.CheckConstraint(
                condition=~models.Q(file=models.F("origin")), name="no_file_follows_from_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.file_id} ← {self.origin_id}"


class Party(models.Model):
    """当事人. The ID number serves matching only: it is never shown whole."""

    class Kind(models.TextChoices):
        CITIZEN = "citizen", "公民"
        LEGAL_PERSON = "legal_person", "法人"
        OTHER = "other_organisation", "其他组织"
        SOLE_TRADER = "sole_trader", "个体工商户"

    class Role(models.TextChoices):
        MAIN = "main", "当事人"
        JOINT = "joint", "共同当事人"
        THIRD = "third", "第三人"

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+", verbose_name="案卷")
    role = models.CharField("地位", max_length=10, choices=Role, default=Role.MAIN)
    kind = models.CharField("类型", max_length=20, choices=Kind)
    name = models.CharField("姓名或者名称", max_length=200)
    code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    id_number = models.CharField("身份证号", max_length=18, blank=True)
    born_on = models.DateField("出生日期", null=True, blank=True)
    address = models.CharField("地址", max_length=300, blank=True)
    phone = models.CharField("电话", max_length=50, blank=True)
    legal_rep = models.CharField("法定代表人、负责人或者经营者", max_length=100, blank=True)

    class Meta:
        verbose_name = "当事人"
        verbose_name_plural = "当事人"
        indexes: ClassVar = [
            models.Index(fields=["code"], name="party_by_code"),
            models.Index(
                fields=["id_number"],
                name="party_by_id_number",
                condition=~models.Q(id_number=""),
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(kind="citizen")
                | models.Q(id_number="")
                | models.Q(kind="sole_trader"),
                name="only_natural_persons_have_an_id_number",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def masked_id(self) -> str:
        """What a screen may show of the ID number."""
        return f"{self.id_number[:6]}********{self.id_number[-4:]}" if self.id_number else ""

    def identity(self) -> dict[str, Any]:
        """Who it is, whole, for another File about the same party."""
        names = ("kind", "name", "code", "id_number", "address", "phone", "legal_rep")
        return {name: getattr(self, name) for name in names}

    @property
    def answers(self) -> bool:
        """May this party be punished? A third person is only touched by the outcome."""
        return self.role != self.Role.THIRD

    def values(self) -> dict[str, Any]:
        """The party block of a document (law reference 4.2); empty parts are left out."""
        block = {
            "kind": self.kind,
            "name": self.name,
            "code": self.code,
            "id_number": self.masked_id,
            "address": self.address,
            "phone": self.phone,
            "legal_rep": self.legal_rep,
        }
        return {key: value for key, value in block.items() if value}
