"""裁量: the proposed fine against the law's range and the agency's benchmark (arts. 32, 34)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from xiezhi.procedure.citations import Reason
from xiezhi.record.models import File
from xiezhi.registry.models import Benchmark


@dataclass(frozen=True)
class Discretion:
    """What the officers relied on: a benchmark's grade, the value it multiplies, a mitigation."""

    benchmark: Benchmark | None = None
    value: Decimal | None = None
    mitigation: str = ""

    def judge(self, proposal: dict[str, Any], reasons: str) -> list[Reason]:
        """Outside the law's range refuses; outside the benchmark wants reasons, and is noted.

        A deviation marks the proposal: it goes to a review and to the collective discussion.
        """
        fine = Decimal(proposal.get("fine") or 0)
        if self.benchmark is None or "fine" not in (proposal.get("kinds") or ()):
            return []
        found = self.benchmark.judge(
            fine,
            self.value,
            mitigated=bool(self.mitigation.strip()),
            reasons=reasons,
            discussed=True,
        )
        if self.mitigation.strip() or self.benchmark.warning(fine, self.value):
            proposal["beyond_benchmark"] = True
            proposal["discussion_due"] = True
        return found

    def words(self) -> str:
        """How documents name the benchmark."""
        if self.benchmark is None:
            return ""
        one = self.benchmark
        return f"{one.issuer}行政处罚裁量基准（{one.number}），{one.get_grade_display()}"


@dataclass(frozen=True)
class OneFine:
    """One fine of one of several parties, with the benchmark that it goes by."""

    name: str
    fine: str
    discretion: Discretion

    def judge(self, proposal: dict[str, Any], reasons: str) -> list[Reason]:
        """As for a single party; a deviation marks the whole proposal."""
        own: dict[str, Any] = {"kinds": ["fine"], "fine": self.fine}
        found = self.discretion.judge(own, reasons)
        proposal |= {
            name: own[name] for name in ("beyond_benchmark", "discussion_due") if name in own
        }
        return [replace(reason, say=f"{self.name}：{reason.say}") for reason in found]


def benchmarks_of(file: File) -> Any:
    """The benchmarks of the File's agency that hold on the day it was opened."""
    return Benchmark.objects.filter(item__agency=file.agency_id).order_by("violation", "order")


def benchmark_of(file: File, pk: str) -> Benchmark | None:
    return benchmarks_of(file).filter(pk=pk).first() if pk else None
