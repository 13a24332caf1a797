"""Inputs that several acts of casework ask for: the party, the officers, the day."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from xiezhi.casework.known import answering
from xiezhi.casework.models import Party
from xiezhi.identity.models import Account, Organ
from xiezhi.identity.prepared import Prepared, Slot
from xiezhi.procedure.citations import Reason
from xiezhi.procedure.documents.vocabulary import SERVICE_MODES
from xiezhi.record.models import File, Participant
from xiezhi.registry.models import Officer
from xiezhi.registry.rules.identifiers import check_citizen_number, check_uscc
from xiezhi.ui.forms import DayField, LineField, PickField, PicksField, SelectField, TriField

ANSWERS = [("yes", "是"), ("no", "否"), ("unknown", "尚不清楚")]


def on_field(label: str = "办理日期", *, hint: str = "") -> DayField:
    """The legal day of an act; today unless it is entered afterwards."""
    return DayField(label=label, past=True, initial=timezone.localdate, help_text=hint)


def agency_of(by: Account | None, file: File | None) -> Organ | None:
    if file is not None:
        return file.agency
    if by is None:
        return None
    return by.unit if by.unit.kind == Organ.Kind.AGENCY else by.unit.parent


def officer_choices(by: Account | None, file: File | None) -> list[tuple[str, str]]:
    """The officers of the agency with their certificates."""
    agency = agency_of(by, file)
    if agency is None:
        return []
    rows = _OFFICERS.rows(agency=agency.pk)
    return [(str(person), f"{name}（{number}）") for person, name, number in rows]


_OFFICERS = Prepared(
    lambda: (
        Officer.objects.filter(agency=Slot("agency"))
        .order_by("number")
        .values_list("person", "person__name", "number")
    )
)


def handler_choices(file: File | None) -> list[tuple[str, str]]:
    if file is None:
        return []
    return [(str(person), name) for person, name in _HANDLERS.rows(file=file.pk)]


_HANDLERS = Prepared(
    lambda: (
        Participant.objects.filter(
            file=Slot("file"), capacity=Participant.Capacity.HANDLER, ended_on=None
        )
        .order_by("pk")
        .values_list("person", "person__name")
    )
)


class OfficersField(PicksField):
    """Two or more officers by person; the values are ids as numbers."""

    def clean(self, value: Any) -> list[int]:
        given = [str(item) for item in value] if isinstance(value, list | tuple) else value
        return [int(item) for item in super().clean(given)]


class PersonField(SelectField):
    """One person by id."""

    def clean(self, value: Any) -> int | None:
        cleaned = super().clean(str(value) if value not in (None, "") else "")
        return int(cleaned) if cleaned else None


class AnswerField(TriField):
    """是, 否, or not known; unknown fails closed wherever it matters.

    The answer that stops or burdens the case stands second; `bad` says which one that is.
    """

    def __init__(self, *, bad: str = "no", **kwargs: Any) -> None:
        order = ANSWERS if bad == "no" else [ANSWERS[1], ANSWERS[0], ANSWERS[2]]
        super().__init__(choices=order, **kwargs)

    def clean(self, value: Any) -> bool | None:
        if isinstance(value, bool):
            value = "yes" if value else "no"
        return {"yes": True, "no": False}.get(super().clean(value))


def mode_field() -> SelectField:
    return SelectField(label="送达方式", choices=SERVICE_MODES)


class WhoseFields(forms.Form):
    """当事人: which of several an act concerns. Nothing is asked where the case has one."""

    field_order: Any = ("on", "party")
    party = PersonField(label="当事人", required=False, help_text="有多个当事人的，逐个办理。")

    def prepare(self) -> None:
        super().prepare()  # type: ignore[misc]
        choose_party(self)


def choose_party(form: Any) -> None:
    """The parties of the File to choose from; without a choice there is no question."""
    if form.file is None:
        return
    parties = answering(form.file)
    if len(parties) < 2:
        del form.fields["party"]
        return
    form.fields["party"].choices = [("", "请选择"), *((str(p.pk), p.name) for p in parties)]
    form.fields["party"].required = True


PARTY_FIELDS = ("kind", "name", "code", "id_number", "address", "phone", "legal_rep")


class PartyFields(forms.Form):
    """当事人: codes are checked, and an ID number is asked for only of natural persons."""

    kind = PickField(label="当事人类型", choices=Party.Kind.choices)
    name = LineField(label="当事人姓名或者名称", max_length=200)
    code = LineField(
        label="统一社会信用代码",
        required=False,
        plain=True,
        max_length=18,
        help_text="法人、其他组织必填；个体工商户有的填写。",
    )
    id_number = LineField(
        label="身份证号",
        required=False,
        plain=True,
        max_length=18,
        help_text="只用于核对身份，任何页面都不完整显示。",
    )
    address = LineField(label="地址", required=False, max_length=300)
    phone = LineField(label="电话", required=False, plain=True, max_length=50)
    legal_rep = LineField(label="法定代表人、负责人或者经营者", required=False, max_length=100)

    def party(self) -> dict[str, Any]:
        return {name: self.cleaned_data.get(name) or "" for name in PARTY_FIELDS}

    def party_faults(self) -> list[Reason]:
        """Codes that fail their check digit."""
        data = self.cleaned_data
        found: list[Reason] = []
        if data.get("code"):
            found += check_uscc(data["code"], field="code")
        if data.get("id_number"):
            found += check_citizen_number(data["id_number"], field="id_number")
        return found

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for reason in self.party_faults():
            self.add_error(reason.field, f"{reason.say}（{reason.cite}）")
        kind, code = data.get("kind"), data.get("code")
        if kind in (Party.Kind.LEGAL_PERSON, Party.Kind.OTHER) and not code:
            self.add_error("code", "法人、其他组织请填写统一社会信用代码")
        if kind in (Party.Kind.LEGAL_PERSON, Party.Kind.OTHER) and data.get("id_number"):
            self.add_error("id_number", "法人、其他组织没有身份证号，请留空")
        return data


class OriginField(LineField):
    """An earlier File by its number, among those that whoever asks can see."""

    by: Account | None = None

    def clean(self, value: Any) -> File | None:
        number = super().clean(value)
        if not number:
            return None
        found = File.objects.visible_to(self.by).filter(number=number).first() if self.by else None
        if found is None:
            raise forms.ValidationError("没有这个案号的案卷，或者您不能查看", code="missing")
        return found


def origin_field(label: str, *, required: bool = False) -> OriginField:
    return OriginField(
        label=label, required=required, plain=True, max_length=80, help_text="填写案号。"
    )


class GroundFields(forms.Form):
    """The questions that decide whether a legal review is due; 尚不清楚 counts as a ground."""

    public_interest = AnswerField(
        label="涉及重大公共利益",
        bad="yes",
        help_text="以下七项决定要不要法制审核、集体讨论；说不准的选“尚不清楚”。",
    )
    social_risk = AnswerField(label="可能造成重大社会影响或者引发社会风险", bad="yes")
    major_rights = AnswerField(label="直接关系当事人或者第三人重大权益", bad="yes")
    complex = AnswerField(label="案件情况疑难复杂、涉及多个法律关系", bad="yes")
    beyond_benchmark = AnswerField(label="超出裁量基准或者减轻处罚", bad="yes")
    law_requires = AnswerField(label="法律、法规或者本机关目录规定应当审核的其他情形", bad="yes")
    crime = AnswerField(label="涉嫌犯罪，需要移送", bad="yes")

    def ground_answers(self) -> dict[str, bool | None]:
        return {name: self.cleaned_data.get(name) for name in GroundFields.base_fields}
