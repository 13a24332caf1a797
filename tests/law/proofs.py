"""Which tests prove which rules, read from the tests without running them.

A rule is proved by a test that would fail if the rule weren't followed. Two things say so:

- `@pytest.mark.rule("PEN-9")` on a test, on one of its `pytest.param`s, or as `pytestmark`;
- a `Row(…, code="PEN-9", …)` of a table of checks: allowed on one side, refused under that code on
  the other (`tests.procedure.rows`).

Nothing else does: a code in a comment or in a name proves nothing, nor does a skipped test.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
_ASIDE = {"skip", "skipif", "xfail", "bench"}


@dataclass(frozen=True)
class Proof:
    """A test that proves a rule; `both`: it looks at both sides of a line."""

    code: str
    where: str
    both: bool


def _callee(node: ast.expr) -> str:
    """`pytest.mark.rule` of a call to it."""
    return ast.unparse(node.func) if isinstance(node, ast.Call) else ""


def _rules_in(node: ast.AST) -> Iterator[ast.Call]:
    for each in ast.walk(node):
        if isinstance(each, ast.Call) and _callee(each) == "pytest.mark.rule":
            yield each


def _codes(mark: ast.Call) -> Iterator[str]:
    for each in mark.args:
        if not isinstance(each, ast.Constant) or not isinstance(each.value, str):
            raise TypeError(f"line {mark.lineno}: a mark names its rules in plain words")
        yield each.value


def _is_mark(node: ast.expr, *names: str) -> bool:
    called = _callee(node) or ast.unparse(node)
    return called.removeprefix("pytest.mark.") in names


def _two_sided(test: ast.FunctionDef) -> bool:
    """Parametrised, or more than one thing is asserted."""
    if any(_is_mark(each, "parametrize") for each in test.decorator_list):
        return True
    asserted = sum(isinstance(each, ast.Assert) for each in ast.walk(test))
    refused = [
        item
        for each in ast.walk(test)
        if isinstance(each, ast.With)
        for item in each.items
        if _callee(item.context_expr).rpartition(".")[2] in ("raises", "refused")
    ]
    return asserted + len(refused) > 1


class _File:
    """One file of tests: its tables by name, its tests, its marks."""

    def __init__(self, path: Path) -> None:
        self.tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
        self.name = path.relative_to(TESTS).as_posix()
        self.tables: dict[str, ast.expr] = {}
        for node in self.tree.body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                self.tables[node.targets[0].id] = node.value
            elif (
                isinstance(node, ast.AnnAssign) and node.value and isinstance(node.target, ast.Name)
            ):
                self.tables[node.target.id] = node.value

    def tests(self) -> Iterator[ast.FunctionDef]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                yield node

    def reached(self, node: ast.AST, seen: frozenset[str] = frozenset()) -> Iterator[ast.AST]:
        """The node, and the tables of this file that it names, and those that they name."""
        yield node
        for each in ast.walk(node):
            if isinstance(each, ast.Name) and each.id in self.tables and each.id not in seen:
                yield from self.reached(self.tables[each.id], seen | {each.id})

    def proofs(self) -> Iterator[Proof]:
        used: set[int] = set()
        whole = list(_rules_in(self.tables.get("pytestmark", ast.Tuple([], ast.Load()))))
        for test in self.tests():
            if any(_is_mark(each, *_ASIDE) for each in test.decorator_list):
                continue
            found = [each for deco in test.decorator_list for each in self.reached(deco)]
            marks = [*whole, *(mark for node in found for mark in _rules_in(node))]
            used |= {id(mark) for mark in marks}
            for code in {code for mark in marks for code in _codes(mark)}:
                yield Proof(code, f"{self.name}::{test.name}", _two_sided(test))
        if stray := [mark.lineno for mark in _rules_in(self.tree) if id(mark) not in used]:
            raise ValueError(f"{self.name}: marks that no test carries, lines {stray}")
        yield from self._rows()

    def _rows(self) -> Iterator[Proof]:
        """Rows of tables that some test here holds against the check."""
        ours = any(
            isinstance(node, ast.ImportFrom)
            and node.module == "tests.procedure.rows"
            and "Row" in {alias.name for alias in node.names}
            for node in self.tree.body
        )
        calls = [node for node in ast.walk(self.tree) if isinstance(node, ast.Call)]
        if ours and any(_callee(call).endswith(".holds") for call in calls):
            for call in calls:
                if _callee(call) == "Row":
                    yield Proof(_row_code(call), f"{self.name}:{call.lineno}", both=True)


def _row_code(call: ast.Call) -> str:
    named = [word.value for word in call.keywords if word.arg == "code"]
    node = named[0] if named else call.args[4]
    return str(node.value) if isinstance(node, ast.Constant) else ""


def read(path: Path) -> list[Proof]:
    """The proofs in one file of tests."""
    return [proof for proof in _File(path).proofs() if proof.code]


@cache
def proofs() -> Mapping[str, tuple[Proof, ...]]:
    """Every proof there is, by the code of its rule."""
    found: dict[str, list[Proof]] = defaultdict(list)
    for path in sorted(TESTS.rglob("test_*.py")):
        for proof in read(path):
            found[proof.code].append(proof)
    return {code: tuple(each) for code, each in found.items()}
