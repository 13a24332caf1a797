"""What one core is worth while we measure: on a shared machine it can halve from hour to hour."""

from __future__ import annotations

import time

from tests.benchmarks.report import Result

_SECONDS = 1.5


def measure(cases: int) -> Result:
    """A fixed piece of arithmetic, again and again; to be compared with the same row elsewhere."""
    times: list[float] = []
    end = time.perf_counter() + _SECONDS
    while time.perf_counter() < end:
        begun = time.perf_counter()
        sum(n * n for n in range(100_000))
        times.append((time.perf_counter() - begun) * 1000)
    times.sort()
    return Result(
        operation="floor: processor",
        cases=cases,
        clients=1,
        ops_per_s=round(len(times) / (sum(times) / 1000), 2),
        p50_ms=round(times[len(times) // 2], 2),
        p95_ms=round(times[len(times) * 95 // 100], 2),
        p99_ms=round(times[len(times) * 99 // 100], 2),
        queries_per_request=0.0,
        errors=0,
    )
