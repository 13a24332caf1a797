"""A version of a plan, written from values: what an administrator changes becomes a profile."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from xiezhi.procedure.policy import Policy, load
from xiezhi.procedure.policykeys import CHANNELS, CLASSES, KEYS, MonthDay, OneOf, Several, Terms


@dataclass(frozen=True, slots=True)
class Changed:
    """One value before and after."""

    key: str
    before: Any
    after: Any

    @property
    def label(self) -> str:
        return KEYS[self.key].label

    def __str__(self) -> str:
        return f"{self.label}：{said(self.key, self.before)} → {said(self.key, self.after)}"


def plain(policy: Policy, key: str) -> Any:
    """A value of a plan as it stands in a file."""
    return _plain(getattr(policy, key))


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value)
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return value


def changes(policy: Policy, values: Mapping[str, Any]) -> list[Changed]:
    """What these values change in a plan, in the order of its keys."""
    found = []
    for key in KEYS:
        if key in values:
            before = plain(policy, key)
            if not _same(before, values[key]):
                found.append(Changed(key, before, values[key]))
    return found


def _same(before: Any, after: Any) -> bool:
    """The order of a list means nothing."""
    if isinstance(before, list) and isinstance(after, list):
        return set(before) == set(after)
    return bool(before == after)


def said(key: str, value: Any) -> str:
    """A value in words: 10 个工作日; 行政处罚、行政许可; 是."""
    shape = KEYS[key].shape
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(shape, OneOf):
        return shape.choices.get(value, str(value))
    if isinstance(shape, Several):
        return "、".join(shape.choices.get(each, each) for each in value) or "无"
    if isinstance(shape, MonthDay):
        month, day = (int(part) for part in str(value).split("-"))
        return f"每年 {month} 月 {day} 日前"
    if isinstance(shape, Terms):
        return "；".join(
            f"{label} "
            + "、".join(f"{CLASSES[each]} {value[channel][each]}" for each in CLASSES)
            + " 个月"
            for channel, label in CHANNELS.items()
        )
    return _counted(key, value)


#: What only some plans ask: none is no amount, but no demand.
_NOT_ASKED = ("recorders_percent", "scanners_at_least", "progress_report_day")


def _counted(key: str, value: Any) -> str:
    unit = KEYS[key].unit
    if key in _NOT_ASKED and not value:
        return "不要求"
    if unit == "元":
        return f"{int(value):,} 元" if value else "没有规定"
    return f"{value}%" if unit == "%" else f"{value} {unit}".strip()


def write(
    policy: Policy, changed: list[Changed], *, base: str, version: int, title: str, clause: str
) -> str:
    """The text of the new version: everything that now differs from the plan it rests on."""
    shipped, now = load(base), {each.key: each.after for each in changed}
    lines = [
        f"code = {_toml(f'{base}@{version}')}",
        f"title = {_toml(title)}",
        f"extends = {_toml(base)}",
    ]
    for key in KEYS:
        source = policy.sources[key]
        value = now.get(key, plain(policy, key))
        if _same(plain(shipped, key), value):
            continue
        rule, note = (KEYS[key].rule, clause) if key in now else (source.rule, source.note)
        lines += ["", f"[{key}]", f"value = {_toml(value)}", f'rule = "{rule}"']
        if note:
            lines.append(f"from = {_toml(note)}")
    return "\n".join(lines) + "\n"


def _toml(value: Any) -> str:
    """A value as TOML writes it; a JSON string is a TOML basic string."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(_toml(each) for each in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else json.dumps(str(value), ensure_ascii=False)
