"""What an operator runs, on our own server and on one run by others."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from xiezhi.config.database import APP, PORTAL, role_url
from xiezhi.config.postgres import Cluster


@pytest.fixture
def folder() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix="xz-"))
    made.chmod(0o755)
    yield made
    for cluster in (Cluster(made), Cluster(made / "theirs")):
        if cluster.home.exists():
            cluster.stop()
    shutil.rmtree(made)


def xiezhi(*arguments: str, data: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XIEZHI_")}
    return subprocess.run(
        [sys.executable, "-m", "xiezhi.config.cli", *arguments],
        env=kept | {"XIEZHI_DATA": str(data)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_unknown_option_is_refused_in_one_sentence(folder: Path) -> None:
    ended = xiezhi("serve", "--speed", data=folder)
    assert ended.returncode == 2
    assert "--speed" in ended.stderr


def test_a_command_before_setup_says_to_set_up(folder: Path) -> None:
    ended = xiezhi("verify", data=folder)
    assert ended.returncode == 1
    assert "xiezhi setup" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_taken_port_is_one_sentence_and_starts_nothing(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ended = xiezhi("demo", "--port", str(taken.getsockname()[1]), data=folder)
    assert ended.returncode == 1
    assert "--port" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not (folder / "postgres").exists()


@pytest.mark.slow
def test_setup_can_be_repeated(folder: Path) -> None:
    for _ in range(2):
        ended = xiezhi("setup", data=folder)
        assert ended.returncode == 0, ended.stderr
    url = role_url(folder, APP)
    assert url
    with psycopg.connect(url) as application:
        application.execute("SELECT count(*) FROM django_session")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            application.execute("CREATE TABLE mine (id int)")


@pytest.mark.slow
def test_a_server_run_by_others_needs_only_its_address(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = Cluster(folder / "theirs")
    theirs.data.mkdir()
    theirs.start()
    with psycopg.connect(theirs.url, autocommit=True) as admin:
        admin.execute("CREATE ROLE gov LOGIN CREATEROLE PASSWORD 'theirs'")
        admin.execute("CREATE DATABASE enforcement OWNER gov")
    address = f"postgresql://gov:theirs@/enforcement?host={theirs.socket_folder}&port=5432"
    ended = xiezhi("setup", data=folder, DATABASE_URL=address)
    assert ended.returncode == 0, ended.stderr
    assert not (folder / "postgres").exists()
    monkeypatch.setenv("DATABASE_URL", address)
    for role in (APP, PORTAL):
        url = role_url(folder, role)
        assert url
        with psycopg.connect(url) as connection:
            row = connection.execute("SELECT current_user, current_database()").fetchone()
            assert row == (role, "enforcement")


@pytest.mark.slow
def test_without_power_to_make_roles_it_says_what_to_ask_for(folder: Path) -> None:
    theirs = Cluster(folder / "theirs")
    theirs.data.mkdir()
    theirs.start()
    with psycopg.connect(theirs.url, autocommit=True) as admin:
        admin.execute("CREATE ROLE gov LOGIN PASSWORD 'theirs'")
        admin.execute("CREATE DATABASE enforcement OWNER gov")
    address = f"postgresql://gov:theirs@/enforcement?host={theirs.socket_folder}&port=5432"
    ended = xiezhi("setup", data=folder, DATABASE_URL=address)
    assert ended.returncode == 1
    assert "XIEZHI_APP_DATABASE_URL" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.slow
def test_stopping_the_demonstration_leaves_nothing_running(folder: Path) -> None:
    """Neither when it is stopped while the web server starts, nor when it has long run."""
    for seconds in (0.3, 6.0):
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = str(free.getsockname()[1])
        stop_a_demonstration(folder, port, seconds)
        assert not Cluster(folder).running()
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                assert port.encode() not in (process / "cmdline").read_bytes().split(b"\0")


def stop_a_demonstration(folder: Path, port: str, seconds: float) -> None:
    """Start it, wait until it says how to stop it, wait a little more, press Ctrl-C."""
    command = [sys.executable, "-m", "xiezhi.config.cli", "demo", "--port", port]
    with (folder / "said").open("w") as said:
        demo = subprocess.Popen(
            command, env=os.environ | {"XIEZHI_DATA": str(folder)}, stdout=said, stderr=said
        )
        while "Ctrl-C" not in (folder / "said").read_text():
            assert demo.poll() is None, (folder / "said").read_text()
            time.sleep(0.05)
        time.sleep(seconds)
        demo.send_signal(signal.SIGINT)
        assert demo.wait(timeout=60) == 0
