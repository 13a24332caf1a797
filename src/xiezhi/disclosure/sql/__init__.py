"""The guards of what was published, and the views that are all the public site reads."""

from __future__ import annotations

from pathlib import Path


def sql(name: str) -> str:
    """The text of one SQL file of this folder."""
    return (Path(__file__).parent / f"{name}.sql").read_text()
