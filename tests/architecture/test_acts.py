"""An act is declared once and found everywhere: permission, action, form, API, ledger, glossary."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest
from django.apps import apps

from tests.architecture.house import ROOT, SOURCE, modules
from xiezhi.faces.desk.actforms import form_of
from xiezhi.faces.exchange.doing import FORMS
from xiezhi.faces.exchange.urls import api
from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.declared import DECLARED
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.penalties import EvidenceKind, PartyKind, PenaltyKind
from xiezhi.procedure.policy import KEYS
from xiezhi.procedure.roles import Role
from xiezhi.procedure.rulebook import RULES
from xiezhi.procedure.timelimits import LIMITS

#: Saving a register in the administration is the act: its forms are the administration's own.
BY_REGISTER = {"record.open", "registry.change", "registry.set_profile"}
#: Where the function that does an act isn't called like its verb, or stands elsewhere.
ELSEWHERE = {"record.open": "registry", "registry.change": "registry"}
HAN = re.compile(r"[一-鿿]")


@pytest.mark.parametrize("act", ACTS.values(), ids=list(ACTS))
def test_an_act_has_a_label_and_somebody_who_may_do_it(act: object) -> None:
    assert act.roles  # type: ignore[attr-defined]
    assert HAN.search(act.label)  # type: ignore[attr-defined]


def test_labels_tell_acts_apart() -> None:
    labels = [act.label for act in ACTS.values()]
    assert len(set(labels)) == len(labels)


def test_every_act_is_a_step_of_some_procedure() -> None:
    assert {step.act for kind in KINDS.values() for step in kind.steps} == set(ACTS)


# -- in the code ---
def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a function of that name, with the context it stands in."""
    for path, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                called = node.func
                found = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
                if found == name:
                    yield path.relative_to(SOURCE).parts[0], node


def literal(call: ast.Call) -> str | None:
    first = call.args[0] if call.args else None
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None


@cache
def written() -> dict[str, list[tuple[str, str, ast.With]]]:
    """Act name → (context, function, the `with act(…)` block) of each place that does it."""
    found: dict[str, list[tuple[str, str, ast.With]]] = {}
    for path, tree in modules():
        for function in ast.walk(tree):
            if not isinstance(function, ast.FunctionDef):
                continue
            for block in ast.walk(function):
                if isinstance(block, ast.With):
                    for name in filter(None, map(_act_of, block.items)):
                        place = path.relative_to(SOURCE).parts[0]
                        found.setdefault(name, []).append((place, function.name, block))
    return found


def _act_of(item: ast.withitem) -> str | None:
    call = item.context_expr
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "act":
        return literal(call)
    return None


#: Acts with a function of their own; the others are declared whole by their step.
WRITTEN = sorted(set(ACTS) - set(DECLARED))


def test_no_code_does_an_act_that_isnt_declared() -> None:
    assert set(written()) == set(WRITTEN)


@pytest.mark.parametrize("name", sorted(DECLARED))
def test_a_declared_act_says_a_sentence_of_the_ledger(name: str) -> None:
    assert HAN.search(DECLARED[name].says)
    assert DECLARED[name].says.endswith("。")


@pytest.mark.parametrize("name", WRITTEN)
def test_an_act_is_done_by_one_function_of_its_context_named_like_it(name: str) -> None:
    context, _, verb = name.partition(".")
    places = {(place, function) for place, function, _ in written()[name]}
    assert {place for place, _ in places} <= {ELSEWHERE.get(name, context), "decision"}
    if name not in ELSEWHERE:
        assert (context, verb) in places


@pytest.mark.parametrize("name", WRITTEN)
def test_an_act_says_a_sentence_into_the_ledger(name: str) -> None:
    for _, function, block in written()[name]:
        said = [
            node
            for node in ast.walk(block)
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "say"
        ]
        assert said, f"{function} enters nothing that people can read"


# -- at the desk and over the API ---
@pytest.mark.parametrize("name", sorted(set(ACTS) - BY_REGISTER))
def test_an_act_is_asked_for_by_one_form_at_the_desk_and_over_the_api(name: str) -> None:
    (form,) = [form for form in FORMS if form.act == name]
    assert form_of(name) is form
    assert HAN.search(form.title)


def test_every_act_is_an_operation_of_the_api() -> None:
    schema = api.get_openapi_schema()
    operations = {
        operation["operationId"] for path in schema["paths"].values() for operation in path.values()
    }
    assert set(ACTS) - operations == BY_REGISTER


# -- in the glossary ---
@cache
def glossary() -> dict[str, str]:
    """Identifier → term."""
    text = (ROOT / "docs" / "glossary.md").read_text()
    rows = re.findall(r"^\| ([^|]+) \| `([^`]+)` \|", text, re.MULTILINE)
    found = {identifier: term for term, identifier in rows}
    assert len(found) == len(rows), "a word has two rows"
    return found


@pytest.mark.parametrize("name", ACTS)
def test_an_act_is_in_the_glossary(name: str) -> None:
    assert glossary()[name] == ACTS[name].label


@pytest.mark.parametrize("words", [Role, PenaltyKind, EvidenceKind, PartyKind])
def test_the_lists_of_the_law_are_in_the_glossary(words: type) -> None:
    for word in words:  # type: ignore[attr-defined]
        assert glossary()[word.value] == word.label


#: Tables that are bookkeeping of ours, not words of the law.
MACHINERY = {
    "Account", "BigramCount", "Blob", "CalendarYear", "Outbox",
    "Person", "Receipt", "Rendition", "SearchRow", "Serial", "Tile", "Token",
}  # fmt: skip


def test_every_table_is_named_in_the_glossary() -> None:
    ours = [model for model in apps.get_models() if model.__module__.startswith("xiezhi.")]
    tables = {model.__name__ for model in ours if model._meta.managed}
    assert tables - MACHINERY - set(glossary()) == set()


# -- rules ---
def test_every_rule_named_in_the_code_is_in_the_rulebook() -> None:
    named = {code for name in ("refuse", "rule") for _, c in calls(name) if (code := literal(c))}
    assert named
    assert named <= set(RULES)
    assert {key.rule for key in KEYS.values()} <= set(RULES)


def test_every_limit_named_in_the_code_is_in_the_table() -> None:
    asked = {code for _, call in calls("limit") if (code := literal(call))}
    expected = {e.limit for kind in KINDS.values() for e in kind.expects if e.limit}
    used = {use.limit.id for kind in KINDS.values() for use in kind.limits}
    assert asked | expected <= set(LIMITS)
    assert expected <= used, "a duty waits for a limit that never runs"
