"""不服怎么办: where, how and until when a party can seek remedies (复议法 2023, 诉讼法).

Since 2024 the reconsideration body of a local department is the people's government at the same
level. Against a penalty made on the spot reconsideration comes first.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from xiezhi.procedure.citations import Citation, Reason
from xiezhi.procedure.rulebook import refuse, rule


class Body(StrEnum):
    """What the deciding agency is: it settles who reconsiders."""

    DEPARTMENT = "department"
    JUSTICE = "justice"
    VERTICAL = "vertical"
    GOVERNMENT = "government"


_BODY_RULE = {
    Body.DEPARTMENT: "REM-3",
    Body.JUSTICE: "REM-3-3",
    Body.VERTICAL: "REM-3-2",
    Body.GOVERNMENT: "REM-3-4",
}


@dataclass(frozen=True, slots=True)
class Remedies:
    """What a document says about remedies. `first`: reconsideration before the court."""

    body: str
    court: str
    first: bool
    on_spot: bool
    agency: str
    online: str
    rules: tuple[str, ...]
    you: str

    @property
    def cites(self) -> tuple[Citation, ...]:
        return tuple(rule(code).cite for code in self.rules)

    def text(self) -> str:
        """The paragraph of the decision."""
        return "".join(self.sentences())

    def sentences(self) -> list[str]:
        said = [self._compulsory() if self.first else self._free()]
        if self.on_spot:
            said.append(f"行政复议申请也可以通过{self.agency}提交。")
        if self.online:
            said.append(f"可以在网上提交行政复议申请书：{self.online}。")
        said.append("申请行政复议或者提起行政诉讼期间，本决定不停止执行，法律另有规定的除外。")
        return said

    def _free(self) -> str:
        return (
            f"{self.you}如不服本决定，可以自收到本决定书之日起六十日内向{self.body}申请行政复议，"
            f"也可以自收到本决定书之日起六个月内向{self.court}提起行政诉讼。"
        )

    def _compulsory(self) -> str:
        return (
            f"{self.you}如不服本决定，应当自收到本决定书之日起六十日内先向{self.body}申请行政复议；"
            f"对行政复议决定不服的，可以自收到行政复议决定书之日起十五日内向{self.court}提起行政诉讼。"
        )


def remedies(
    *,
    agency: str,
    government: str,
    court: str,
    body: Body = Body.DEPARTMENT,
    superior: str = "",
    on_spot: bool = False,
    required_first: bool = False,
    served_online: bool = False,
    online: str = "",
    you: str = "当事人",
) -> Remedies:
    """Compose the remedies. `superior` is the superior department (or government) where due.

    `required_first` where a law or an administrative regulation puts reconsideration first.
    Raises ValueError where `refusals` would say why it can't be composed.
    """
    if wrong := refusals(
        government=government, court=court, body=body, superior=superior,
        served_online=served_online, online=online,
    ):  # fmt: skip
        raise ValueError("；".join(str(reason) for reason in wrong))
    first = on_spot or required_first
    rules = ["REM-1", _BODY_RULE[body], "REM-2-2" if first else "REM-2", "REM-2-3", "REM-11"]
    rules += ["REM-4", "REM-4-2", "REM-5"] if on_spot else ["REM-4-2"] if first else []
    rules += ["REM-6"] if served_online else []
    return Remedies(
        body=_who(body, government, superior),
        court=court,
        first=first,
        on_spot=on_spot,
        agency=agency,
        online=online,
        rules=tuple(rules),
        you=you,
    )


def _who(body: Body, government: str, superior: str) -> str:
    if body is Body.JUSTICE:
        return f"{government}或者{superior}"
    return superior if body in (Body.VERTICAL, Body.GOVERNMENT) else government


def refusals(
    *,
    government: str,
    court: str,
    body: Body = Body.DEPARTMENT,
    superior: str = "",
    served_online: bool = False,
    online: str = "",
) -> list[Reason]:
    """What is missing for a document to tell its remedies."""
    found = []
    if body in (Body.DEPARTMENT, Body.JUSTICE) and not government:
        found.append(
            refuse("REM-3", "没有写明行政复议机关。", todo="登记本级人民政府。", field="government")
        )
    if body is not Body.DEPARTMENT and not superior:
        found.append(
            refuse(
                _BODY_RULE[body], "没有写明上一级机关。", todo="登记上级机关。", field="superior"
            )
        )
    if not court:
        found.append(
            refuse("REM-2-3", "没有写明管辖法院。", todo="登记管辖的人民法院。", field="court")
        )
    if served_online and not online:
        found.append(
            refuse(
                "REM-6",
                "通过互联网送达的，应当同时提供网上行政复议渠道。",
                todo="登记网上复议的地址。",
                field="online",
            )
        )
    return found
