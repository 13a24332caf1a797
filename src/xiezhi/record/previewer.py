"""Lays out one preview and ends: a process of its own, started by `previewing`, with hard limits.

It is given text on its standard input and has nothing else: no database, no settings, no file
that it may write, and no more than a few seconds.
"""

from __future__ import annotations

import base64
import datetime as dt
import json
import resource
import sys
from typing import Any

from xiezhi.procedure.documents import KINDS
from xiezhi.procedure.documents.samples import NUMBER, sample_values
from xiezhi.procedure.documents.wording_pages import worded
from xiezhi.record.typesetting import pictures, typeset

SECONDS, MEMORY, FILES = 8, 3 << 30, 64
#: A screen shows no more of them; the PDF holds all.
MOST_PAGES = 12


def confine() -> None:
    """Whatever the text, this process ends soon, stays small and writes no file."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (FILES, FILES))


def laid_out(asked: dict[str, Any]) -> dict[str, Any]:
    """The pages of a document with sample values, as pictures or as one PDF, in base64."""
    kind = worded(KINDS[asked["code"]], asked["text"])
    values = sample_values(kind)
    on = dt.date.fromisoformat(asked["on"])
    number = NUMBER if kind.series else ""
    if asked["pdf"]:
        done = typeset(kind, values, agency_name=asked["agency"], number=number, on=on, draft=True)
        return {"pdf": _plain(done.pdf), "number": done.pages}
    made = pictures(kind, values, agency_name=asked["agency"], number=number, on=on)
    return {"pages": [_plain(page) for page in made[:MOST_PAGES]], "number": len(made)}


def _plain(data: bytes) -> str:
    return base64.b64encode(data).decode()


if __name__ == "__main__":
    confine()
    json.dump(laid_out(json.load(sys.stdin)), sys.stdout)
