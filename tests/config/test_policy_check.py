"""`xiezhi policy check`: another government's profile, and the statute a value would relax."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from xiezhi.config.cli import parser
from xiezhi.config.policies import check

#: A sixth government, invented: stricter than the baseline in everything it says.
MOXIAN = """\
code = "moxian"
title = "某县全面推行三项制度实施方案"
extends = "national"

[act_families]
value = ["penalty", "inspection"]
rule = "PLAN-16"
from = "方案一"

[review_days]
value = 5
rule = "PLAN-9"
from = "方案三（二）"

[annual_report_due]
value = "01-10"
rule = "PLAN-4"
from = "方案二（一）"
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "moxian.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_stricter_profile_can_be_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(written(tmp_path, MOXIAN)) == 0
    assert (
        "moxian.toml 可以使用：某县全面推行三项制度实施方案，写明 3 项" in capsys.readouterr().out
    )


def test_what_relaxes_a_statute_names_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = MOXIAN.replace('"01-10"', '"02-10"') + '[payment_days]\nvalue = 30\nrule = "PEN-19"\n'
    assert check(written(tmp_path, text)) == 1
    said = capsys.readouterr().out
    assert "不能使用，有 2 处" in said
    for each in ("不晚于 01-31", "只能是 15", "《行政处罚法》第六十七条第三款", "十五日内"):
        assert each in said


@pytest.mark.parametrize(
    ("more", "problem", "key"),
    [
        ('[decide_days]\nvalue = 91\nrule = "PEN-14"\n', "relaxes", "decide_days"),
        ('[decide_days]\nvalue = "九十"\nrule = "PEN-14"\n', "shape", "decide_days"),
        ("[decide_days]\nvalue = 80\n", "shape", "decide_days"),
        ('[decide_days]\nvalue = 80\nrule = "PEN-999"\n', "unknown_rule", "decide_days"),
        ('[decide_dayz]\nvalue = 80\nrule = "PEN-14"\n', "unknown_key", "decide_dayz"),
        ("[decide_days\n", "toml", None),
    ],
)
def test_the_answer_for_machines_keeps_its_shape(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: str, problem: str, key: str | None
) -> None:
    assert check(written(tmp_path, MOXIAN + more), as_json=True) == 1
    made = json.loads(capsys.readouterr().out)
    assert list(made) == ["file", "code", "title", "extends", "values", "ok", "faults"]
    assert made["ok"] is False
    (fault,) = made["faults"]
    assert list(fault) == [
        *("problem", "key", "value", "floor", "rule", "law", "article", "quote", "say")
    ]
    assert (fault["problem"], fault["key"]) == (problem, key)


def test_a_relaxed_value_has_its_floor_and_article(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    check(written(tmp_path, MOXIAN + '[decide_days]\nvalue = 91\nrule = "PEN-14"\n'), as_json=True)
    (fault,) = json.loads(capsys.readouterr().out)["faults"]
    assert (fault["value"], fault["floor"]) == (91, "不超过 90")
    assert (fault["rule"], fault["law"], fault["article"]) == ("PEN-14", "行政处罚法", "第六十条")


def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    for file in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(ImproperlyConfigured, match="读不了"):
            check(file)
    broken = tmp_path / "gb.toml"
    broken.write_bytes("某县".encode("gb18030"))
    with pytest.raises(ImproperlyConfigured, match="读不了"):
        check(broken)


def test_the_command_line_leads_there(tmp_path: Path) -> None:
    file = written(tmp_path, MOXIAN)
    asked = parser().parse_args(["policy", "check", str(file), "--json"])
    assert asked.function(asked) == 0
