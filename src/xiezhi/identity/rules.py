"""May this person do this act? Pure: posts and paths in, a verdict with its reason out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from xiezhi.procedure.citations import Citation, Reason, Rule, SourceStatus
from xiezhi.procedure.roles import Role

ROLE_RULE = Rule(
    code="ROLE",
    title="岗位权限",
    cite=Citation(
        law="平台岗位权限表",
        article="docs/reference/permissions.md",
        status=SourceStatus.SECONDARY,
    ),
)
HANDLER_RULE = Rule(
    code="ROLE-HANDLER",
    title="由本案承办人办理",
    cite=Citation(
        law="中华人民共和国行政处罚法",
        article="第四十二条第一款",
        quote="行政处罚应当由具有行政执法资格的执法人员实施。",
    ),
)


class Holds(Protocol):
    """A post as the rule sees it."""

    role: str

    def covers(self, path: str) -> bool: ...


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to "may I?": with the reason when the answer is no."""

    allowed: bool
    reason: Reason | None = None


ALLOWED = Verdict(allowed=True)


def may_by_role(roles: Iterable[Role], posts: Iterable[Holds], path: str, act: str) -> Verdict:
    """Does a post held over the organ at `path` carry one of the act's roles? Default: no."""
    wanted = tuple(roles)
    for post in posts:
        if Role(post.role) in wanted and post.covers(path):
            return ALLOWED
    names = "、".join(role.label for role in wanted) or "（没有岗位可以办理）"
    return Verdict(
        allowed=False,
        reason=Reason(
            rule=ROLE_RULE,
            say=f"“{act}”由{names}办理，您在本机关没有这个岗位。",
            todo=f"请{names}办理，或者请系统管理员核对您的岗位。",
        ),
    )


def not_a_handler(act: str) -> Verdict:
    """An act of the case's own officers, asked for by somebody else."""
    return Verdict(
        allowed=False,
        reason=Reason(
            rule=HANDLER_RULE,
            say=f"“{act}”只能由本案承办人办理，您不是本案承办人。",
            todo="请本案承办人办理，或者由负责人变更承办人。",
        ),
    )
