"""Each form has fields of its own; making them is a tenth of what a short request costs.

Django copies by the general way of `copy`, which asks every object how it would be pickled. These
are the same copies, made directly; a class with a way of its own is copied in that way.
"""

from __future__ import annotations

import copy
from typing import Any

from django import forms

_FIELDS = (forms.Field.__deepcopy__, forms.ChoiceField.__deepcopy__)
_WIDGETS = (forms.Widget.__deepcopy__, forms.widgets.ChoiceWidget.__deepcopy__)


class Fresh(dict[str, forms.Field]):
    """The declared fields of a form class; a deep copy of it is a form's own."""

    def __deepcopy__(self, _memo: Any) -> dict[str, forms.Field]:
        return {name: fresh(field) for name, field in self.items()}


def fresh(field: forms.Field) -> forms.Field:
    """A copy whose widget, messages, validators and choices are its own."""
    if type(field).__deepcopy__ not in _FIELDS:
        return copy.deepcopy(field)
    made: Any = _twin(field)
    made.widget = _widget(field.widget)
    made.error_messages = field.error_messages.copy()
    made.validators = field.validators[:]
    if isinstance(field, forms.ChoiceField):
        made._choices = copy.copy(made._choices)
    own: forms.Field = made
    return own


def _widget(widget: Any) -> Any:
    if type(widget).__deepcopy__ not in _WIDGETS:
        return copy.deepcopy(widget)
    made = _twin(widget)
    made.attrs = widget.attrs.copy()
    if isinstance(widget, forms.widgets.ChoiceWidget):
        made.choices = copy.copy(widget.choices)
    return made


def _twin(one: Any) -> Any:
    made = object.__new__(type(one))
    made.__dict__.update(one.__dict__)
    return made
