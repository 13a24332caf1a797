"""`xiezhi verify`: has anything been altered since it was written down?"""

from __future__ import annotations

import json
import sys
import uuid
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from xiezhi.config.verifying import altered
from xiezhi.record import log
from xiezhi.record.models import File
from xiezhi.record.notes import NoteError, VerifierKey
from xiezhi.record.verify import Verifier


class Command(BaseCommand):
    help = "重新推算全部记录、材料、存证和原件，指出被改动之处；有改动时退出码为 1。"
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--file", metavar="案号", help="只核对一个案卷：案号或编号")
        parser.add_argument(
            "--against",
            action="append",
            default=[],
            metavar="文件",
            help="在别处保存或公布的总账签名，用来发现整体改写；可重复",
        )
        parser.add_argument(
            "--key", action="append", default=[], metavar="公钥", help="总账公钥；默认用本机所存"
        )
        parser.add_argument("--database", default="default", help="数据库别名")
        parser.add_argument("--no-objects", action="store_true", help="不读原件，只核对数据库")
        parser.add_argument("--json", action="store_true", help="输出 JSON")

    def handle(self, *_args: Any, **options: Any) -> None:
        using = options["database"]
        report = Verifier(
            using=using,
            file=_file(options["file"], using) if options["file"] else None,
            keys=_keys(options["key"]),
            against=[_text(path) for path in options["against"]],
            objects=not options["no_objects"],
            also=(altered,),
        ).run()
        if options["json"]:
            self.stdout.write(json.dumps(report.as_json(), ensure_ascii=False, indent=1))
        else:
            self.stdout.write("\n".join(report.lines()))
        if not report.ok:
            sys.exit(1)


def _file(named: str, using: str) -> uuid.UUID:
    try:
        return uuid.UUID(named)
    except ValueError:
        found = list(File.objects.using(using).filter(number=named)[:2])
    if len(found) != 1:
        raise CommandError(f"{'没有' if not found else '不止一个'}案卷的案号是 {named}。")
    return found[0].pk


def _keys(given: list[str]) -> list[VerifierKey]:
    try:
        return [VerifierKey.parse(key) for key in given] or log.keys()
    except NoteError as error:
        raise CommandError(f"公钥写得不对：{error}") from error


def _text(path: str) -> str:
    try:
        return Path(path).read_text()
    except OSError as error:
        raise CommandError(f"读不到 {path}：{error.strerror}。") from error
