"""What each act of the review takes."""

from __future__ import annotations

from typing import Any

from xiezhi.casework.forms.shared import GroundFields, on_field
from xiezhi.procedure.review_grounds import CHECKLIST
from xiezhi.record.models import Entry
from xiezhi.review import actions
from xiezhi.review.actions import package
from xiezhi.review.models import Opinion
from xiezhi.ui.forms import ActForm, LineField, PickField, SelectField, TextField, TriField

POINT_ANSWERS = [("pass", "符合"), ("fail", "不符合"), ("na", "不涉及")]


class Submit(ActForm):
    act = "review.submit"
    title = "提请法制审核"
    intro = "送审材料从案卷里取，提交时封存；以后改动案件内容，须重新送审。"
    verb = "提请审核"
    on = on_field("送审日期")
    opinion = TextField(label="承办人意见", rows=3)
    answer = TextField(label="对上一轮审核意见的答复", required=False, rows=3)

    def perform(self) -> Entry:
        return actions.submit(self.file, by=self.by, **self.cleaned_data)


class ReturnMaterials(ActForm):
    act = "review.return_materials"
    title = "退回补正送审材料"
    intro = "一次性写明缺少的全部材料。"
    verb = "退回补正"
    on = on_field("退回日期")
    lacking = TextField(label="缺少的材料")

    def perform(self) -> Entry:
        return actions.return_materials(self.file, by=self.by, **self.cleaned_data)


class GiveOpinion(ActForm):
    """Ten points, three answers each, nothing preset; every answer names what it relies on."""

    act = "review.give_opinion"
    title = "出具法制审核意见"
    verb = "出具审核意见"
    on = on_field("出具日期")
    verdict = PickField(label="审核意见", choices=Opinion.Verdict.choices)
    reasons = TextField(label="理由和依据", rows=4)

    def prepare(self) -> None:
        choices = self.materials()
        for point in CHECKLIST:
            self.fields[f"point_{point.code}"] = TriField(
                label=point.label, choices=POINT_ANSWERS, required=False
            )
            self.fields[f"material_{point.code}"] = SelectField(
                label="依据的材料", choices=choices, required=False
            )
            self.fields[f"note_{point.code}"] = LineField(
                label="说明", required=False, max_length=500
            )

    def materials(self) -> list[tuple[str, str]]:
        if self.file is None:
            return []
        lying = package(self.file)
        return [(f"{each['name']} {each['number']}".strip(),) * 2 for each in lying]

    def answers(self) -> list[dict[str, Any]]:
        d = self.cleaned_data
        return [
            {
                "point": point.code,
                "verdict": d.get(f"point_{point.code}") or None,
                "material": d.get(f"material_{point.code}") or None,
                "note": d.get(f"note_{point.code}") or None,
            }
            for point in CHECKLIST
        ]

    def perform(self) -> Entry:
        d = self.cleaned_data
        return actions.give_opinion(
            self.file,
            by=self.by,
            on=d["on"],
            verdict=d["verdict"],
            answers=self.answers(),
            reasons=d["reasons"],
        )


class Exempt(GroundFields, ActForm):
    act = "review.exempt"
    title = "确认不属于法制审核范围"
    intro = "每一种应当审核的情形都要逐项否定；有一项属于或者尚不清楚，就须提请审核。"
    verb = "确认不属于审核范围"
    on = on_field("确认日期")

    def perform(self) -> Entry:
        d = self.cleaned_data
        return actions.exempt(self.file, by=self.by, on=d["on"], answers=self.ground_answers())


FORMS: tuple[type[ActForm], ...] = (Submit, ReturnMaterials, GiveOpinion, Exempt)
