"""What the running program writes down about itself: never whom a case is about."""

from __future__ import annotations

import logging
import re

#: The row that a constraint refused, as the database quotes it.
_ROW = re.compile(r"^(\s*DETAIL:).*$", re.MULTILINE)
#: ID, bank account and telephone numbers; keys of the API.
_NUMBER = re.compile(r"(?<![0-9A-Za-z])(?:[0-9]{14,18}[0-9Xx]|1[3-9][0-9]{9})(?![0-9A-Za-z])")
_KEY = re.compile(r"\bxz_[\w-]{8,}")


class Discreet(logging.Formatter):
    """Lines in which values of persons are covered, wherever an exception brought them from."""

    def format(self, record: logging.LogRecord) -> str:
        text = _ROW.sub(r"\1 (not logged)", super().format(record))
        return _KEY.sub("xz_***", _NUMBER.sub(_covered, text))


def _covered(found: re.Match[str]) -> str:
    number = found[0]
    return f"{number[:3]}{'*' * (len(number) - 5)}{number[-2:]}"
