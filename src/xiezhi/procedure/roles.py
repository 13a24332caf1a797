"""The roles in which people act (承办、审核、决定、公示、归档、监督、管理)."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """A role is held over an organ and everything below it."""

    HANDLER = "handler"
    UNIT_HEAD = "unit_head"
    REVIEWER = "reviewer"
    AGENCY_HEAD = "agency_head"
    PUBLISHER = "publisher"
    ARCHIVIST = "archivist"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Role.HANDLER: "承办人",
    Role.UNIT_HEAD: "承办机构负责人",
    Role.REVIEWER: "法制审核人员",
    Role.AGENCY_HEAD: "机关负责人",
    Role.PUBLISHER: "公示员",
    Role.ARCHIVIST: "档案员",
    Role.SUPERVISOR: "执法监督人员",
    Role.ADMINISTRATOR: "系统管理员",
}
