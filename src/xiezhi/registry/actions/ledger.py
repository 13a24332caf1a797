"""Writing changes of the registers down, in the standing File of the agency they belong to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from xiezhi.identity.models import Account, Organ, Post, Token
from xiezhi.identity.rules import ROLE_RULE
from xiezhi.procedure.citations import Reason, Refused
from xiezhi.procedure.kinds.standing import REGISTER
from xiezhi.record.actions import act
from xiezhi.record.models import File, Material
from xiezhi.record.policies import name_for
from xiezhi.registry.models import Benchmark, Item, Officer
from xiezhi.registry.models.reach import home, keeper

NUMBER = "权责基础数据"
#: What must never stand in the ledger, nor tell anything there.
_SECRET = frozenset({"password", "digest", "last_login", "session_epoch", "path", "key"})
#: More changes than this go into a material of the File instead of the entry's own body.
_IN_BODY = 20

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """A row before (None: a new one) and after; `organs` are whose row it was and is."""

    organs: frozenset[Organ]
    model: type[models.Model]
    pk: Any
    name: str
    before: Row | None
    after: Row

    @property
    def title(self) -> str:
        return str(self.model._meta.verbose_name)

    def facts(self) -> dict[str, Any]:
        return {
            "table": self.model._meta.db_table,
            "row": str(self.pk),
            "name": self.name,
            "before": self.before,
            "after": self.after,
        }

    def __str__(self) -> str:
        if self.before is None:
            return f"登记{self.title}“{self.name}”"
        return f"修改{self.title}“{self.name}”：{differences(self.model, self.before, self.after)}"


def snapshot(row: models.Model) -> Row:
    """A row as the ledger keeps it: columns and plain values, without secrets."""
    fields = [f for f in row._meta.concrete_fields if f.name not in _SECRET]
    return {field.attname: _plain(getattr(row, field.attname)) for field in fields}


def differences(model: type[models.Model], before: Row, after: Row) -> str:
    """状态：有效 → 暂扣；…"""
    said = []
    for column, value in after.items():
        if before.get(column) != value:
            field = next((f for f in model._meta.concrete_fields if f.attname == column), None)
            old, new = (_shown(field, part) for part in (before.get(column), value))
            said.append(f"{field.verbose_name if field else column}：{old} → {new}")
    return "；".join(said)


def owners(row: models.Model, by: Account) -> frozenset[Organ]:
    """The agency whose standing File a row's changes go to."""
    match row:
        case Organ():
            organ: Organ | None = row
        case Officer() | Item():
            organ = row.agency
        case Benchmark():
            organ = row.item.agency
        case Account():
            organ = row.unit
        case Post():
            organ = row.organ
        case Token():
            organ = row.account.unit
        case _:
            organ = home(by, timezone.localdate())
    if organ is None:
        raise Refused([outside(row)])
    return frozenset({keeper(organ)})


def outside(row: models.Model) -> Reason:
    """The refusal of a row that belongs to somebody else's administration."""
    return Reason(
        rule=ROLE_RULE,
        say=f"{row._meta.verbose_name}“{row}”不在您管理的机构范围内。",
        todo="请有管理范围的系统管理员办理。",
    )


def write_down(changes: Iterable[Change], *, by: Account, why: str = "") -> None:
    """One entry for each agency concerned, in the caller's transaction or one of its own."""
    by_organ: dict[Organ, list[Change]] = {}
    for change in changes:
        for organ in change.organs:
            by_organ.setdefault(organ, []).append(change)
    with transaction.atomic():
        for organ in sorted(by_organ, key=lambda organ: organ.path):
            _enter(standing_file(organ, by=by), by_organ[organ], by=by, why=why)


def _enter(file: File, changes: list[Change], *, by: Account, why: str) -> None:
    tables = sorted({change.model._meta.db_table for change in changes})
    facts: dict[str, Any] = {"tables": tables, "count": len(changes)}
    if why:
        facts["why"] = why
    with act("registry.change", file, by=by, facts=facts) as writing:
        rows = [change.facts() for change in changes]
        if len(changes) <= _IN_BODY:
            writing.body["changes"] = rows
        else:
            writing.material(
                Material.Kind.RECEIVED, "registry.changes", "基础数据变更明细", {"changes": rows}
            )
        writing.say(_sentence(changes))


def _sentence(changes: list[Change]) -> str:
    if len(changes) <= 3:
        return "；".join(str(change) for change in changes)
    new = sum(change.before is None for change in changes)
    titles = "、".join(dict.fromkeys(change.title for change in changes))
    return f"变更{titles} {len(changes)} 条：新登记 {new} 条，修改 {len(changes) - new} 条"


def standing_file(agency: Organ, *, by: Account) -> File:
    """The File in which an agency's powers are kept; opened at the first change."""
    known = File.objects.filter(agency=agency, number=NUMBER).first()
    if known:
        return known
    file = File(
        agency=agency,
        unit=agency,
        kind=REGISTER.code,
        version=REGISTER.version,
        policy=name_for(agency.policy_code(), agency, timezone.localdate()),
        number=NUMBER,
        title=f"{agency.name}权责基础数据",
        opened_on=timezone.localdate(),
    )
    try:
        with transaction.atomic(), act("record.open", file, by=by) as writing:
            file.save(force_insert=True)
            writing.say(f"建立{file.title}案卷")
    except IntegrityError:  # another administrator opened it in this moment
        return File.objects.get(agency=agency, number=NUMBER)
    return file


def _plain(value: Any) -> Any:
    match value:
        case Decimal():
            return format(value, "f")
        case dt.date():
            return value.isoformat()
        case list() | tuple():
            return [_plain(part) for part in value]
        case None | bool() | int() | str():
            return value
        case _:
            return str(value)


def _shown(field: Any, value: Any) -> str:
    if value in (None, "", []):
        return "（空）"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "、".join(map(str, value))
    choices = dict(getattr(field, "flatchoices", None) or ())
    return str(choices.get(value, value))
