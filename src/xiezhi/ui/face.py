"""What the frame of a page shows: who is working, where, and which tabs there are.

Views hand these to the templates as `face`; which tabs a face has, only config knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Tab:
    """One entry of a navigation; `count` is the number of *my* matters behind it, or None."""

    label: str
    url: str
    count: int | None = None
    current: bool = False


@dataclass(frozen=True, slots=True)
class StaffFace:
    """The 黛 header of a staff page: 办案台, 法制审核, 执法监督, 移动执法."""

    name: str
    url: str
    agency: str = ""
    unit: str = ""
    person: str = ""
    certificate: str = ""
    tabs: Sequence[Tab] = ()
    logout_url: str = ""
    account_url: str = ""


@dataclass(frozen=True, slots=True)
class PortalFace:
    """The white header and the foot of the public portal."""

    government: str
    name: str
    url: str
    tagline: str = ""
    keeper: str = ""
    tabs: Sequence[Tab] = ()
    foot_lines: Sequence[str] = ()
    foot_links: Sequence[Tab] = ()
    accessibility_url: str = ""
    mine_url: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One stage on the line of squares; state is "done", "on" or "" (still to come)."""

    label: str
    note: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Light:
    """A traffic light: red, amber, green, paused, provisional, nodata or na."""

    state: str
    text: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Seal:
    """One line of a timeline: the entry's number in its File, the act, what, when, who."""

    number: int
    title: str
    text: str = ""
    at: str = ""
    who: str = ""
    stage: str = ""
    verified: bool | None = None
    light: Light | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """One row of a work list: light and day | what to do and why | one button."""

    title: str
    url: str
    light: Light
    due: str = ""
    why: str = ""
    meta: Sequence[str] = ()
    verb: str = ""
    verb_url: str = ""
    primary: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter is a link with a count; `state` puts the light's shape before it."""

    label: str
    url: str
    count: int | None = None
    current: bool = False
    state: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """An act in 现在可以做: open with its hint or light, or closed with its reason."""

    label: str
    url: str
    hint: str = ""
    light: Light | None = None
    allowed: bool = True
    why_url: str = field(default="")
