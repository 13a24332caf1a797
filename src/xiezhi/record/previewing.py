"""A wording looked at before it is released: sample values, a draft's watermark, nothing stored.

Pages are laid out by a process of its own, so that a text that takes too long or too much takes
it from nobody: at most two at a time, a few seconds each, killed after that.
"""

from __future__ import annotations

import base64
import datetime as dt
import json
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xiezhi.procedure.documents import DocumentKind
from xiezhi.procedure.documents.wording import kept

#: More than the process gives itself, for its start.
SECONDS = 12
_PLACES = threading.BoundedSemaphore(2)
_WAIT = 6


class NoPreview(Exception):
    """Why there is none, as a sentence for the page."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The first pages as PNG in base64, and how many there are."""

    pictures: Sequence[str]
    number: int


def preview(kind: DocumentKind, lines: Sequence[str], *, agency: str, on: dt.date) -> Pages:
    """The document as it would be printed, as pictures."""
    made = _laid_out(kind, lines, agency, on, pdf=False)
    return Pages(made["pages"], made["number"])


def preview_pdf(kind: DocumentKind, lines: Sequence[str], *, agency: str, on: dt.date) -> bytes:
    """The document as it would be printed, as PDF."""
    return base64.b64decode(_laid_out(kind, lines, agency, on, pdf=True)["pdf"])


def _laid_out(
    kind: DocumentKind, lines: Sequence[str], agency: str, on: dt.date, *, pdf: bool
) -> dict[str, Any]:
    text = "\n".join(kept(kind, line) for line in lines)
    asked = {"code": kind.code, "text": text, "agency": agency, "on": on.isoformat(), "pdf": pdf}
    if not _PLACES.acquire(timeout=_WAIT):
        raise NoPreview("同时预览的人较多，请稍后再看。")
    try:
        ran = subprocess.run(
            [sys.executable, "-I", "-m", "xiezhi.record.previewer"],
            input=json.dumps(asked).encode(),
            capture_output=True,
            timeout=SECONDS,
            env={"RAYON_NUM_THREADS": "1"},
            check=True,
        )
    except subprocess.TimeoutExpired:
        raise NoPreview("排版用时过长，没有预览。请缩短文字。") from None
    except subprocess.CalledProcessError:
        raise NoPreview("这份文字不能排版，没有预览。") from None
    finally:
        _PLACES.release()
    made: dict[str, Any] = json.loads(ran.stdout)
    return made
