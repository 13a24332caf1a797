"""A PostgreSQL server of our own, for machines where nobody runs one.

Reached through a unix socket only, with passwords (scram-sha-256) and page checksums. Under
root the server runs as an unprivileged account, because PostgreSQL refuses anything else and
because root should not read what the world sends. Its files stand in `<data>/postgres`:

    data/  the cluster      run/  the socket      log  what the server says
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

from xiezhi.config.account import can_enter, identity, reachable, run_as, unprivileged
from xiezhi.config.binaries import Binaries, NoPostgres, choose
from xiezhi.config.keys import Keys, locked, make_private

#: Longest socket folder that still leaves room for `/.s.PGSQL.5432` in a socket address.
SOCKET_FOLDER_LENGTH = 85

#: No port is opened, but the socket is named after it; said everywhere, whatever PGPORT says.
PORT = 5432

#: For a small server that shares its machine with the application. The log isn't compressed: that
#: costs each act a third of the database's time.
TUNING = """
shared_buffers = 256MB
effective_cache_size = 1GB
work_mem = 16MB
maintenance_work_mem = 128MB
max_connections = 100
max_wal_size = 2GB
checkpoint_timeout = 15min
random_page_cost = 1.1
jit = off
timezone = 'Asia/Shanghai'
log_timezone = 'Asia/Shanghai'
log_line_prefix = '%m [%p] %q%u@%d '
idle_in_transaction_session_timeout = '10min'
# A failing statement holds somebody's data: its text and row stay out of the log.
log_min_error_statement = panic
log_error_verbosity = terse
"""


class Cluster:
    """One PostgreSQL cluster in the data folder of a deployment."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.home = data / "postgres"
        self.keys = Keys(data)

    @property
    def folder(self) -> Path:
        """The cluster's own files (PGDATA)."""
        return self.home.resolve() / "data"

    @property
    def socket_folder(self) -> Path:
        """What a client passes as `host`."""
        return (self.home / "run").resolve()

    @property
    def url(self) -> str:
        """Where the superuser finds this server."""
        host = quote(str(self.socket_folder), safe="")
        return (
            f"postgresql://postgres:{self.keys.get('postgres')}@/postgres?host={host}&port={PORT}"
        )

    def start(self) -> bool:
        """Make the server run and accept connections; False if it already did."""
        with locked(self.data / "postgres.lock"):
            while self._postmaster() is not None:  # perhaps still recovering, or stopping
                if self._status() == "ready":
                    return False
                time.sleep(0.05)
            owner = self._place()
            binaries = reachable(choose(self._major()), owner, self.home.resolve())
            if not (self.folder / "PG_VERSION").exists():
                self._initialise(binaries, owner)
            self._forget_dead_server()
            self._socket(owner)
            self._launch(binaries, owner)
            return True

    def stop(self) -> None:
        """Stop the server, ending connections but losing nothing; no-op when it isn't running."""
        with locked(self.data / "postgres.lock"):
            if (postmaster := self._postmaster()) is None:
                return
            os.kill(postmaster, signal.SIGINT)
            while self._alive(postmaster):
                time.sleep(0.05)

    def running(self) -> bool:
        """Whether the server of this cluster is alive and ready."""
        return self._postmaster() is not None and self._status() == "ready"

    def _place(self) -> pwd.struct_passwd | None:
        """Make the home folder; under root give it, and only it, to an unprivileged account."""
        make_private(self.data)
        if os.geteuid() != 0:
            self.home.mkdir(mode=0o700, exist_ok=True)
            if self.home.stat().st_uid != os.geteuid():
                raise NoPostgres(f"{self.home} 属于另一个账号，请用那个账号或 root 运行。")
            return None
        owner = unprivileged()
        if not self.home.exists():
            if not can_enter(owner, self.data):
                self._place_elsewhere()
            self.home.mkdir(mode=0o700, exist_ok=True)
        if self.home.stat().st_uid == 0:
            os.chown(self.home, owner.pw_uid, owner.pw_gid)
        return pwd.getpwuid(self.home.stat().st_uid)

    def _place_elsewhere(self) -> None:
        """Our parents are closed (like /root): opening them isn't ours to do, so go elsewhere."""
        shelter = Path("/var/lib/xiezhi")
        shelter.mkdir(mode=0o755, parents=True, exist_ok=True)
        place = Path(tempfile.mkdtemp(prefix="postgres-", dir=shelter))
        self.home.unlink(missing_ok=True)
        self.home.symlink_to(place)
        print(
            f"数据库放在 {place}：运行数据库的账号进不了 {self.data}（上级目录不对其开放）。",
            file=sys.stderr,
        )

    def _initialise(self, binaries: Binaries, owner: pwd.struct_passwd | None) -> None:
        """Make an empty cluster; it gets its name only once it is whole."""
        home = self.home.resolve()
        draft = home / "data.new"
        shutil.rmtree(draft, ignore_errors=True)
        secret = self._private(home / "superuser", self.keys.get("postgres"), owner)
        command: list[str | Path] = [
            binaries.folder / "initdb",
            *("--pgdata", draft, "--username", "postgres", "--pwfile", secret),
            *("--auth", "scram-sha-256", "--encoding", "UTF8", "--data-checksums"),
        ]
        for locale in ("C.UTF-8", "C"):
            made = run_as(owner, [*command, "--locale", locale], home)
            if made.returncode == 0:
                break
        secret.unlink()
        if made.returncode != 0:
            raise NoPostgres(f"建立数据库失败：{made.stderr.strip()}")
        with (draft / "postgresql.conf").open("a") as configuration:
            configuration.write("\ninclude_if_exists 'xiezhi.conf'\n")
        self._private(draft / "xiezhi.conf", TUNING, owner)
        draft.rename(self.folder)

    @staticmethod
    def _private(path: Path, text: str, owner: pwd.struct_passwd | None) -> Path:
        """A file that only the server's account (and root) can read."""
        path.unlink(missing_ok=True)
        path.touch(mode=0o600)
        path.write_text(text)
        if owner:
            os.chown(path, owner.pw_uid, owner.pw_gid)
        return path

    def _socket(self, owner: pwd.struct_passwd | None) -> None:
        """A socket's address is limited to 107 bytes, so a deep data folder needs a short one."""
        run = self.home.resolve() / "run"
        if run.is_symlink() and not run.exists():
            run.unlink()
        if run.exists():
            return
        if len(os.fsencode(run)) <= SOCKET_FOLDER_LENGTH:
            run.mkdir(mode=0o700)
        else:
            run.symlink_to(tempfile.mkdtemp(prefix="xiezhi-", dir="/tmp"))
        if owner:
            os.chown(run, owner.pw_uid, owner.pw_gid)

    def _launch(self, binaries: Binaries, owner: pwd.struct_passwd | None) -> None:
        log = self.home.resolve() / "log"
        command: list[str | Path] = [
            *(binaries.folder / "postgres", "-D", self.folder),
            *("-h", "", "-p", str(PORT), "-k", self.socket_folder),
        ]
        with log.open("ab") as output:
            server = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                cwd=self.home.resolve(),
                start_new_session=True,
                **identity(owner),
            )
        # Recovery after a crash may take as long as it takes: only a dead server ends the wait.
        while self._status() != "ready":
            if server.poll() is not None:
                raise NoPostgres(f"数据库未能启动，原因见 {log}：\n{_tail(log)}")
            time.sleep(0.02)

    def _forget_dead_server(self) -> None:
        """After kill -9: wait for orphaned backends, then drop a lock file whose pid isn't ours.

        PostgreSQL itself clears the file of a pid that no longer exists, but not one whose
        number was given to another process meanwhile (usual after a container restarts).
        """
        if not (self.folder / "postmaster.pid").exists():
            return
        while any(self._alive(int(pid.name)) for pid in Path("/proc").glob("[0-9]*")):
            time.sleep(0.1)
        if Path("/proc/self/cwd").exists():
            (self.folder / "postmaster.pid").unlink(missing_ok=True)

    def _postmaster(self) -> int | None:
        lines = self._lock_file()
        pid = int(lines[0]) if lines and lines[0].isdigit() else 0
        return pid if pid and self._alive(pid) else None

    def _alive(self, pid: int) -> bool:
        """Whether that process is a server of this very cluster: servers work in PGDATA."""
        if not Path("/proc/self/cwd").exists():  # no /proc: believe the lock file
            try:
                os.kill(pid, 0)
            except ProcessLookupError:
                return False
            return True
        try:
            return Path(f"/proc/{pid}/cwd").readlink() == self.folder
        except OSError:
            return False

    def _status(self) -> str:
        """The server's own word on its state: line 8 of its lock file."""
        lines = self._lock_file()
        return lines[7].strip() if len(lines) > 7 else ""

    def _lock_file(self) -> list[str]:
        try:
            return (self.folder / "postmaster.pid").read_text().splitlines()
        except OSError:
            return []

    def _major(self) -> int | None:
        try:
            return int((self.folder / "PG_VERSION").read_text())
        except FileNotFoundError:
            return None


def _tail(log: Path) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-8:])
