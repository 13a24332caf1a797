"""Our own server loses nothing that was acknowledged and is open to nobody but us."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import stat
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from xiezhi.config import account, binaries
from xiezhi.config.binaries import NoPostgres
from xiezhi.config.postgres import Cluster

ROOT_ONLY = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another account")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A data folder whose parents are open to everybody."""
    made = Path(tempfile.mkdtemp(prefix="xz-"))
    made.chmod(0o755)
    yield made
    Cluster(made).stop()
    home = made / "postgres"
    if home.is_symlink():
        shutil.rmtree(home.resolve())
    shutil.rmtree(made)


@pytest.fixture
def cluster(folder: Path) -> Cluster:
    made = Cluster(folder)
    assert made.start()
    return made


def postmaster(cluster: Cluster) -> int:
    return int((cluster.folder / "postmaster.pid").read_text().split()[0])


def show(cluster: Cluster, name: str) -> str:
    with psycopg.connect(cluster.url) as connection:
        row = connection.execute("SELECT current_setting(%s)", [name]).fetchone()
    assert row
    return str(row[0])


def test_it_starts_once_and_stops(cluster: Cluster) -> None:
    first = postmaster(cluster)
    assert cluster.start() is False
    assert postmaster(cluster) == first
    assert show(cluster, "data_checksums") == "on"
    assert show(cluster, "server_encoding") == "UTF8"
    assert show(cluster, "password_encryption") == "scram-sha-256"
    cluster.stop()
    assert not cluster.running()
    cluster.stop()
    assert cluster.start()


def test_no_port_is_opened(cluster: Cluster) -> None:
    assert show(cluster, "listen_addresses") == ""
    opened = Path(f"/proc/{postmaster(cluster)}/fd")
    sockets = {str(entry.readlink()) for entry in opened.iterdir()}
    inodes = {name[8:-1] for name in sockets if name.startswith("socket:[")}
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        rows = [line.split() for line in Path(table).read_text().splitlines()[1:]]
        assert not [row for row in rows if row[9] in inodes]


def test_a_wrong_password_is_refused_and_the_right_one_is_private(cluster: Cluster) -> None:
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(cluster.url.replace(cluster.keys.get("postgres"), "guess"))
    assert stat.S_IMODE(cluster.keys.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(cluster.folder.stat().st_mode) == 0o700


def test_kill_9_loses_no_acknowledged_row(cluster: Cluster) -> None:
    with psycopg.connect(cluster.url, autocommit=True) as connection:
        connection.execute("CREATE TABLE kept (id int)")
    connection = psycopg.connect(cluster.url, autocommit=True)
    for number in range(500):
        connection.execute("INSERT INTO kept VALUES (%s)", [number])
    os.kill(postmaster(cluster), signal.SIGKILL)
    connection.close()
    while cluster.running():  # the kernel takes a moment to end it
        time.sleep(0.01)
    assert cluster.start()
    with psycopg.connect(cluster.url) as again:
        assert again.execute("SELECT count(*) FROM kept").fetchone() == (500,)


def test_a_lock_file_naming_a_strangers_process_is_no_obstacle(cluster: Cluster) -> None:
    """After a container restarts, the number of the dead server may be anybody's."""
    lock = cluster.folder / "postmaster.pid"
    lines = lock.read_text().splitlines()
    owner = lock.stat()
    cluster.stop()
    lock.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")
    os.chown(lock, owner.st_uid, owner.st_gid)
    assert not cluster.running()
    assert cluster.start()


@pytest.mark.slow
def test_an_interrupted_initdb_is_begun_again(folder: Path) -> None:
    cluster = Cluster(folder)
    cluster.start()
    cluster.stop()
    cluster.folder.rename(cluster.folder.with_name("data.new"))
    (cluster.folder.with_name("data.new") / "pg_hba.conf").unlink()
    assert cluster.start()


def test_a_deep_data_folder_still_has_a_socket(folder: Path) -> None:
    deep = folder.joinpath(*["执法数据"] * 8)
    deep.mkdir(parents=True)
    cluster = Cluster(deep)
    try:
        assert cluster.start()
        assert len(str(cluster.socket_folder)) < 100
        assert show(cluster, "data_checksums") == "on"
        with pytest.raises(OSError, match="too long"):
            socket.socket(socket.AF_UNIX).connect(str(deep / "postgres" / "run" / ".s.PGSQL.5432"))
    finally:
        cluster.stop()


@ROOT_ONLY
def test_under_root_the_server_is_not_root_and_owns_only_its_folder(cluster: Cluster) -> None:
    status = Path(f"/proc/{postmaster(cluster)}/status").read_text()
    uid = next(line for line in status.splitlines() if line.startswith("Uid:")).split()[1]
    assert uid != "0"
    assert cluster.folder.stat().st_uid == int(uid)
    assert cluster.data.stat().st_uid == 0
    assert stat.S_IMODE(cluster.data.stat().st_mode) == 0o755


@ROOT_ONLY
def test_closed_parents_stay_closed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder.chmod(0o700)
    cluster = Cluster(folder)
    assert cluster.start()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert str(cluster.home.resolve()) in capsys.readouterr().err
    cluster.stop()
    assert cluster.start()
    assert capsys.readouterr().err == ""


@pytest.mark.slow
@pytest.mark.parametrize("which", binaries.from_wheel(), ids=lambda found: f"wheel-{found.major}")
def test_the_wheels_programs_will_do(
    which: binaries.Binaries, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XIEZHI_POSTGRES_BIN", str(which.folder))
    cluster = Cluster(folder)
    assert cluster.start()
    assert show(cluster, "server_version").startswith(str(which.major))


@pytest.mark.slow
@ROOT_ONLY
def test_programs_behind_closed_doors_are_copied(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel = binaries.from_wheel()[0]
    closed = folder / "closed"
    moved = account.copied(wheel, closed)
    closed.chmod(0o700)
    monkeypatch.setenv("XIEZHI_POSTGRES_BIN", str(moved.folder))
    cluster = Cluster(folder)
    assert cluster.start()
    assert Path(f"/proc/{postmaster(cluster)}/exe").readlink().is_relative_to(cluster.home)


@pytest.mark.slow
def test_a_cluster_is_only_opened_by_the_major_version_that_wrote_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel = binaries.from_wheel()[0]
    monkeypatch.setenv("XIEZHI_POSTGRES_BIN", str(wheel.folder))
    cluster = Cluster(folder)
    cluster.start()
    cluster.stop()
    (cluster.folder / "PG_VERSION").write_text("9\n")
    with pytest.raises(NoPostgres, match="PostgreSQL 9"):
        cluster.start()


@pytest.mark.slow
def test_two_starts_at_once_make_one_server(folder: Path) -> None:
    children = []
    for _ in range(3):
        if (child := os.fork()) == 0:
            os._exit(0 if Cluster(folder).start() else 7)
        children.append(child)
    ended = sorted(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children)
    assert ended == [0, 7, 7]
    time.sleep(0.1)
    assert Cluster(folder).running()
