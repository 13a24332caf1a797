"""The public log's tables: the queue, its leaves, tiles and signed checkpoints."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone


class Outbox(models.Model):
    """Leaf data committed with its act, waiting to be sequenced into the log."""

    id = models.BigAutoField(primary_key=True)
    data = models.BinaryField()
    entry = models.ForeignKey("record.Entry", null=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.pk)


class Leaf(models.Model):
    """A leaf of the Merkle log: a salted hash or a public commitment, never contents."""

    index = models.BigIntegerField(primary_key=True)
    data = models.BinaryField()
    entry = models.OneToOneField(
        "record.Entry", null=True, on_delete=models.PROTECT, related_name="leaf"
    )

    def __str__(self) -> str:
        return str(self.index)


class Tile(models.Model):
    """A tile of up to 256 hashes at a level of the tree; it only grows (C2SP tlog-tiles)."""

    level = models.IntegerField()
    index = models.BigIntegerField()
    data = models.BinaryField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["level", "index"], name="one_tile_a_place"),
        ]

    def __str__(self) -> str:
        return f"{self.level}/{self.index}"


class Checkpoint(models.Model):
    """A signed statement of the log's size and root (C2SP tlog-checkpoint)."""

    size = models.BigIntegerField()
    root = models.BinaryField()
    note = models.TextField()
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["-size"], name="checkpoint_by_size")]

    def __str__(self) -> str:
        return str(self.size)
