"""The web server and the worker as processes that end together."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from types import FrameType

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command, get_commands

#: Seconds that requests under way get to finish when we are stopped.
PATIENCE = 8


def collect() -> None:
    """Gather styles, scripts and fonts where the web server finds them, under hashed names."""
    if settings.HASHED:
        call_command("collectstatic", interactive=False, verbosity=0)


def refuse_taken(host: str, port: int) -> None:
    """Say in one sentence that another program answers at this address already."""
    try:
        socket.create_server((host, port)).close()
    except OSError as refusal:
        raise ImproperlyConfigured(
            f"不能在 {host}:{port} 监听（{refusal.strerror}），请用 --port 换一个端口"
            "（make demo PORT=…）。"
        ) from refusal


def has_command(name: str) -> bool:
    """Whether a context provides that management command."""
    return name in get_commands()


class Server:
    """Granian with the WSGI application; optionally a worker beside it."""

    def __init__(self, host: str, port: int, workers: int) -> None:
        self.host, self.port, self.workers = host, port, workers

    def commands(self, *, with_worker: bool) -> list[list[str]]:
        """The processes to run."""
        web = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", self.host]
        web += ["--port", str(self.port), "--workers", str(self.workers)]
        web += [
            "--blocking-threads",
            "4",
            "--backpressure",
            "64",
            "--no-ws",
            "--respawn-failed-workers",
        ]
        web += ["--log-level", "warning", "xiezhi.config.wsgi:application"]
        work = [sys.executable, "-m", "xiezhi.config.cli", "work"]
        return [web, work] if with_worker and has_command("work") else [web]

    def answers(self) -> bool:
        """Whether somebody who follows the address is answered."""
        try:
            socket.create_connection((self.host, self.port), timeout=1).close()
        except OSError:
            return False
        return True

    def run(self, *, with_worker: bool = False, ready: Callable[[], None] | None = None) -> int:
        """Run until one process ends by itself or we are asked to stop; then end all.

        `ready` is called once, when the site answers.
        """
        stopping = False

        def ask(_signal: int, _frame: FrameType | None) -> None:
            nonlocal stopping
            stopping = True

        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, ask)
        # Sessions of their own: Ctrl-C reaches us alone, and we end them in order.
        running = [
            subprocess.Popen(command, start_new_session=True)
            for command in self.commands(with_worker=with_worker)
        ]
        while not stopping and all(process.poll() is None for process in running):
            time.sleep(0.2)
            if ready and self.answers():
                ready()
                ready = None
        ended = [process.returncode for process in running if process.poll() is not None]
        for process in running:
            _end(process)
        return 0 if stopping else (ended[0] or 1)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ask the process to end, then make sure of it and of whatever it started."""
    process.terminate()
    try:
        process.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
    # A web server stopped while it starts leaves its workers behind; they share its group.
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
