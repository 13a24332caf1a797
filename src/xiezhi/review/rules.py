"""Pure judgements of the review: ten answers, a verdict that follows from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.review_grounds import CHECKLIST
from xiezhi.procedure.rulebook import refuse

CRIME = "crime"


def judge_answers(answers: Sequence[Mapping[str, Any]], verdict: str, reasons: str) -> list[Reason]:
    """Each of the ten points answered with what was relied on; the verdict can't outrun them."""
    given = {str(answer.get("point")): answer for answer in answers}
    found = [
        reason
        for point in CHECKLIST
        for reason in _judge_point(point.code, point.label, given.get(point.code))
    ]
    failed = [p.label for p in CHECKLIST if _verdict(given.get(p.code)) == "fail"]
    if verdict == "approved" and failed:
        found.append(
            refuse(
                "REV-CHECK",
                f"有 {len(failed)} 项不符合（{'、'.join(failed)}），意见不能是“同意”。",
                todo="出具纠正意见；涉嫌犯罪的，移送有权机关。",
                field="verdict",
            )
        )
    if verdict != "approved" and not failed:
        found.append(
            refuse(
                "REV-CHECK",
                "十项都符合，意见却不是“同意”。",
                todo="在不符合的那一项里写明理由。",
                field="verdict",
            )
        )
    if not reasons.strip():
        found.append(refuse("REV-CHECK", "没有写明审核意见的理由和依据。", field="reasons"))
    return found


def _verdict(answer: Mapping[str, Any] | None) -> str | None:
    return None if answer is None else answer.get("verdict")


def _judge_point(code: str, label: str, answer: Mapping[str, Any] | None) -> list[Reason]:
    if answer is None or answer.get("verdict") not in ("pass", "fail", "na"):
        return [refuse("REV-CHECK", f"“{label}”还没有选择结论。", field=f"point_{code}")]
    if answer["verdict"] == "fail" and not answer.get("note"):
        return [refuse("REV-CHECK", f"“{label}”选了不符合，请填写理由。", field=f"note_{code}")]
    if answer["verdict"] == "pass" and not answer.get("material"):
        return [refuse("REV-CHECK", f"“{label}”没有指出依据的材料。", field=f"material_{code}")]
    return []
