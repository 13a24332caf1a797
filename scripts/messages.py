"""Compile our translations of libraries' pages: every .po of the source into the .mo beside it.

Run `python scripts/messages.py` after editing a .po; a test holds the two together.
"""

from __future__ import annotations

import ast
import struct
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src"


def read(text: str) -> dict[str, str]:
    """msgid → msgstr. One line each: our files need no plurals, contexts or continuations."""
    found: dict[str, str] = {}
    wanted = ""
    for line in text.splitlines():
        keyword, _, rest = line.partition(" ")
        if keyword == "msgid":
            wanted = ast.literal_eval(rest)
        elif keyword == "msgstr":
            found[wanted] = ast.literal_eval(rest)
    return found


def compiled(messages: dict[str, str]) -> bytes:
    """The GNU .mo layout: two tables of length and offset, then the strings, sorted by msgid."""
    pairs = sorted((k.encode(), v.encode()) for k, v in messages.items())
    start = 28 + 16 * len(pairs)
    tables, strings = [], b""
    for column in (0, 1):
        for pair in pairs:
            tables.append(struct.pack("<II", len(pair[column]), start + len(strings)))
            strings += pair[column] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, start)
    return head + b"".join(tables) + strings


def main() -> None:
    for po in SOURCE.rglob("*.po"):
        po.with_suffix(".mo").write_bytes(compiled(read(po.read_text(encoding="utf-8"))))


if __name__ == "__main__":
    main()
