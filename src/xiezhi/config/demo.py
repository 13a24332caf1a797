"""One command from a clone to a working sample government."""

from __future__ import annotations

import os
import sys
import time

import django

from xiezhi.config.keys import data_folder


def run(host: str, port: int, workers: int) -> int:
    """Set up, load the sample if it isn't there, serve until Ctrl-C, stop what was started."""
    data = data_folder()
    address = f"http://{host}:{port}"
    os.environ.setdefault("XIEZHI_HASHED_STATIC", "1")
    os.environ.setdefault("XIEZHI_ADDRESS", address)  # where the codes on documents lead
    os.environ.setdefault("XIEZHI_ADDRESS", f"http://{host}:{port}")
    from xiezhi.config.serving import Server, collect, has_command, refuse_taken
    from xiezhi.config.setup import migrate, own_cluster, setup

    refuse_taken(host, port)
    cluster = own_cluster(data)
    ours = cluster is not None and not cluster.running()
    try:
        with _Step("启动数据库 Database"):
            setup(data)
            # From here on this folder is refused as production data: its passwords are public.
            (data / "demo").touch()
        django.setup()
        from django.core.management import call_command

        with _Step("建立表和权限 Tables and grants"):
            migrate(verbosity=0)
        if has_command("sample"):
            with _Step("载入示例政府 Sample government"):
                call_command("sample")
        with _Step("样式与脚本 Static files"):
            collect()
        return Server(host, port, workers).run(with_worker=True, ready=lambda: _tell(address))
    finally:
        if cluster and ours:
            cluster.stop()


def _tell(address: str) -> None:
    print(f"\n  公示门户 Portal  {address}/\n  办案台   Office  {address}/desk/")
    print("  Ctrl-C 停止 to stop\n", flush=True)


class _Step:
    """Says what is being done and how long it took."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __enter__(self) -> None:
        self.begun = time.monotonic()

    def __exit__(self, *failure: object) -> None:
        if failure[0] is None:
            print(f"  {self.name}  {time.monotonic() - self.begun:.1f} s", file=sys.stderr)
