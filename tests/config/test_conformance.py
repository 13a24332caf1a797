"""Every row of what the plans ask for is named, and what it claims is there."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.urls import get_resolver

from xiezhi.config.conformance import SECTIONS, Built, Row, counts, report, rows
from xiezhi.procedure.families import FAMILIES
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.policy import POLICIES
from xiezhi.procedure.policykeys import KEYS
from xiezhi.procedure.rulebook import RULES

ROOT = Path(__file__).resolve().parents[2]
#: What the rows are rows of, where this copy of the source stands beside it.
ASKED = ROOT.parent / "shared" / "requirements.md"
EACH_ROW = pytest.mark.parametrize("row", rows(), ids=lambda row: row.id)


def ids(text: str) -> set[str]:
    """The ids that requirements.md defines: X in one line, the others one a line."""
    (acts,) = re.findall(r"^## X\..*\n(.*)$", text, flags=re.MULTILINE)
    return {
        *re.findall(r"\bX\d+\b", acts),
        *re.findall(r"^- ([GPRLSID]\d+) ", text, flags=re.MULTILINE),
    }


@pytest.mark.skipif(not ASKED.exists(), reason="what the plans ask for isn't beside this source")
def test_no_row_is_forgotten() -> None:
    asked = ids(ASKED.read_text(encoding="utf-8"))
    assert len(asked) > 60
    assert {row.id for row in rows()} == asked


def test_rows_are_whole() -> None:
    assert len({row.id for row in rows()}) == len(rows()) == 71
    assert {row.id[0] for row in rows()} == set(SECTIONS)
    assert {row.family for row in rows() if row.id[0] == "X"} == set(FAMILIES)


@EACH_ROW
def test_what_a_row_names_is_there(row: Row) -> None:
    """Rules, keys, tests and screens exist; what isn't whole says what is missing."""
    assert set(row.rule_codes) <= set(RULES)
    for asked in row.rules:
        assert asked.rstrip("*")
        assert asked.endswith("*") or asked in RULES
    assert set(row.keys) <= set(KEYS)
    for test in row.tests:
        path, _, function = test.partition("::")
        text = (ROOT / path).read_text(encoding="utf-8")
        assert re.search(rf"^def {re.escape(function)}\(", text, flags=re.MULTILINE), test
    assert not row.screen or row.screen in names()
    assert bool(row.lacks) is (row.built is not Built.YES)
    assert row.screen or row.built is not Built.YES, "what is built is seen somewhere"


def names() -> set[str]:
    """Every name of an address, with its namespaces."""
    found: set[str] = set()
    waiting = [("", get_resolver())]
    while waiting:
        before, resolver = waiting.pop()
        found |= {f"{before}{name}" for name in resolver.reverse_dict if isinstance(name, str)}
        for space, (_, below) in resolver.namespace_dict.items():
            waiting.append((f"{before}{space}:", below))
    return found


def test_built_is_derived() -> None:
    """Nobody can claim a row: without a test, or without a kind of its family, it isn't built."""
    tests = ("tests/a.py::test_b",)
    assert Row("X2", "…", tests=(), missing="…").built is Built.NO
    assert Row("X2", "…", tests=tests, missing="…").built is Built.PARTLY
    assert Row("X2", "…", tests=tests).built is Built.YES
    nowhere = Row("X2", "…", family="nowhere", tests=tests)
    assert (nowhere.built, nowhere.lacks) == (Built.NO, "No kind of this family is declared.")
    assert Row("X1", "…", family="penalty").kinds == tuple(
        code for code in KINDS if code.startswith("penalty.")
    )


def test_values_are_those_of_the_plans() -> None:
    (row,) = [row for row in rows() if row.id == "P10"]
    assert row.values["annual_report_due"] == {"S1": "01-31", "S2": "01-15", "national": "01-31"}
    for each in rows():
        assert all("national" in values for values in each.values.values())


def test_the_shape_for_machines_is_kept() -> None:
    made = report()
    assert set(made) == {"counts", "rows"}
    assert set(made["counts"]) == {"yes", "partly", "not yet"}
    assert sum(counts().values()) == len(made["rows"])
    shape: dict[str, Any] = {
        "id": str,
        "title": str,
        "section": str,
        "built": str,
        "missing": (str, type(None)),
        "kinds": list,
        "plans": list,
        "rules": list,
        "values": dict,
        "tests": list,
        "screen": (str, type(None)),
    }
    for row in made["rows"]:
        assert list(row) == list(shape)
        for name, kind in shape.items():
            assert isinstance(row[name], kind), (row["id"], name)
        for values in row["values"].values():
            assert set(values) <= set(POLICIES)


def xiezhi(*arguments: str) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-m", "xiezhi.config.cli", *arguments]
    return subprocess.run(program, capture_output=True, text=True, check=False)


def test_the_command_needs_no_database() -> None:
    ended = xiezhi("conformance", "--json")
    assert (ended.returncode, json.loads(ended.stdout)) == (0, report())
    assert f"{len(rows())} 项" in xiezhi("conformance").stdout
