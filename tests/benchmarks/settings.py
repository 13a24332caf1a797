"""The product's own settings, on the database to be measured, with two floors beside its pages."""

from __future__ import annotations

import os

from xiezhi.config.settings import *  # noqa: F403
from xiezhi.config.settings import DATABASES, MIDDLEWARE

ROOT_URLCONF = "tests.benchmarks.urls"
MIDDLEWARE = ["tests.benchmarks.counting.count_queries", *MIDDLEWARE]
for _entry in DATABASES.values():
    _entry["NAME"] = os.environ["XIEZHI_BENCH_DATABASE"]
