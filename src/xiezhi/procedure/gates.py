"""Which rules stand in front of a step: read off its checks, so that no list can lag behind.

A check is a function that refuses with the code of a rule. The codes are constants of that
function, or of one it calls; they are collected from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from types import CodeType, FunctionType, ModuleType
from typing import Any

from xiezhi.procedure.citations import Rule
from xiezhi.procedure.rulebook import RULES
from xiezhi.procedure.steps import ActKind, Step
from xiezhi.procedure.timelimits import LIMITS, TimeLimit

_OURS = "xiezhi.procedure"
#: The order of the steps and their days: true of every step, so said of none.
_ALWAYS = ("FLOW-",)


def gates(step: Step) -> tuple[Rule, ...]:
    """The rules that may refuse this step, in the order of its checks; each once."""
    found = {code: RULES[code] for check in step.checks for code in _codes(check)}
    return tuple(rule for code, rule in found.items() if not code.startswith(_ALWAYS))


@cache
def _codes(check: Callable[..., Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_walk(check, set())))


def _walk(what: object, seen: set[int]) -> Iterator[str]:
    """The codes in a value: a code itself, a limit, a function of ours, a collection of them."""
    if id(what) in seen:
        return
    seen.add(id(what))
    if isinstance(what, str):
        if what in RULES:
            yield what
    elif isinstance(what, TimeLimit):
        yield what.id
    elif isinstance(what, FunctionType):
        if what.__module__.startswith(_OURS):
            yield from _in_function(what, seen)
    else:
        for part in _parts(what):
            yield from _walk(part, seen)


def _parts(what: object) -> Iterable[object]:
    match what:
        case partial():
            return (what.func, *what.args, *what.keywords.values())
        case tuple() | list() | set() | frozenset():
            return what
        case Mapping():
            return what.values()
        case _:
            return ()


def _in_function(function: FunctionType, seen: set[int]) -> Iterator[str]:
    for cell in function.__closure__ or ():
        yield from _walk(cell.cell_contents, seen)
    yield from _in_code(function.__code__, function.__globals__, seen)


def _in_code(code: CodeType, known: dict[str, Any], seen: set[int]) -> Iterator[str]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):  # a lambda or a comprehension inside
            yield from _in_code(constant, known, seen)
        else:
            yield from _walk(constant, seen)
    named = [known[name] for name in code.co_names if name in known]
    modules = [one for one in named if isinstance(one, ModuleType)]
    named += [
        getattr(module, name)
        for module in modules
        if module.__name__.startswith(_OURS)
        for name in code.co_names
        if hasattr(module, name)
    ]
    for one in named:
        if isinstance(one, FunctionType | TimeLimit | partial):
            yield from _walk(one, seen)


def limits_of(kind: ActKind) -> tuple[TimeLimit, ...]:
    """The limits that run in this kind, then those that only its gates ask for (waiting times,
    the party's own terms)."""
    running = {use.limit.id: use.limit for use in kind.limits}
    asked = {
        rule.code: LIMITS[rule.code]
        for step in kind.steps
        for rule in gates(step)
        if rule.code in LIMITS
    }
    return tuple({**running, **asked}.values())
