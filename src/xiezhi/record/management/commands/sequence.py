"""`xiezhi sequence`: give what waits its place in the log and sign the new head."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from xiezhi.record import log


class Command(BaseCommand):
    help = "把待存证的内容编入总账并签名；默认编完即止。"
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--every", type=float, metavar="秒", help="一直运行，每隔这么久编一次")
        parser.add_argument(
            "--batch", type=int, default=1000, metavar="条", help="一次最多编多少条"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        while True:
            while head := log.sequence_once(options["batch"]):
                self.stdout.write(f"总账 {head.size} 条，已签名。")
            if options["every"] is None:
                return
            time.sleep(options["every"])
