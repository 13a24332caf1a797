"""Is what is collected or inspected in the agency's published list? Asked of its registers."""

from __future__ import annotations

import datetime as dt
from typing import Any

from xiezhi.identity.models import Organ
from xiezhi.registry.models import Item

#: Acts that are judged by it, with the category of the list.
_LISTS = {
    "levy.register": Item.Category.LEVY,
    "charge.register": Item.Category.CHARGE,
    "inspection.plan": Item.Category.INSPECTION,
}


def asked(act: str, agency: Organ, on: dt.date, typed: dict[str, Any]) -> dict[str, Any]:
    """The fact `on_list` of such an act: is an item that holds on that day named in it?

    Left out where the agency keeps no such list here: then whoever registers answers for it.
    """
    category = _LISTS.get(act)
    if category is None:
        return {}
    kept = Item.objects.of(agency, category, on).filter(published=True)
    items = list(kept.values_list("code", "name"))
    if not items:
        return {}
    said = f"{typed.get('cause') or ''} {typed.get('listed_as') or ''}"
    return {"on_list": any(code in said or name in said for code, name in items)}
