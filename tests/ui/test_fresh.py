"""The fields of a form are its own: what one form changes no other one has."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from xiezhi.faces.exchange.doing import FORMS
from xiezhi.ui.forms import ActForm
from xiezhi.ui.fresh import Fresh, fresh


def _parts(field: Any) -> dict[str, Any]:
    """What a copy shares with its original, by name."""
    return {**vars(field), **{f"widget.{k}": v for k, v in vars(field.widget).items()}}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.act)
def test_copies_are_those_of_the_library(form: type[ActForm]) -> None:
    for name, field in form.base_fields.items():
        made, expected, shared = _parts(fresh(field)), _parts(copy.deepcopy(field)), _parts(field)
        assert made.keys() == expected.keys(), name
        for part, value in expected.items():
            if part in ("_choices", "widget.choices", "_min_value", "_max_value"):
                continue  # the library copies their words, too, which nobody can change
            same = value is shared[part]
            assert (made[part] is shared[part]) == same, f"{name}: {part}"


def test_a_form_leaves_its_class_alone() -> None:
    form = next(one for one in FORMS if "officers" in one.base_fields)
    declared: Any = form.base_fields["officers"]
    before = list(declared.choices), dict(declared.widget.attrs), dict(declared.error_messages)
    mine: Any = copy.deepcopy(Fresh(form.base_fields))["officers"]
    mine.choices = [("1", "甲")]
    mine.widget.attrs["min"] = "1"
    mine.error_messages["required"] = "请选择"
    mine.validators.append(print)
    assert (list(declared.choices), declared.widget.attrs, declared.error_messages) == before
    assert print not in declared.validators
    assert list(mine.widget.choices) == [("1", "甲")]
