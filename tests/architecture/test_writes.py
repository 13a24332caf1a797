"""Only `actions` write, so every change is an act that was permitted and written down."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.house import ROOT, SOURCE, modules

READERS = ("views", "forms", "tasks", "urls", "rules", "offers", "faces", "ui")
WRITES = frozenset(
    ["save", "create", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create"]
)
QUERIES = frozenset(
    ["objects", "filter", "exclude", "all", "visible_to", "select_for_update", "order_by"]
)
FORBIDDEN_IMPORTS = {
    "django.db.models.signals": "signals hide what an act does",
    "django.dispatch": "signals hide what an act does",
    "django.contrib.contenttypes.fields": "a generic key protects nothing",
    "django.views.generic": "a view is a function that can be read from top to bottom",
}


def names_in(node: ast.AST) -> set[str]:
    found = {part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute)}
    return found | {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def writes(tree: ast.Module) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            asked, name = names_in(node.func.value), node.func.attr
            if asked & {"cache", "caches"}:
                continue
            if name in WRITES or (name == "update" and asked & QUERIES):
                yield node


def test_only_actions_write() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{call.lineno} {ast.unparse(call.func)}"
        for path, tree in modules(*READERS)
        if "actions" not in path.with_suffix("").parts and "management" not in path.parts
        for call in writes(tree)
    ]
    assert not found


@pytest.mark.parametrize("code", ["case.save()", "Case.objects.filter(x=1).update(y=2)"])
def test_the_scan_sees_a_write(code: str) -> None:
    assert list(writes(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    ["known.update({})", "digest.update(b'')", "form.is_valid()", "caches['local'].delete('x')"],
)
def test_the_scan_lets_others_pass(code: str) -> None:
    assert not list(writes(ast.parse(code)))


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_what_the_house_does_without() -> None:
    found = [
        f"{path.relative_to(ROOT)} imports {name}: {why}"
        for path, tree in modules()
        for name in imported(tree)
        for forbidden, why in FORBIDDEN_IMPORTS.items()
        if name == forbidden or name.startswith(f"{forbidden}.")
    ]
    assert not found


def test_faces_hold_no_tables_and_no_rules() -> None:
    for name in ("models", "rules"):
        assert not list((SOURCE / "faces").rglob(f"{name}.py")), name
