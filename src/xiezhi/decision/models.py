"""决定: made from a Clearance only; then served, performed, closed."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from xiezhi.casework.models import Party
from xiezhi.identity.models import Organ, Person
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.steps import ActKind
from xiezhi.record.models import File, Material, Participant, Seal
from xiezhi.review.models import Clearance


class Decision(models.Model):
    """A decision in a File. `no_review_no_decision` is its foreign key to a Clearance.

    Outside the summary procedure the decider is no handler (处罚法 art. 57): by the participant's
    one capacity in the File.
    """

    class Procedure(models.TextChoices):
        GENERAL = "general", "普通程序"
        SUMMARY = "summary", "简易程序"

    file = models.OneToOneField(File, on_delete=models.PROTECT, related_name="+")
    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, related_name="+")
    clearance = models.OneToOneField(Clearance, on_delete=models.PROTECT, related_name="+")
    material = models.OneToOneField(Material, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    procedure = models.CharField("程序", max_length=10, choices=Procedure)
    outcome = models.CharField("结论", max_length=40)
    decider = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=16, default=Participant.Capacity.DECIDER)
    number = models.CharField("决定书文号", max_length=80)
    on = models.DateField("决定日期")
    seq = models.IntegerField("所在记录序号")
    kinds = ArrayField(models.CharField(max_length=30), default=list, verbose_name="处罚种类")
    fine = models.DecimalField("罚款", max_digits=16, decimal_places=2, default=Decimal(0))
    gains = models.DecimalField("没收违法所得", max_digits=16, decimal_places=2, default=Decimal(0))
    goods_value = models.DecimalField(
        "没收非法财物价值", max_digits=16, decimal_places=2, default=Decimal(0)
    )
    amount = models.DecimalField(
        "征收、收费数额", max_digits=16, decimal_places=2, default=Decimal(0)
    )
    gist = models.CharField("决定内容", max_length=500)
    cause = models.CharField("案由", max_length=200)
    law_text = models.CharField("依据", max_length=500)
    party_name = models.CharField("当事人", max_length=200)
    party_kind = models.CharField("当事人类型", max_length=20)
    party_code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    party_is_minor = models.BooleanField("未成年人", null=True)
    salt = models.CharField("承诺盐", max_length=64)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = "决定"
        verbose_name_plural = "决定"
        indexes: ClassVar = [
            models.Index(fields=["agency", "-on"], name="decision_by_agency"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["agency", "number"], name="decision_number_is_unique_in_its_agency"
            ),
            models.CheckConstraint(
                condition=Q(procedure="general", capacity="decider")
                | Q(procedure="summary", capacity="handler"),
                name="decider_is_not_handler",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def payable(self) -> Decimal:
        """What the party has to pay: fine, confiscated gains, or what is levied or charged."""
        return self.fine + self.gains + self.amount

    @property
    def kind(self) -> ActKind:
        """The act kind it was made in."""
        return KINDS[self.file.kind]

    @property
    def disclosure(self) -> str:
        """The class in which it is published, or "none"."""
        return self.kind.disclosure

    @property
    def outcome_label(self) -> str:
        """结论 in words: 给予行政处罚, 准予许可 …"""
        outcome = self.kind.outcome(self.outcome)
        return outcome.label if outcome else self.outcome


class Payment(models.Model):
    """缴款: money that came in for a decision."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="payments")
    amount = models.DecimalField("金额", max_digits=16, decimal_places=2)
    paid_on = models.DateField("缴款日期")
    receipt = models.CharField("票据号", max_length=60, blank=True)
    party = models.ForeignKey(
        Party,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="当事人",
        help_text="有多个当事人的，是谁缴的。",
    )
    seq = models.IntegerField("所在记录序号")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="payment_is_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.amount}"


class Revocation(models.Model):
    """撤销或者变更: by whom, why, on what day (处罚法 arts. 48, 75)."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="revocation")
    ground = models.CharField("事由", max_length=20)
    reason = models.TextField("理由")
    reference = models.CharField("依据文书", max_length=100, blank=True)
    on = models.DateField("日期")
    seq = models.IntegerField("所在记录序号")

    def __str__(self) -> str:
        return self.reason
