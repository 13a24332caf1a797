"""Signed notes as C2SP writes them, and the key file."""

from __future__ import annotations

import datetime as dt
import decimal
import enum
import stat
import uuid
from pathlib import Path
from typing import Any

import pytest

from xiezhi.record import notes
from xiezhi.record.canonical import canonical, digest, moment

ANPING = notes.Signer("anping.example/log", 0x01, bytes(range(32)))
OTHER = notes.Signer.generate("other.example/log")
NOTE = ANPING.sign("凡事有据\n\n可查\n")


def test_a_key_signs_the_same_text_the_same_way_for_ever() -> None:
    assert str(ANPING.key) == (
        "anping.example/log+a6768335+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
    )
    assert notes.Signer.parse(ANPING.encode()) == ANPING


def test_the_signers_of_a_note_are_those_of_the_known_keys_that_signed() -> None:
    both = NOTE + OTHER.line("凡事有据\n\n可查\n")
    known = [notes.VerifierKey.parse(str(key)) for key in (OTHER.key, ANPING.key)]
    assert notes.Note.parse(NOTE).signed_by(known) == [ANPING.key]
    assert notes.Note.parse(both).signed_by(known) == [ANPING.key, OTHER.key]


def test_a_known_key_whose_signature_fails_spoils_the_note() -> None:
    spoiled = notes.Note.parse(NOTE.replace("有据", "无据"))
    with pytest.raises(notes.NoteError):
        spoiled.signed_by([ANPING.key])
    assert spoiled.signed_by([OTHER.key]) == []


@pytest.mark.parametrize(
    "bad",
    ["", "a\n", "a\n\n", "a\n\nb\n", "a\n\n— n !\n", "a\n\n— n AAAA\n", "a\t\n\n— n AAAAAAAA\n"],
)
def test_what_is_no_note_is_refused(bad: str) -> None:
    with pytest.raises(notes.NoteError):
        notes.Note.parse(bad)


@pytest.mark.parametrize(
    "bad",
    ["", "a+b", str(ANPING.key).replace("+a6", "+a7"), str(ANPING.key).replace("anping", "an")],
)
def test_what_is_no_key_is_refused(bad: str) -> None:
    with pytest.raises(notes.NoteError):
        notes.VerifierKey.parse(bad)


@pytest.mark.parametrize(
    "text", ["log\n-1\nAAAA\n", "log\n01\n" + "A" * 43 + "=\n", "log\n1\nAAAA\n", "\n1\n\n", "x"]
)
def test_what_is_no_head_is_refused(text: str) -> None:
    with pytest.raises(notes.NoteError):
        notes.Head.parse(text)


def test_a_head_is_believed_only_from_a_key_of_its_own_log() -> None:
    ours, theirs = notes.Signer.generate("ours/log"), notes.Signer.generate("theirs/log")
    head = notes.Head("ours/log", 7, bytes(32))
    assert notes.opened(ours.sign(head.text), [ours.key, theirs.key]) == head
    for note in (theirs.sign(head.text), ours.sign(notes.Head("theirs/log", 7, bytes(32)).text)):
        with pytest.raises(notes.NoteError):
            notes.opened(note, [ours.key, theirs.key])


def test_the_signing_key_is_made_once_and_is_its_owners_only(tmp_path: Path) -> None:
    path = tmp_path / "log.key"
    made = notes.load_signer(path, "anping.example/log")
    assert notes.load_signer(path, "another name") == made
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert notes.known_keys(path) == [made.key]
    assert repr(made.secret)[2:-1] not in repr(made)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["log.key", "log.pub"]


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\nb"])
def test_a_log_needs_a_name_that_fits_into_a_note(name: str, tmp_path: Path) -> None:
    with pytest.raises(notes.NoteError):
        notes.load_signer(tmp_path / "log.key", name)


class Outcome(enum.StrEnum):
    PUNISH = "punish"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"b": 1, "a": None, "元": "罚"}, '{"a":null,"b":1,"元":"罚"}'),
        ({"on": dt.date(2026, 11, 2)}, '{"on":"2026-11-02"}'),
        ([decimal.Decimal("3000.00"), decimal.Decimal("1E+2")], '["3000.00","100"]'),
        (uuid.UUID(int=1), '"00000000-0000-0000-0000-000000000001"'),
        ((Outcome.PUNISH, True), '["punish",true]'),
        (dt.datetime(2026, 1, 1, tzinfo=dt.UTC), '"2026-01-01T00:00:00.000000Z"'),
        ([1e21, 1.5, -0.0], "[1e+21,1.5,0]"),
    ],
)
def test_one_meaning_has_one_text(value: Any, text: str) -> None:
    assert canonical(value) == text


@pytest.mark.parametrize(
    "value",
    [object(), {1: "a"}, b"x", {"a"}, dt.datetime(2026, 1, 1), float("nan"), 2**60],  # noqa: DTZ001
)
def test_what_has_no_agreed_text_is_refused(value: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        canonical(value)


def test_midnight_in_shanghai_is_hashed_as_the_day_before_in_utc() -> None:
    shanghai = dt.timezone(dt.timedelta(hours=8))
    assert moment(dt.datetime(2026, 1, 1, tzinfo=shanghai)) == "2025-12-31T16:00:00.000000Z"
    assert digest({"a": 1}) == digest({"a": 1})
