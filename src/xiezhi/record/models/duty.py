"""The work list: what waits for whom."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from xiezhi.identity.models import Organ, Person


class Duty(models.Model):
    """What is to be done next in a File, by whom, by when, why. Derived: rewritten by act().

    The database doesn't look up what a row points at: it is taken from the File and its
    participants, where it is looked up, and each look would lock the agency's row at every act.
    """

    file = models.ForeignKey(
        "record.File", on_delete=models.CASCADE, related_name="duties", db_constraint=False
    )
    agency = models.ForeignKey(
        Organ, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )
    unit = models.ForeignKey(
        Organ, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )
    act = models.CharField(max_length=60)
    role = models.CharField(max_length=16)
    person = models.ForeignKey(
        Person,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    due = models.DateField(null=True)
    due_at = models.DateTimeField(null=True, help_text="limits in hours: the last minute")
    warn_on = models.DateField(null=True)
    light = models.CharField(max_length=12, blank=True, help_text="paused | provisional | ''")
    rule = models.CharField(max_length=20, blank=True)
    why = models.CharField(max_length=300)

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["person", "due"], name="duty_of_person", condition=Q(person__isnull=False)
            ),
            models.Index(fields=["agency", "role", "due"], name="duty_by_role"),
            models.Index(fields=["unit", "role", "due"], name="duty_by_unit_role"),
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.due}"
