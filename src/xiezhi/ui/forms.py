"""The one declaration of what an act takes: the desk draws it, the API derives its schema."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from django import forms
from django.forms.utils import ErrorDict
from django.utils.datastructures import MultiValueDict

from xiezhi.ui.errors import add_refusal
from xiezhi.ui.fields import (
    DayField,
    LineField,
    MoneyField,
    NumberField,
    PickField,
    PicksField,
    SelectField,
    TextField,
    TickField,
    TriField,
    UploadField,
    asks,
)
from xiezhi.ui.fresh import Fresh
from xiezhi.ui.rows import Column, RowsField

__all__ = [
    "ActForm",
    "Column",
    "DayField",
    "LineField",
    "MoneyField",
    "NumberField",
    "PickField",
    "PicksField",
    "RowsField",
    "SelectField",
    "TextField",
    "TickField",
    "TriField",
    "UploadField",
    "add_refusal",
]


class ActForm(forms.Form):
    """What one act takes, in the words of the page.

    `act` names the act (`casework.propose_filing`), `verb` its button, `confirm` the consequences
    that are printed above the button. `perform` calls the action of the context and may raise
    `Refused`, which the caller hands to `add_refusal`.
    """

    act: ClassVar[str] = ""
    title: ClassVar[str] = ""
    intro: ClassVar[str] = ""
    verb: ClassVar[str] = ""
    confirm: Sequence[str] = ()
    wide: ClassVar[bool] = False
    #: A rule's own word for what this form asks under another name: fine → penalties.
    asked_as: ClassVar[Mapping[str, str]] = {}
    use_required_attribute = False

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        files: MultiValueDict[str, Any] | None = None,
        *,
        file: Any = None,
        by: Any = None,
        **kwargs: Any,
    ) -> None:
        self.file, self.by = file, by
        self.refusals: list[Any] = []
        kwargs.setdefault("label_suffix", "")
        vars(self)["base_fields"] = Fresh(self.base_fields)  # the library copies these
        super().__init__(data, files, **kwargs)
        self.prepare()
        for field in self.fields.values():
            if not isinstance(field, TickField):
                field.error_messages["required"] = asks(field)
            if isinstance(field, DayField):
                field.widget.attrs.update(field.limits())

    def prepare(self) -> None:
        """Set choices, hints, initial values and legal ranges from `self.file` and `self.by`.

        Either may be None when only the shape of the form is asked for (API schema).
        """

    @classmethod
    def from_json(cls, values: Mapping[str, Any], *, file: Any, by: Any) -> Self:
        """The same form, bound to values of the API instead of a page."""
        form = cls({}, file=file, by=by)
        form.data = form.defaults() | form.renamed(values)
        return form

    def renamed(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """What the API says, under the names of the form's fields."""
        return dict(values)

    def defaults(self) -> dict[str, Any]:
        """What the page would show before anything is typed."""
        shown = {name: self.get_initial_for_field(f, name) for name, f in self.fields.items()}
        return {name: value for name, value in shown.items() if value is not None}

    @property
    def adding_row(self) -> bool:
        """Was 再加一行 pressed? Then the form is shown again, unjudged."""
        return self.is_bound and any(
            self.add_prefix(name) + "-more" in self.data
            for name, field in self.fields.items()
            if isinstance(field, RowsField)
        )

    def is_valid(self) -> bool:
        return not self.adding_row and super().is_valid()

    def full_clean(self) -> None:
        if self.adding_row:
            self._errors = ErrorDict(renderer=self.renderer)
            self.cleaned_data = {}
            return
        super().full_clean()

    @property
    def multipart(self) -> bool:
        return self.is_multipart()

    @abstractmethod
    def perform(self) -> object:
        """Do the act with `self.cleaned_data`; returns what the action returns."""
        raise NotImplementedError
