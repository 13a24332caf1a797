"""Files that can be read in one go, and that name nobody's machine."""

from __future__ import annotations

import pytest

from tests.architecture.house import ROOT, tracked

LONGEST = 400
#: Written apart, so that this file doesn't name what it looks for.
ELSEWHERE = ["/" + "work/", "." + "library", "/" + "tmp/xz", "/" + "opt/"]
#: `service` alone is 送达.
SPARE_ROOMS = {"common", "core", "utils", "helpers", "lib", "services", "misc"}


@pytest.mark.parametrize("words", ELSEWHERE)
def test_nothing_names_the_machine_it_was_written_on(words: str) -> None:
    found = [
        str(path.relative_to(ROOT)) for path in tracked() if words.encode() in path.read_bytes()
    ]
    assert not found


def test_files_are_short() -> None:
    counted = {
        str(path.relative_to(ROOT)): len(path.read_text().splitlines())
        for path in tracked()
        if path.suffix == ".py" and "migrations" not in path.parts
    }
    assert not {name: lines for name, lines in counted.items() if lines > LONGEST}


def test_there_are_no_spare_rooms() -> None:
    """A thing without a place is a thing not yet understood."""
    found = {path for path in tracked() if SPARE_ROOMS & {path.stem, path.parent.name}}
    assert not found


def test_secrets_and_data_are_not_in_the_repository() -> None:
    for path in tracked():
        assert path.name not in ("keys.json", ".env"), path
        assert not path.is_relative_to(ROOT / ".data"), path
