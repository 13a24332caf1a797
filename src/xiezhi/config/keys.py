"""The data folder of a deployment and the secrets kept in it, readable by their owner only."""

from __future__ import annotations

import fcntl
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def data_folder() -> Path:
    """Where this deployment keeps everything that isn't code: `XIEZHI_DATA`, else `./.data`."""
    return Path(os.environ.get("XIEZHI_DATA") or ".data").absolute()


def make_private(folder: Path) -> None:
    """Make a folder that other accounts of this machine can't list; what is there stays.

    Under root they may pass: the database in it runs under an account of its own.
    """
    if not folder.exists():
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700 if os.geteuid() else 0o711)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold an exclusive lock between processes for as long as the block runs."""
    make_private(path.parent)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


class Keys:
    """Named random secrets in `<data>/keys.json` (0600), made at first use and then kept."""

    def __init__(self, data: Path) -> None:
        self.path = data / "keys.json"

    def get(self, name: str) -> str:
        """The secret of that name; made and stored when there is none yet."""
        known = self._read()
        if name not in known:
            with locked(self.path.with_suffix(".lock")):
                known = self._read()
                if name not in known:
                    known[name] = secrets.token_urlsafe(32)
                    self._write(known)
        return known[name]

    def _read(self) -> dict[str, str]:
        try:
            stored: dict[str, str] = json.loads(self.path.read_text())
        except FileNotFoundError:
            return {}
        return stored

    def _write(self, known: dict[str, str]) -> None:
        draft = self.path.with_suffix(".new")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            json.dump(known, file, indent=2, sort_keys=True)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.path)
