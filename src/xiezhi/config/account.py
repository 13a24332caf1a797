"""The unprivileged account that runs the database when Xiezhi itself is started by root."""

from __future__ import annotations

import pwd
import shutil
import subprocess
from pathlib import Path
from typing import Any

from xiezhi.config.binaries import Binaries, NoPostgres


def unprivileged() -> pwd.struct_passwd:
    """`xiezhi`, made if it can be, else `nobody`."""
    found = _account("xiezhi")
    if found is None and (useradd := shutil.which("useradd")):
        options = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"]
        command = [useradd, *options, "--shell", "/usr/sbin/nologin", "xiezhi"]
        subprocess.run(command, capture_output=True, check=False)
        found = _account("xiezhi")
    found = found or _account("nobody")
    if found is None:
        raise NoPostgres("没有可用来运行数据库的普通账号（xiezhi 或 nobody）。")
    return found


def _account(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def identity(account: pwd.struct_passwd | None) -> dict[str, Any]:
    """What makes a child process run as that account; nothing when we are it already."""
    if account is None:
        return {}
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def run_as(
    account: pwd.struct_passwd | None, command: list[str | Path], folder: Path
) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder as that account and wait for it."""
    return subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=folder, **identity(account)
    )


def can_enter(account: pwd.struct_passwd, folder: Path) -> bool:
    """Whether that account can walk into the folder: the kernel's answer, not a guess."""
    return run_as(account, ["/bin/sh", "-c", 'cd "$0"', folder], Path("/")).returncode == 0


def reachable(binaries: Binaries, account: pwd.struct_passwd | None, home: Path) -> Binaries:
    """The same programs where the account can run them, copied if they can't be reached."""
    if account is None or can_enter(account, binaries.folder):
        return binaries
    copy = home / f"programs-{binaries.major}"
    if not copy.exists():
        draft = home / f"programs-{binaries.major}.new"
        shutil.rmtree(draft, ignore_errors=True)
        copied(binaries, draft)
        draft.rename(copy)
    programs = binaries.folder.parent
    return Binaries(copy / programs.parent.name / programs.name / "bin", binaries.major)


def copied(binaries: Binaries, into: Path) -> Binaries:
    """A copy of the programs with the libraries that a wheel keeps beside its package."""
    programs = binaries.folder.parent
    package = programs.parent
    target = into / package.name / programs.name
    shutil.copytree(programs, target, symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.exists():
        shutil.copytree(libraries, into / libraries.name)
    return Binaries(target / "bin", binaries.major)
