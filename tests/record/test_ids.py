"""Ids are of version 7: sorted by the time at which they were made, never twice the same."""

from __future__ import annotations

import time
import uuid

from xiezhi.record.ids import new_id


def test_it_says_of_which_kind_it_is() -> None:
    made = new_id()
    assert (made.version, made.variant) == (7, uuid.RFC_4122)


def test_it_begins_with_its_millisecond() -> None:
    before, made, after = time.time_ns(), new_id(), time.time_ns()
    assert before // 1_000_000 <= made.int >> 80 <= after // 1_000_000


def test_no_two_are_the_same() -> None:
    assert len({new_id() for _ in range(10_000)}) == 10_000
