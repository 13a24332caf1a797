"""`xiezhi work`: sequence the log, render new documents, find what is overdue, until stopped."""

from __future__ import annotations

import signal
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from xiezhi.config.worker import Worker, jobs


class Command(BaseCommand):
    help = "后台工作：账本入树、生成文书、到期提醒"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="每项做一遍就结束")

    def handle(self, *_args: Any, **options: Any) -> None:
        stop = Event()
        if not options["once"]:
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, lambda _number, _frame: stop.set())
        Worker(jobs(), stop).run(once=options["once"])
