"""法制审核: what was submitted, what was said of it, and the Clearance a decision is made from.

The gate is the shape of these tables (design: no review, no decision). A Clearance points at an
approved opinion or an exemption of the same File and the same Seal, by composite foreign keys;
a Decision points at a Clearance the same way. There is no other road to a Decision.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from xiezhi.identity.models import Person
from xiezhi.record.models import File, Participant, Seal


class Submission(models.Model):
    """送审: a sealed state of the File, handed to the reviewers."""

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, related_name="+")
    round = models.IntegerField("第几轮")
    seq = models.IntegerField("所在记录序号")
    submitted_on = models.DateField("送审日期")
    answer = models.TextField("对上一轮意见的答复", blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["file", "round"], name="one_submission_a_round"),
            models.UniqueConstraint(
                fields=["id", "file", "seal"], name="submission_of_file_and_seal"
            ),
        ]

    def __str__(self) -> str:
        return f"第 {self.round} 轮"


class Opinion(models.Model):
    """审核意见: ten answers, each with the material relied on, and a verdict with reasons."""

    class Verdict(models.TextChoices):
        APPROVED = "approved", "同意"
        CORRECT = "correct", "纠正"
        TRANSFER = "transfer", "移送"

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    submission = models.OneToOneField(Submission, on_delete=models.PROTECT, related_name="+")
    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField("意见", max_length=12, choices=Verdict)
    reviewer = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=16, default=Participant.Capacity.REVIEWER)
    answers = models.JSONField("逐项结论")
    reasons = models.TextField("理由和依据")
    seq = models.IntegerField("所在记录序号")
    given_on = models.DateField("出具日期")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["id", "file", "seal", "verdict"], name="opinion_with_verdict"
            ),
            models.CheckConstraint(
                condition=Q(capacity="reviewer"), name="opinion_is_given_as_reviewer"
            ),
        ]

    def __str__(self) -> str:
        return self.get_verdict_display()


class Exemption(models.Model):
    """不属于法制审核范围: every ground denied, each with the fact that denies it."""

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, related_name="+")
    grounds = models.JSONField("逐项核对")
    seq = models.IntegerField("所在记录序号")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["id", "file", "seal"], name="exemption_of_file_and_seal"
            ),
        ]

    def __str__(self) -> str:
        return "不属于审核范围"


class Clearance(models.Model):
    """What a decision is made from, as a cake from eggs: one passed review of one sealed state."""

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, related_name="+")
    opinion = models.OneToOneField(
        Opinion, null=True, on_delete=models.PROTECT, related_name="clearance"
    )
    exemption = models.OneToOneField(
        Exemption, null=True, on_delete=models.PROTECT, related_name="clearance"
    )
    verdict = models.CharField(max_length=12, default=Opinion.Verdict.APPROVED)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["id", "file", "seal"], name="clearance_of_file_and_seal"
            ),
            models.CheckConstraint(
                condition=Q(opinion__isnull=False, exemption__isnull=True)
                | Q(opinion__isnull=True, exemption__isnull=False),
                name="clearance_has_one_ground",
            ),
            models.CheckConstraint(
                condition=Q(verdict="approved"), name="clearance_only_of_an_approval"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.file_id} 通过"
