"""Sweeps of disclosure: whatever the passing of time makes due here, found and done."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils import timezone

from xiezhi.disclosure import actions


def sweep(today: dt.date | None = None) -> dict[str, int]:
    """Forget the words of pages whose term is over; count the pairs of new ones. Repeatable."""
    day = today or timezone.localdate()
    return {"ended": actions.forget_ended(day), "counted": _count()}


def _count() -> int:
    """In batches of their own, so that no publication waits for the counting of others."""
    whole = 0
    while True:
        with transaction.atomic():
            done = actions.count_pairs()
        whole += done
        if done == 0:
            return whole
