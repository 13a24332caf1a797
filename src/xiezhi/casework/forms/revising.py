"""What a revised report starts from: the report as it stands, so that nothing is typed twice."""

from __future__ import annotations

from typing import Any

from xiezhi.casework.discretion import Discretion, benchmarks_of
from xiezhi.casework.forms.handling import typed_again
from xiezhi.casework.forms.shared import GroundFields
from xiezhi.record.models import Entry, File, Material

_TEXTS = ("course", "facts", "discretion", "correction", "law_breached", "law_applied")
_ANSWERS = {True: "yes", False: "no", None: "unknown"}


def reported(file: File) -> dict[str, Any]:
    """The values of the last report, as initial values of its form."""
    report = Material.objects.filter(file=file, code="inquiry.report").order_by("-seq").first()
    if report is None:
        return {}
    proposal = Entry.objects.get(file=file, seq=report.seq).facts.get("proposal") or {}
    values = report.values
    found = {name: values[name] for name in _TEXTS if name in values}
    found |= {name: _ANSWERS[proposal.get(name)] for name in GroundFields.base_fields}
    found |= {
        "outcome": proposal.get("outcome"),
        "penalties": typed_again(proposal.get("penalties") or []),
    }
    return found | _benchmark(file, str(values.get("benchmark") or ""))


def _benchmark(file: File, words: str) -> dict[str, Any]:
    """The benchmark that the report names, if only one is called so."""
    named = [one for one in benchmarks_of(file) if words and Discretion(one).words() == words]
    return {"benchmark": str(named[0].pk)} if len(named) == 1 else {}
