"""One form for every declared act, drawn from its step: what it asks, in its fields' words."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, ClassVar, cast

from django import forms

from xiezhi.casework import actions
from xiezhi.casework.forms.shared import (
    PARTY_FIELDS,
    GroundFields,
    OfficersField,
    PartyFields,
    WhoseFields,
    choose_party,
    handler_choices,
    officer_choices,
    on_field,
    origin_field,
)
from xiezhi.casework.known import of_origin
from xiezhi.procedure import declared
from xiezhi.procedure.acts import ACTS, Act
from xiezhi.procedure.steps import Step
from xiezhi.record.forms import ObjectField, field_of, plain
from xiezhi.record.models import Entry, File
from xiezhi.ui.forms import ActForm, LineField, TextField, TickField

#: What every opening act asks of its matter, unless its step asks for it in its own words.
_MATTER: dict[str, forms.Field] = {
    "cause": LineField(label="事项", max_length=150),
    "brief": TextField(label="基本情况", max_length=5000),
}


class DeclaredForm(ActForm):
    """The form of one declared act; subclasses are made from the steps."""

    step: ClassVar[Step]
    on = on_field()

    def prepare(self) -> None:
        if self.step.of_party:
            choose_party(self)
        if self.step.links:
            self.fields["origin"].by = self.by  # type: ignore[attr-defined]
        if self.step.on_site:
            choices = officer_choices(self.by, self.file)
            self.fields["officers"].choices = choices  # type: ignore[attr-defined]
            self.fields["officers"].initial = [key for key, _name in handler_choices(self.file)]

    def typed(self) -> dict[str, Any]:
        """The answers to what the step asks, as plain JSON; empty ones are left out."""
        names = [field.name for field in declared.asked(self.step)]
        names += [name for name in _MATTER if name in self.fields and name not in names]
        values = {name: plain(self.cleaned_data.get(name)) for name in names}
        return {k: v for k, v in values.items() if v not in (None, "", [], {})}

    def given(self) -> actions.Given:
        d = self.cleaned_data
        answers = {name: d.get(name) for name in GroundFields.base_fields if name in self.fields}
        return actions.Given(
            self.typed(),
            site=self._site(),
            answers=answers,
            attached=d.get("attached"),
            origin=d.get("origin"),
            whose=d.get("party"),
        )

    def _site(self) -> actions.OnSite | None:
        d = self.cleaned_data
        if not self.step.on_site:
            return None
        return actions.OnSite(d["officers"], d["identity_shown"], d["rights_told"])

    def perform(self) -> Entry | File:
        on = self.cleaned_data["on"]
        return actions.do_declared(self.act, self.file, by=self.by, on=on, given=self.given())

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if declared.origin_fields(self.step):
            self._agree_with_origin(data)
        return data

    def _agree_with_origin(self, data: dict[str, Any]) -> None:
        """What the earlier File knows isn't typed, and never typed otherwise."""
        origin = data.get("origin")
        on = data.get("on")
        known = of_origin(origin, on) if origin and on else {}
        found = declared.from_origin(self.step, known)
        for field in declared.asked(self.step):
            if field.name not in declared.origin_fields(self.step) or not field.required:
                continue
            said, typed = found.get(field.name), plain(data.get(field.name))
            if not typed and not said and field.name not in self.errors:
                self.add_error(field.name, "请填写；关联的案卷里没有这一项。")
            elif typed and said and str(typed) != str(said):
                self.add_error(field.name, f"关联的案卷里是“{said}”，与填写的不同；留空即可。")


class OpeningForm(PartyFields, DeclaredForm):
    """The form of a declared act that opens a File: its party and its matter as well."""

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        given = any(data.get(name) for name in PARTY_FIELDS)
        if not self.fields["name"].required and (given or not data.get("origin")):
            for name in ("kind", "name"):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, "请填写；当事人与关联的案卷相同的，这几项都不填。")
        return data

    def perform(self) -> File:
        on = self.cleaned_data["on"]
        return actions.open_declared(
            self.act, by=self.by, on=on, party=self.party(), given=self.given()
        )


def form_for(act: Act, step: Step) -> type[DeclaredForm]:
    """The form class of a declared act."""
    kind = declared.opened_by(act.name)
    bases: tuple[type, ...] = (OpeningForm if kind else DeclaredForm,)
    if step.grounds:
        bases = (GroundFields, *bases)
    name = "".join(part.title() for part in act.name.replace(".", "_").split("_"))
    title = act.opens or act.label
    words = {"title": title, "intro": step.intro, "verb": step.verb or act.label}
    made: Any = type(name, bases, {"act": act.name, "step": step, **words, "confirm": step.confirm})
    fields = {"on": made.base_fields["on"], **_before(made, kind is not None)}
    if step.of_party:
        fields["party"] = WhoseFields.base_fields["party"]
    fields |= {field.name: field_of(field) for field in declared.asked(step)}
    fields = {**fields, **_after(step)}
    fields = _left_to_origin(step, fields, kind is not None)
    rest = {name: field for name, field in made.base_fields.items() if name not in fields}
    made.base_fields = made.declared_fields = {**fields, **rest}
    if kind is not None:
        _name_party(made, kind.party_label)
    return cast("type[DeclaredForm]", made)


def _before(made: Any, opening: bool) -> dict[str, forms.Field]:
    """Who it is about stands before what is asked."""
    if not opening:
        return {}
    return {**{name: made.base_fields[name] for name in PARTY_FIELDS}, **_MATTER}


def _left_to_origin(
    step: Step, fields: dict[str, forms.Field], opening: bool
) -> dict[str, forms.Field]:
    """What the earlier File can fill needn't be filled in; it is asked for first."""
    taken = declared.origin_fields(step)
    if not taken:
        return fields
    made = dict(fields)
    for name in taken | ({"kind", "name"} if "party" in taken and opening else set()):
        if name in made:
            made[name] = deepcopy(made[name])
            made[name].required = False
    first = {name: made[name] for name in ("on", "origin")}
    known = "、".join(str(made[name].label) for name in made if name in taken)
    who = "当事人" if "party" in taken and opening else ""
    words = "、".join(filter(None, (who, known)))
    if words:
        hint = f"填写案号，{words}从该案卷自动填写；没有关联案卷的，逐项填写。"
        first["origin"].help_text = hint
    return {**first, **made}


def _after(step: Step) -> dict[str, forms.Field]:
    found: dict[str, forms.Field] = {}
    if step.on_site:
        found["officers"] = OfficersField(label="在场的执法人员")
        found["identity_shown"] = TickField(label="已主动出示执法证件", required=False)
        found["rights_told"] = TickField(label="已告知权利义务", required=False)
    if step.attach:
        accept = "image/*,application/pdf,video/*,audio/*"
        found["attached"] = ObjectField(label=step.attach, required=False, accept=accept)
    if step.links:
        found["origin"] = origin_field(step.links, required=declared.needs_origin(step))
    return found


def _name_party(made: Any, label: str) -> None:
    """The party under the name it has in this kind of procedure: 申请人, 被审核单位."""
    words = {"kind": f"{label}类型", "name": f"{label}姓名或者名称"}
    for name, text in words.items():
        made.base_fields[name] = deepcopy(made.base_fields[name])
        made.base_fields[name].label = text


FORMS: tuple[type[ActForm], ...] = tuple(
    form_for(ACTS[name], step) for name, step in declared.DECLARED.items()
)
