"""The worker: each job at its pace, and one that fails stops nobody."""

from __future__ import annotations

from threading import Event

import pytest

from xiezhi.config.worker import Worker

pytestmark = pytest.mark.django_db


def test_a_job_that_fails_waits_longer_and_the_others_go_on(
    caplog: pytest.LogCaptureFixture,
) -> None:
    stop, done = Event(), []

    def broken() -> None:
        raise RuntimeError("the disk is full")

    def works() -> None:
        done.append(1)
        if len(done) == 3:
            stop.set()

    worker = Worker([("broken", 0.0, broken), ("works", 0.0, works)], stop)
    worker.run()
    assert len(done) == 3
    assert worker.failed == {"broken": 1}
    assert "the disk is full" in caplog.text


def test_once_is_once() -> None:
    done: list[int] = []
    Worker([("one", 0.0, lambda: done.append(1))], Event()).run(once=True)
    assert done == [1]
