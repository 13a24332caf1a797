"""Import laws, article by article, from a folder of Markdown files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from xiezhi.registry.actions import SHIPPED, BadFolder, import_laws

_OUTCOMES = (("new", "新增"), ("updated", "更新"), ("unchanged", "未变"))


class Command(BaseCommand):
    """All files or none; importing twice changes nothing."""

    help = "从文件夹导入法律法规（每部一个“简称(日期).md”）；不写文件夹则导入随软件附带的。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=SHIPPED, help="文件夹")

    def handle(self, *_args: Any, folder: Path, **_options: Any) -> None:
        """Prints counts and what to look at."""
        try:
            done = import_laws(folder)
        except (BadFolder, OSError) as refusal:
            raise CommandError(str(refusal)) from refusal
        for title, unit, counts in (("法律法规", "部", done.laws), ("条文", "条", done.articles)):
            said = "，".join(f"{label} {counts[key]} {unit}" for key, label in _OUTCOMES)
            self.stdout.write(f"{title}：{said}")
        for doubt in done.doubts:
            self.stdout.write(f"请核对：{doubt}")
