"""The quick way and the library's way give the same text, or both refuse."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from xiezhi.record.canonical import _plain, canonical

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**53) + 1, 2**53 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(),
    st.text(alphabet='"\\/\b\f\n\r\t\x00\x1f\x7f\u2028\ue000\U0001f600é中'),
    st.dates(),
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(VALUES)
def test_both_ways_are_one(value: Any) -> None:
    assert canonical(value) == rfc8785.dumps(_plain(value)).decode()


@pytest.mark.parametrize(
    "value",
    [{"a": "\ud800"}, {"a": 2**53}, {"a": float("nan")}, {1: "a"}, {"a": {1, 2}}, {"a": b"x"}],
    ids=["half a pair", "too large", "not a number", "key", "set", "bytes"],
)
def test_what_has_no_text_is_refused(value: Any) -> None:
    with pytest.raises((ValueError, TypeError, rfc8785.CanonicalizationError)):
        canonical(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"b": 1, "a": [True, None]}, '{"a":[true,null],"b":1}'),
        ({"on": dt.date(2026, 3, 2)}, '{"on":"2026-03-02"}'),
        ({"\U0001f600": 1, "\ue000": 2}, '{"\U0001f600":1,"\ue000":2}'),
    ],
    ids=["sorted", "day", "by UTF-16"],
)
def test_the_text(value: Any, text: str) -> None:
    assert canonical(value) == text
