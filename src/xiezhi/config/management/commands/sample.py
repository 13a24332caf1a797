"""`xiezhi sample`: the invented government that `make demo` shows, and who may log in."""

from __future__ import annotations

import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from xiezhi.config.sample import PASSWORD, load
from xiezhi.config.sample.government import PLANS
from xiezhi.identity.models import Account, Organ


class Command(BaseCommand):
    """Refused in production, and in a database that holds somebody else's government."""

    help = "载入示例政府（安澜市）和各阶段的示例案件；可重复执行"

    def handle(self, *_args: Any, **_options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("示例账号的口令是公开的，不能载入生产环境。")
        known = Organ.objects.filter(parent=None).values_list("name", flat=True)
        if Account.objects.exists() and list(known) != ["安澜市人民政府"]:
            raise CommandError("数据库里已经有别的政府，示例只能载入空的数据库。")
        (settings.DATA / "demo").touch()
        live = sys.stderr.isatty()
        told = load(lambda what: self._say(what, live))
        if live:
            self.stderr.write("\r\033[K", ending="")
        self.stdout.write(_who(told))

    def _say(self, what: str, live: bool) -> None:
        self.stderr.write(
            f"\r\033[K    {what}" if live else f"    {what}", ending="" if live else "\n"
        )
        self.stderr.flush()


def _who(told: int) -> str:
    """The log-ins, one a line, aligned for a terminal in which a character takes two columns."""
    done = f"载入 {told} 件示例案件。" if told else "示例案件已在。"
    lines = [f"\n  {done}所有演示账号的口令都是 {PASSWORD}（公开的，不能用于生产环境）。\n"]
    for plan in PLANS:
        lines.append(f"  {plan.name}")
        units = dict(plan.units)
        for who in plan.people:
            roles = "、".join(role.label for role in who.roles)
            unit = units.get(who.unit, "")
            note = "（执法证件已暂扣）" if who.out else ""
            lines.append(f"    {who.username:<8}{_wide(who.name, 8)}{_wide(roles, 20)}{unit}{note}")
    lines.append("  安澜市人民政府\n    admin   管澜    系统管理员")
    return "\n".join(lines)


def _wide(text: str, columns: int) -> str:
    return text + " " * max(1, columns - 2 * len(text))
