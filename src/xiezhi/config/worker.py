"""Everything that isn't done while somebody waits for it, each at its own pace."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from threading import Event

from django.db import close_old_connections

from xiezhi.disclosure import tasks as disclosure
from xiezhi.record import log
from xiezhi.record.renditions import Following

logger = logging.getLogger("xiezhi.work")

Job = Callable[[], object]
_FIRST, _LONGEST = 1.0, 60.0


def jobs() -> list[tuple[str, float, Job]]:
    """Name, seconds between two runs, what is done."""
    return [
        ("sequence", 0.5, log.sequence_all),
        ("render", 2.0, Following()),
        ("disclosure", 60.0, disclosure.sweep),
    ]


class Worker:
    """Runs each job at its pace; a job that fails waits longer and never stops the others."""

    def __init__(self, asked: list[tuple[str, float, Job]], stop: Event) -> None:
        self.asked, self.stop = asked, stop
        self.next: dict[str, float] = dict.fromkeys((name for name, _, _ in asked), 0.0)
        self.failed: dict[str, int] = {}

    def run(self, *, once: bool = False) -> None:
        while not self.stop.is_set():
            for name, pace, job in self.asked:
                if self.next[name] <= time.monotonic() and not self.stop.is_set():
                    self.next[name] = time.monotonic() + self._one(name, pace, job)
            if once:
                return
            soonest = min(self.next.values()) - time.monotonic()
            self.stop.wait(max(0.05, soonest))

    def _one(self, name: str, pace: float, job: Job) -> float:
        """Do a job; the seconds until it is due again."""
        close_old_connections()
        try:
            job()
        except Exception:
            self.failed[name] = self.failed.get(name, 0) + 1
            logger.exception("%s failed %d times", name, self.failed[name])
            return float(min(_LONGEST, _FIRST * 2 ** min(self.failed[name], 6)))
        self.failed.pop(name, None)
        return pace
