"""One size: warm up, count the queries, then let more and more clients repeat each operation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import connections

from tests.benchmarks import government, processor
from tests.benchmarks.client import Answer, Client, run
from tests.benchmarks.operations import Measured, operations
from tests.benchmarks.report import Report, Result
from tests.benchmarks.serving import served


class Counting(Client):
    """Asks for the number of queries with every request and adds them up."""

    def __init__(self, port: int) -> None:
        super().__init__(port, counting=True)
        self.requests = self.queries = 0

    def send(self, request: bytes) -> Answer:
        answer = super().send(request)
        self.requests += 1
        self.queries += answer.queries if answer.head else 0
        return answer


@dataclass(frozen=True)
class Plan:
    """How long, with how many clients, and which operations (all when none is named)."""

    clients: Sequence[int]
    seconds: float
    only: tuple[str, ...] = ()


def measure(database: str, cases: int, plan: Plan, report: Report) -> None:
    """Everything on one database; what reads comes before what writes."""
    asked = [
        one
        for one in operations(government.known())
        if not plan.only or one.name.startswith((*plan.only, "floor"))
    ]
    connections.close_all()
    report.add(processor.measure(cases))
    with served(database) as port:
        for one in sorted(asked, key=lambda one: one.writes):
            for result in _measured(one, port, cases, plan):
                report.add(result)
    report.add(processor.measure(cases))


def _measured(one: Measured, port: int, cases: int, plan: Plan) -> Iterator[Result]:
    # Every thread of the server has its connection and plans, every process what it keeps.
    run(port, one.operation, 8, 1.0 if one.writes else 3.0)
    counting = Counting(port)
    for n in range(3 if one.requests > 1 else 20):
        one.operation(counting, n)
    for number in plan.clients:
        # A life takes a tenth of a second: measure it longer, or the percentiles say nothing.
        load = run(port, one.operation, number, plan.seconds * (3 if one.requests > 1 else 1))
        yield Result(
            operation=one.name,
            cases=cases,
            clients=number,
            ops_per_s=round(load.per_second, 2),
            p50_ms=round(load.percentile(0.5), 2),
            p95_ms=round(load.percentile(0.95), 2),
            p99_ms=round(load.percentile(0.99), 2),
            queries_per_request=round(counting.queries / max(counting.requests, 1), 1),
            errors=load.errors,
        )
