"""`make bench`: every operation at every size with 1, 4 and 8 clients.

BENCH_SIZES=1000,10000   other sizes         BENCH_CLIENTS=1,8   other numbers of clients
BENCH_SECONDS=2          shorter runs        BENCH_ONLY=d1,e     some operations only
BENCH_QUICK=1            1,000 cases, short  BENCH_KEEP=1        keep and reuse the databases
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parent.parent.parent


def _prepare() -> None:
    """This process loads the data; the server it starts is in production mode."""
    from xiezhi.config.keys import Keys, data_folder

    os.environ.setdefault("XIEZHI_DATA", str(ROOT / "build" / "bench"))
    os.environ["XIEZHI_ENV"] = "test"
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.benchmarks.settings"
    os.environ["XIEZHI_BENCH_DATABASE"] = "postgres"
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    data_folder().mkdir(parents=True, exist_ok=True)
    os.environ["XIEZHI_SECRET_KEY"] = Keys(data_folder()).get("bench") + "x" * 20
    django.setup()


def _numbers(variable: str, default: str) -> list[int]:
    return [int(one) for one in os.environ.get(variable, default).split(",")]


def main() -> int:
    """Load, serve, measure, report; size after size."""
    _prepare()
    from tests.benchmarks import deployments, measuring, rendering
    from tests.benchmarks.report import Report

    quick = os.environ.get("BENCH_QUICK") == "1"
    sizes = _numbers("BENCH_SIZES", "1000" if quick else "1000,10000,100000")
    plan = measuring.Plan(
        clients=_numbers("BENCH_CLIENTS", "1,8" if quick else "1,4,8"),
        seconds=float(os.environ.get("BENCH_SECONDS") or (2 if quick else 4)),
        only=tuple(filter(None, os.environ.get("BENCH_ONLY", "").split(","))),
    )
    keep = os.environ.get("BENCH_KEEP") == "1"
    deployments.start()
    report = Report(ROOT / "build" / "bench.jsonl")
    if not plan.only or "g" in plan.only:
        rendering.measure(report)
    for cases in sizes:
        name = f"bench_{cases}"
        print(f"{cases:,} cases", file=sys.stderr, flush=True)
        if not (keep and deployments.known(name)):
            deployments.make(name, cases)
        deployments.point_at(name)
        measuring.measure(name, cases, plan, report)
        if not keep:
            deployments.drop(name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
