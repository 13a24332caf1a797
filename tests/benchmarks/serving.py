"""The server as it stands in production, on the database to be measured."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from xiezhi.config.serving import Server

WORKERS = 2


def environment(database: str) -> dict[str, str]:
    """What the server is started with: production, without TLS, which a proxy would do."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.benchmarks.settings",
        "XIEZHI_ENV": "production",
        "XIEZHI_HOSTS": "localhost",
        "XIEZHI_TLS": "0",
        "XIEZHI_BENCH_DATABASE": database,
        "XIEZHI_HASHED_STATIC": "1",
    }


@contextmanager
def served(database: str) -> Iterator[int]:
    """The port of a server with two workers, ready to answer."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    env = environment(database)
    collect = [sys.executable, "-m", "django", "collectstatic", "--no-input", "--verbosity", "0"]
    subprocess.run(collect, env=env, check=True)
    (command,) = Server("127.0.0.1", port, WORKERS).commands(with_worker=False)
    process = subprocess.Popen(command, env=env, start_new_session=True)
    try:
        _wait(port, process)
        yield port
    finally:
        process.terminate()
        try:
            process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    from tests.benchmarks.client import Client, get

    for _ in range(300):
        if process.poll() is not None:
            raise RuntimeError("the server did not start")
        try:
            if Client(port).send(get("/floor/query", {})).ok:
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise RuntimeError("the server does not answer")
