"""The reference page of the conformance rows, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from xiezhi.config.conformance import SECTIONS, Built, Row, counts, rows
from xiezhi.procedure.rulebook import RULES

_MARKS = {Built.YES: "yes", Built.PARTLY: "**partly**", Built.NO: "**not yet**"}


def lines(made: str) -> Iterator[str]:
    """The page; `made` is the mark of a page that isn't written by hand."""
    yield "# Conformance"
    yield ""
    yield made
    yield ""
    yield (
        "What five local governments' plans ask for (S0 a health commission, S1 a market "
        "supervision bureau, S2 a county, S3 a city's pilot, S4 a banner), and how far it is here. "
        "A row is built only if tests prove it; where something is missing it says so. "
        "`xiezhi conformance --json` prints the same for machines, with every rule by its code."
    )
    yield ""
    said = ", ".join(f"{number} {name}" for name, number in counts().items())
    yield f"{len(rows())} rows: {said}. Values: [policy profiles](profiles.md)."
    for letter, title in SECTIONS.items():
        yield ""
        yield f"## {title}"
        yield ""
        yield "| row | what | built | rules | profile values | proved by | seen at |"
        yield "| --- | --- | --- | --- | --- | --- | --- |"
        for row in rows():
            if row.id[0] == letter:
                yield _line(row)


def _line(row: Row) -> str:
    built = _MARKS[row.built] + (f": {row.lacks}" if row.lacks else "")
    plans = [f"in {', '.join(row.plans)}"] if row.plans else []
    cells = (
        row.id,
        row.title,
        built,
        ", ".join(_rules(asked) for asked in row.rules),
        "; ".join([*plans, *(_value(key, values) for key, values in row.values.items())]),
        ", ".join(f"`{test.removeprefix('tests/')}`" for test in row.proofs),
        f"`{row.screen}`" if row.screen else "",
    )
    return f"| {' | '.join(cells)} |"


def _rules(asked: str) -> str:
    if not asked.endswith("*"):
        return f"`{asked}`"
    number = sum(code.startswith(asked[:-1]) for code in RULES)
    return f"`{asked}` ({number})"


def _value(key: str, values: Mapping[str, Any]) -> str:
    """`annual_report_due` 01-31, S2 01-15: the baseline first, then who says otherwise."""
    base = values["national"]
    said = [_short(base)]
    said += [f"{code} {_short(v)}" for code, v in values.items() if code != "national"]
    return f"`{key}` {', '.join(said)}"


def _short(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return f"{len(value)} listed" if value else "none"
    if isinstance(value, dict):
        return "by channel and class"
    return str(value)
