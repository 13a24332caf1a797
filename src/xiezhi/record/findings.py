"""What a verification found: each alteration by name, and how much was looked at."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any

#: Findings of one kind that are listed; further ones are counted.
LISTED = 50


@dataclass(frozen=True)
class Finding:
    """One thing that isn't as it was written down.

    `leaf` is the index in the log, from 0; a person reads it as 存证序号, from 1.
    """

    check: str
    what: str
    file: str = ""
    entry: int | None = None
    leaf: int | None = None

    def __str__(self) -> str:
        place = [f"案卷 {self.file}"] if self.file else []
        place += [f"第 {self.entry} 条记录"] if self.entry is not None else []
        place += [f"存证序号 {self.leaf + 1}"] if self.leaf is not None else []
        return f"{'，'.join(place)}：{self.what}" if place else self.what


@dataclass
class Report:
    """The outcome of one verification."""

    looked_at: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        return not self.found

    def add(self, finding: Finding) -> None:
        self.found[finding.check] += 1
        if self.found[finding.check] <= LISTED:
            self.findings.append(finding)

    def lines(self) -> list[str]:
        """The report as a person reads it: conclusion first."""
        looked = "、".join(f"{name} {number:,}" for name, number in self.looked_at.items())
        if self.ok:
            return ["未发现改动。", f"已核对：{looked or '没有内容'}。"]
        said = [f"发现 {self.found.total():,} 处不符："]
        said += [f"  × {finding}（{finding.check}）" for finding in self.findings]
        for check, number in self.found.items():
            if number > LISTED:
                said.append(f"  × 另有 {number - LISTED:,} 处同类不符（{check}）")
        return [*said, f"已核对：{looked}。"]

    def as_json(self) -> dict[str, Any]:
        return {
            "ok": self.ok,
            "looked_at": dict(self.looked_at),
            "found": dict(self.found),
            "findings": [asdict(finding) for finding in self.findings],
        }
