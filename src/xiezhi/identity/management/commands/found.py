"""Found a deployment: its highest government and the first administrator."""

from __future__ import annotations

import getpass
import os
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from xiezhi.identity.actions import found
from xiezhi.identity.models import Organ, Person


class Command(BaseCommand):
    """Everything after this is done by people and written down; this isn't, so it runs once."""

    help = "建立最高一级人民政府和第一个系统管理员。只能在没有账号时执行一次。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--name", required=True, help="人民政府全称")
        parser.add_argument("--region", required=True, help="行政区划代码，六位")
        parser.add_argument("--person", required=True, help="管理员姓名")
        parser.add_argument("--username", required=True, help="管理员账号")

    def handle(self, *_args: Any, **options: Any) -> None:
        """The password is asked for, or read from XIEZHI_FOUNDING_PASSWORD."""
        password = os.environ.get("XIEZHI_FOUNDING_PASSWORD") or getpass.getpass("口令：")
        government = Organ(
            kind=Organ.Kind.GOVERNMENT,
            slug=f"g{options['region']}",
            name=options["name"],
            region=options["region"],
        )
        try:
            account = found(
                government, Person(name=options["person"]), options["username"], password
            )
        except (ValueError, ValidationError) as refusal:
            said = refusal.messages if isinstance(refusal, ValidationError) else [str(refusal)]
            raise CommandError("；".join(said)) from refusal
        self.stdout.write(f"已建立{government}和系统管理员{account}。")
