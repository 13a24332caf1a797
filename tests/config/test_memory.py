"""What a process remembers: the same object, for so long, so many; the least asked for goes."""

from __future__ import annotations

import time

import pytest

from xiezhi.config.memory import Objects


@pytest.fixture
def three() -> Objects:
    store = Objects("test", {"OPTIONS": {"MAX_ENTRIES": 3}})
    store.clear()
    return store


def test_the_same_object_comes_back(three: Objects) -> None:
    kept: list[int] = [1]
    three.set("a", kept)
    assert three.get("a") is kept
    assert three.get("b", "none") == "none"
    assert Objects("test", {}).get("a") is kept, "another thread has another backend"


def test_it_is_forgotten_in_time(three: Objects, monkeypatch: pytest.MonkeyPatch) -> None:
    three.set("a", 1, 10)
    three.set("b", 2, None)
    three.set("c", 3, 0)
    assert three.get("c") is None
    later = time.time() + 11
    monkeypatch.setattr(time, "time", lambda: later)
    assert three.get("a") is None
    assert three.get("b") == 2


def test_what_was_asked_for_longest_ago_goes_first(three: Objects) -> None:
    for key in "abc":
        three.set(key, key)
    assert three.get("a") == "a"
    three.set("d", "d")
    assert [three.get(key) for key in "abcd"] == ["a", None, "c", "d"]


def test_it_counts_and_deletes_as_the_library_expects(three: Objects) -> None:
    assert three.add("n", 1)
    assert not three.add("n", 5)
    assert three.incr("n") == 2
    assert three.touch("n", 5)
    assert three.delete("n")
    assert not three.delete("n")
    assert not three.touch("n")
