"""What the tests of the house have in common: its files and the order of its contexts."""

from __future__ import annotations

import ast
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "xiezhi"


def order() -> list[list[str]]:
    """Contexts from the earliest in the procedure to the latest; those in one list are equals."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    return [[name.strip(" ()") for name in layer.split("|")] for layer in reversed(layers)]


def rank(context: str) -> int:
    """How late in the procedure a context comes."""
    return next(place for place, layer in enumerate(order()) if context in layer)


def context_of(module: str) -> str:
    """`xiezhi.review.models` → `review`."""
    return module.split(".")[1]


@cache
def tracked() -> tuple[Path, ...]:
    """Every file of the repository, as git lists it."""
    listed = subprocess.run(
        ["/usr/bin/env", "git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    )
    names = listed.stdout.decode().split("\0")
    return tuple(path for name in names if name and (path := ROOT / name).is_file())


def modules(*names: str, under: Path = SOURCE) -> Iterator[tuple[Path, ast.Module]]:
    """Python files (of those names; a package of that name counts) with their syntax trees."""
    for path in sorted(under.rglob("*.py")):
        parts = path.relative_to(under).with_suffix("").parts
        if "migrations" not in parts and (not names or set(names) & set(parts)):
            yield path, ast.parse(path.read_text(), filename=str(path))
