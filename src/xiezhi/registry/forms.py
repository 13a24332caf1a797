"""修改方案: one input a key, with its unit, its bound and the article that sets it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone

from xiezhi.identity.models import Account, Organ, Profile
from xiezhi.procedure.policy import Policy
from xiezhi.procedure.policydraft import changes, plain, said
from xiezhi.procedure.policykeys import (
    CHANNELS,
    CLASSES,
    GROUPS,
    KEYS,
    TERMS,
    Key,
    MonthDay,
    OneOf,
    Several,
    Terms,
    YesNo,
)
from xiezhi.procedure.rulebook import rule
from xiezhi.registry.actions import Draft, draft_profile, set_profile
from xiezhi.ui.forms import ActForm, DayField, LineField, NumberField, PickField, PicksField

_TERMS = "publication_terms"


class PlanForm(ActForm):
    """Every value of an organ's plan as it will stand, from which day on, and by which paper."""

    act = "registry.set_profile"
    title = "修改方案"
    verb = "看看影响"
    asked_as = {_TERMS: f"{_TERMS}.portal.minor"}  # noqa: RUF012 (the library's type)

    starts_on = DayField(label="自何日起施行")
    clause = LineField(
        label="依据",
        max_length=100,
        help_text="本机关修改方案的文件和条款，例如“安市监发〔2026〕12号三（二）”。",
    )

    def __init__(self, *args: Any, organ: Organ, policy: Policy, **kwargs: Any) -> None:
        self.organ, self.policy = organ, policy
        super().__init__(*args, **kwargs)

    def prepare(self) -> None:
        self.fields["starts_on"].initial = timezone.localdate()
        for key in KEYS.values():
            value = plain(self.policy, key.name)
            if isinstance(key.shape, Terms):
                self.fields.update(_terms_fields(value))
            else:
                field = field_of(key)
                field.initial = _shown(value)
                field.help_text = hint(key, self.policy)
                self.fields[key.name] = field

    def groups(self) -> Iterator[tuple[str, list[forms.BoundField], bool]]:
        """The inputs under the headings of the page; is one of them to be mended?"""
        for title, keys in GROUPS.items():
            names = [name for key in keys for name in self.fields if name.partition(".")[0] == key]
            fields = [self[name] for name in names]
            yield title, fields, any(field.errors for field in fields)

    def values(self) -> dict[str, Any]:
        """What was changed on the page, as a profile writes it; the rest stays with the plan."""
        typed = self.cleaned_data
        found = {name: _read(key, typed[name]) for name, key in KEYS.items() if name in typed}
        terms = {c: {k: int(typed[f"{_TERMS}.{c}.{k}"]) for k in CLASSES} for c in CHANNELS}
        return {c.key: c.after for c in changes(self.policy, {**found, _TERMS: terms})}

    def draft(self) -> Draft:
        """The version this would make; raises Refused like the act itself."""
        return draft_profile(self.organ, by=self._by(), **self._given())

    def perform(self) -> Profile:
        return set_profile(self.organ, by=self._by(), **self._given())

    def _given(self) -> dict[str, Any]:
        typed = self.cleaned_data
        return {
            "values": self.values(),
            "starts_on": typed["starts_on"],
            "clause": typed["clause"],
        }

    def _by(self) -> Account:
        assert isinstance(self.by, Account)
        return self.by


def field_of(key: Key) -> forms.Field:
    """The input of one key."""
    match key.shape:
        case YesNo():
            return PickField(label=key.label, choices=[("yes", "是"), ("no", "否")])
        case OneOf(words):
            return PickField(label=key.label, choices=list(words.items()))
        case Several() as several:
            listed = list(several.choices.items())
            return PicksField(label=key.label, choices=listed, required=False)
        case MonthDay():
            return LineField(label=key.label, max_length=5, plain=True)
        case _:
            return NumberField(label=key.title, max_digits=9, decimal_places=0)


def hint(key: Key, policy: Policy) -> str:
    """The bound with its article, and what the plan says now with the place where it says so."""
    floor = f"{key.shape.floor}（{rule(key.rule).cite}）。" if key.shape.floor else ""
    source = policy.sources[key.name]
    place = source.note or str(rule(source.rule).cite)
    return f"{floor}现在：{said(key.name, plain(policy, key.name))}。依据：{place}。"


def _terms_fields(value: dict[str, dict[str, int]]) -> dict[str, forms.Field]:
    found: dict[str, forms.Field] = {}
    for channel, label in CHANNELS.items():
        for each, words in CLASSES.items():
            least, most = TERMS[channel][each]
            bound = f"只能是 {least}" if least == most else f"{least} 至 {most}"
            found[f"{_TERMS}.{channel}.{each}"] = NumberField(
                label=f"{label}公示期，{words}（个月）",
                initial=value[channel][each],
                help_text=f"{bound}（{rule('SAMR-18').cite}）。0 是不公示。",
                max_digits=3,
                decimal_places=0,
            )
    return found


def _shown(value: Any) -> Any:
    return ("yes" if value else "no") if isinstance(value, bool) else value


def _read(key: Key, typed: Any) -> Any:
    if isinstance(key.shape, YesNo):
        return typed == "yes"
    return int(typed) if isinstance(typed, Decimal) else typed
