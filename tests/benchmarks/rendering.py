"""Documents a second in one process: every declared kind with sample values, as PDF/A."""

from __future__ import annotations

import datetime as dt
import statistics
import time

from tests.benchmarks.report import Report, Result
from xiezhi.procedure.documents import KINDS
from xiezhi.procedure.documents.samples import AGENCY, NUMBER, sample_values
from xiezhi.record.typesetting import typeset

ON = dt.date(2026, 10, 12)


def measure(report: Report) -> None:
    """One round over all kinds, after one that fills the caches of the typesetter."""
    list(map(_once, list(KINDS)[:10]))
    begun = time.perf_counter()
    took = sorted(_once(code) * 1000 for code in KINDS)
    whole = time.perf_counter() - begun
    hundredths = statistics.quantiles(took, n=100)
    report.add(
        Result(
            operation="g render a document",
            cases=len(took),
            clients=1,
            ops_per_s=len(took) / whole,
            p50_ms=hundredths[49],
            p95_ms=hundredths[94],
            p99_ms=hundredths[98],
            queries_per_request=0,
            errors=0,
        )
    )


def _once(code: str) -> float:
    kind = KINDS[code]
    values = sample_values(kind)
    begun = time.perf_counter()
    typeset(
        code,
        values,
        agency_name=AGENCY,
        number=NUMBER if kind.series else "",
        on=ON,
        verify_url="http://example.invalid/d/sample" if kind.qr else None,
    )
    return time.perf_counter() - begun
