"""Addresses inside the desk. A page holds dozens, so each pattern is looked up only once."""

from __future__ import annotations

import uuid
from functools import cache
from urllib.parse import quote

from django.urls import reverse

_PK, _OTHER = uuid.UUID(int=1), uuid.UUID(int=2)
#: Acts with a page of their own.
OWN_PAGES = {"review.give_opinion": "desk:bench"}


@cache
def _pattern(name: str, *places: uuid.UUID | str) -> str:
    return reverse(name, args=places)


def case_url(pk: uuid.UUID) -> str:
    return _pattern("desk:case", _PK).replace(str(_PK), str(pk))


def open_url(act: str) -> str:
    """Where a case is opened by this act."""
    return _pattern("desk:open", act)


def kind_url(code: str) -> str:
    """The page that explains a kind of procedure: flow chart, limits, documents."""
    return reverse("desk:kind", args=[code])


def act_url(pk: uuid.UUID, act: str) -> str:
    """Where the act is done in this File."""
    if act in OWN_PAGES:
        return _pattern(OWN_PAGES[act], _PK).replace(str(_PK), str(pk))
    return _pattern("desk:act", _PK, quote(act)).replace(str(_PK), str(pk))


def material_url(pk: uuid.UUID, material: uuid.UUID) -> str:
    pattern = _pattern("desk:material", _PK, _OTHER)
    return pattern.replace(str(_PK), str(pk)).replace(str(_OTHER), str(material))
