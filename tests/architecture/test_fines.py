"""Nobody is ranked by fines (处罚法 art. 74(3)): nothing adds money up across cases or sorts by it.

So no page, API operation, export or policy value can.

A sum inside one case (what is still owed) is plain arithmetic in `procedure`, which never sees more
than one File. Outside it, asking the database for an aggregate of money, or putting rows in the
order of money, is refused here, before anybody can build a ranking on it.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db.models import DecimalField

from tests.architecture.house import ROOT, SOURCE, modules
from xiezhi.procedure.documents import KINDS as DOCUMENTS
from xiezhi.procedure.documents.model import FieldKind
from xiezhi.procedure.policy import KEYS

MONEY = frozenset(
    {"payable"}
    | {f.name for m in apps.get_models() for f in m._meta.fields if isinstance(f, DecimalField)}
    | {f.name for k in DOCUMENTS.values() for f in k.fields if f.kind is FieldKind.MONEY}
)
_ADDS = {"Sum", "Avg", "Max", "Min", "StdDev", "Window", "aggregate"}
_SORTS = {"order_by", "sorted", "sort", "nlargest", "nsmallest", "Rank", "DenseRank"}
_SQL = re.compile(
    rf"\b(sum|avg|max|min|rank|order\s+by)\b[^;]{{0,60}}?\b({'|'.join(sorted(MONEY))})\b",
    re.IGNORECASE,
)


def _named(node: ast.AST) -> Iterator[str]:
    """The names that a call speaks of: `decision__fine`, `row.fine`, `row["fine"]`."""
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value.lstrip("-").rpartition("__")[2]
        elif isinstance(each, ast.Attribute):
            yield each.attr
        elif isinstance(each, ast.Name):
            yield each.id


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def rankings(tree: ast.AST) -> Iterator[str]:
    """Everything in this code that adds up or sorts by money across rows of the database."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node) in _ADDS | _SORTS:
            said = [*node.args, *(word.value for word in node.keywords)]
            if found := MONEY & {name for each in said for name in _named(each)}:
                yield f"line {node.lineno}: {_called(node)} of {sorted(found)}"
        elif isinstance(node, ast.Constant) and "SELECT" in str(node.value):
            yield from (f"line {node.lineno}: {sql[0]}" for sql in _SQL.finditer(str(node.value)))
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "ordering":
            found = MONEY & set(_named(node.value))
            yield from (f"line {node.lineno}: ordering by {name}" for name in sorted(found))


@pytest.mark.rule("PEN-28")
@pytest.mark.parametrize(
    ("code", "ranks"),
    [
        ('rows.values("agency").annotate(total=Sum("decision__fine"))', True),
        ('rows.aggregate(n=Avg("fine"))', True),
        ('rows.order_by("-fine")', True),
        ("sorted(agencies, key=lambda agency: agency.fine)", True),
        ('class Meta:\n    ordering = ["-gains"]', True),
        ('"SELECT agency, SUM(d.fine) FROM decision d GROUP BY agency"', True),
        ('rows.values("agency").annotate(n=Count("*"))', False),
        ('rows.order_by("-decided_on")', False),
        ('fine = row["fine"]', False),
    ],
)
def test_a_ranking_by_fines_would_be_seen(code: str, ranks: bool) -> None:
    assert bool(list(rankings(ast.parse(code)))) is ranks


@pytest.mark.rule("PEN-28")
def test_nothing_outside_the_procedure_adds_up_or_sorts_by_money() -> None:
    found = {
        path.relative_to(SOURCE).as_posix(): seen
        for path, tree in modules()
        if path.relative_to(SOURCE).parts[0] != "procedure" and (seen := list(rankings(tree)))
    }
    assert found == {}


def _described(node: Any) -> Iterator[str]:
    """Every property and parameter of the API's description, with its words."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name == "properties" and isinstance(value, dict):
                yield from value
            if name == "name" and isinstance(value, str) and "in" in node:
                yield value
            yield from _described(value)
    elif isinstance(node, list):
        for each in node:
            yield from _described(each)


@pytest.mark.rule("PEN-28")
def test_the_api_offers_no_total_of_fines() -> None:
    text = (ROOT / "docs" / "reference" / "openapi.json").read_text(encoding="utf-8")
    names = set(_described(json.loads(text)))
    assert len(names) > 300, "the description is read whole"
    told = re.compile(r"(total|sum|rank|average|top)_?(of_)?(fine|penalt|gains)|fines|revenue")
    assert [name for name in names if told.search(name)] == []


@pytest.mark.rule("PEN-28")
def test_a_plan_has_no_target_of_fines() -> None:
    """Values with a sum of money are lines that a decision crosses, never a quota to be reached."""
    lines = {"hearing", "review", "low", "huge", "summary", "cash", "simplified", "discuss"}
    about_money = [key for key in KEYS if re.search(r"fine|amount|gains|yuan|sum", key)]
    assert [key for key in about_money if not lines & set(key.split("_"))] == []
    quota = re.compile(r"罚没收入|罚款(总额|排名|任务|指标)|quota|target|rank")
    assert [key for key in KEYS if quota.search(f"{key} {KEYS[key]}")] == []
