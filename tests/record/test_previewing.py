"""Previews of a wording: every document, within limits, whatever the text."""

from __future__ import annotations

import base64
import datetime as dt
import subprocess
import sys
import threading
import time
from typing import Any

import pytest

from tests.procedure.test_wording_sandbox import ATTACKS
from xiezhi.procedure.documents import KINDS
from xiezhi.procedure.documents.samples import sample_values
from xiezhi.procedure.documents.wording import wordable
from xiezhi.procedure.documents.wording_pages import declared
from xiezhi.record import previewing
from xiezhi.record.previewer import MOST_PAGES, laid_out
from xiezhi.record.previewing import NoPreview, preview, preview_pdf
from xiezhi.record.typesetting import pictures

DAY = dt.date(2026, 11, 22)
DECISION = KINDS["penalty.decision"]
LINES = list(declared(DECISION))
AGENCY = "示例执法机关"


def test_pages_and_pdf_say_the_same() -> None:
    made = preview(DECISION, [*LINES, "样张里的话。"], agency=AGENCY, on=DAY)
    assert made.number == len(made.pictures) >= 3
    assert all(base64.b64decode(page).startswith(b"\x89PNG") for page in made.pictures)
    pdf = preview_pdf(DECISION, LINES, agency=AGENCY, on=DAY)
    assert pdf.startswith(b"%PDF")


@pytest.mark.slow
@pytest.mark.parametrize("code", [code for code, kind in KINDS.items() if wordable(kind)])
def test_every_document_can_be_looked_at(code: str) -> None:
    asked = {"code": code, "text": "\n".join(declared(KINDS[code])), "agency": AGENCY}
    made = laid_out({**asked, "on": DAY.isoformat(), "pdf": False})
    assert made["number"] >= 1
    assert laid_out({**asked, "on": DAY.isoformat(), "pdf": True})["pdf"]


def test_hostile_text_is_printed_or_left_out() -> None:
    """All attacks at once: what can't be read is skipped, nothing runs, nothing is read."""
    kind = DECISION
    made = preview(kind, [*LINES, *ATTACKS], agency='#read("/etc/passwd")', on=DAY)
    assert made.number >= 3
    assert pictures(kind, sample_values(kind), agency_name="\\{x}", number="#1", on=DAY)


def test_a_long_text_is_cut_on_the_screen() -> None:
    made = preview(DECISION, ["字" * 1900] * 12, agency=AGENCY, on=DAY)
    assert made.number > MOST_PAGES
    assert len(made.pictures) == MOST_PAGES


def test_what_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(previewing, "SECONDS", 0.01)
    began = time.monotonic()
    with pytest.raises(NoPreview, match="用时过长"):
        preview(DECISION, LINES, agency=AGENCY, on=DAY)
    assert time.monotonic() - began < 5
    monkeypatch.undo()
    assert preview(DECISION, LINES, agency=AGENCY, on=DAY).number, "its place is free again"


def test_two_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(previewing, "_PLACES", threading.BoundedSemaphore(1))
    monkeypatch.setattr(previewing, "_WAIT", 0.01)
    assert previewing._PLACES.acquire()
    with pytest.raises(NoPreview, match="稍后再看"):
        preview(DECISION, LINES, agency=AGENCY, on=DAY)


def test_what_cant_be_laid_out_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_args: Any, **_more: Any) -> None:
        raise subprocess.CalledProcessError(1, "x")

    monkeypatch.setattr(subprocess, "run", failing)
    with pytest.raises(NoPreview, match="不能排版"):
        preview(DECISION, LINES, agency=AGENCY, on=DAY)


@pytest.mark.parametrize(
    "tries",
    [
        "with open('/tmp/xiezhi-preview', 'w') as file: file.write('x')",
        "[open('/dev/null') for _ in range(200)]",
        "bytearray(8 << 30)",
        "\nwhile True: pass",
    ],
)
def test_the_process_is_confined(tries: str) -> None:
    """No file, few handles, little memory, a few seconds: also for whoever got in there."""
    code = f"import xiezhi.record.previewer as p\np.SECONDS = 1\np.confine()\n{tries}"
    ran = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, timeout=20, check=False
    )
    assert ran.returncode != 0
