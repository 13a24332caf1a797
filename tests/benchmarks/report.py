"""The table on the screen and the lines in `build/bench.jsonl`."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

_HEAD = (
    "operation",
    "cases",
    "clients",
    "per s",
    "p50 ms",
    "p95 ms",
    "p99 ms",
    "queries",
    "errors",
)
_ROW = "{:<38}{:>8}{:>8}{:>9}{:>9}{:>9}{:>9}{:>9}{:>8}"


@dataclass(frozen=True)
class Result:
    """One operation at one size with so many clients."""

    operation: str
    cases: int
    clients: int
    ops_per_s: float
    p50_ms: float
    p95_ms: float
    p99_ms: float
    queries_per_request: float
    errors: int


class Report:
    """Prints and keeps each result as it comes, so that a broken run loses nothing."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file: IO[str] = path.open("w")
        print(_ROW.format(*_HEAD), flush=True)

    def add(self, one: Result) -> None:
        self._file.write(json.dumps(asdict(one)) + "\n")
        self._file.flush()
        cells = (one.operation, f"{one.cases:,}", one.clients, f"{one.ops_per_s:,.1f}")
        times = (f"{one.p50_ms:.1f}", f"{one.p95_ms:.1f}", f"{one.p99_ms:.1f}")
        row = (*cells, *times, f"{one.queries_per_request:.1f}", one.errors)
        print(_ROW.format(*row), flush=True)
