"""What an act is: its name, its Chinese label, who does it."""

from __future__ import annotations

from dataclasses import dataclass

from xiezhi.procedure.roles import Role

HANDLER, UNIT_HEAD, HEAD = Role.HANDLER, Role.UNIT_HEAD, Role.AGENCY_HEAD
REVIEWER, PUBLISHER, ARCHIVIST = Role.REVIEWER, Role.PUBLISHER, Role.ARCHIVIST
SUPERVISOR, ADMINISTRATOR = Role.SUPERVISOR, Role.ADMINISTRATOR


@dataclass(frozen=True, slots=True)
class Act:
    """One legal act: what it is called and who may do it.

    `substance` marks acts that change what a legal review looks at: after one of them an earlier
    review no longer counts. `handlers_only` means the File's own officers, not just anybody who
    holds the role. `opens` are the words of the button that begins a File with this act.
    `addressee` are acts of the agency that a File is addressed to, not of the one whose File it is:
    of its head, and of those whom the head named.
    """

    name: str
    label: str
    roles: tuple[Role, ...]
    handlers_only: bool = False
    substance: bool = False
    opens: str = ""
    addressee: bool = False

    @property
    def context(self) -> str:
        return self.name.partition(".")[0]


def own(name: str, label: str, *, substance: bool = False) -> Act:
    """Done by the File's own officers."""
    return Act(name, label, (HANDLER,), handlers_only=True, substance=substance)


def by(name: str, label: str, *roles: Role, substance: bool = False, opens: str = "") -> Act:
    """Done by whoever holds one of the roles over the File's unit."""
    return Act(name, label, roles, substance=substance, opens=opens)


def answering(name: str, label: str, *roles: Role) -> Act:
    """Done by the agency that the File is addressed to; handlers are those its head named."""
    return Act(name, label, roles, addressee=True)
