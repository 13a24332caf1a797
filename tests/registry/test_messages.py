"""Translations of libraries' pages are compiled from what stands beside them."""

from __future__ import annotations

from django.utils import translation

from scripts.messages import SOURCE, compiled, read


def test_the_compiled_words_are_those_written() -> None:
    files = list(SOURCE.rglob("*.po"))
    assert files
    for po in files:
        written = compiled(read(po.read_text(encoding="utf-8")))
        assert po.with_suffix(".mo").read_bytes() == written, "run scripts/messages.py"


def test_the_librarys_words_are_chinese() -> None:
    with translation.override("zh-hans"):
        assert translation.gettext("Filters") == "筛选"
        assert translation.gettext("Choose file to upload") == "选择文件"
