"""Rows of the registers are ended, suspended or repealed, never deleted: somebody acted on them."""

from __future__ import annotations

TABLES = ("officer", "item", "benchmark", "law", "article", "marketentity")

GRANTS = [f"REVOKE DELETE ON registry_{table} FROM xiezhi_app" for table in TABLES]
