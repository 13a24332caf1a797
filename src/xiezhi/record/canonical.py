"""One text for one meaning: RFC 8785, so that any language recomputes the same digest."""

from __future__ import annotations

import datetime as dt
import decimal
import enum
import hashlib
import json
import re
import uuid
from collections.abc import Callable, Mapping
from typing import Any

import rfc8785


def canonical(obj: Any) -> str:
    """RFC 8785 text of values as they occur in acts.

    Days, moments (UTC, `Z`), sums of money and ids become strings first, since JSON has no
    type for them and a float would change a fine. What has no agreed text is refused.
    """
    try:
        # One pass in C gives the same text wherever nothing is written differently by the two.
        return _ENCODE(_simple(obj))
    except _NotSimple:
        return rfc8785.dumps(_plain(obj)).decode()


def digest(obj: Any) -> str:
    """SHA-256 (hex) of the canonical text: the 内容指纹 of a material or a seal."""
    return hashlib.sha256(canonical(obj).encode()).hexdigest()


def material_digest(
    *, kind: str, code: str, title: str, number: str, on: dt.date, fields: str, blob: str | None
) -> str:
    """The 内容指纹 of a material: all that is said of it, and the digest of its object.

    It stands in the ledger entry that put the material into the File; `fields` is the canonical
    text as stored.
    """
    return digest(
        {
            "kind": kind,
            "code": code,
            "title": title,
            "number": number,
            "on": on,
            "fields": fields,
            "blob": blob,
        }
    )


def moment(at: dt.datetime) -> str:
    """A moment as it is hashed: UTC, microseconds, `Z`. Naive times are refused."""
    if at.tzinfo is None:
        raise TypeError("a moment without time zone has no canonical text")
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


#: Sorts by code points, which for keys in ASCII is the order of RFC 8785.
_ENCODE = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
).encode
_LARGEST = 2**53 - 1
_HALF_PAIR = re.compile("[\ud800-\udfff]")


class _NotSimple(Exception):
    """Fractions, large numbers, other keys than ASCII: left to the library."""


def _simple(obj: Any) -> Any:
    """The same as `_plain`, of what is most common."""
    kind = type(obj)
    if kind is str:
        if obj.isprintable() or not _HALF_PAIR.search(obj):
            return obj
        raise _NotSimple
    if kind is dict:
        return {_simple_key(key): _simple(value) for key, value in obj.items()}
    if kind is list or kind is tuple:
        return [_simple(value) for value in obj]
    if obj is None or kind is bool or (kind is int and -_LARGEST <= obj <= _LARGEST):
        return obj
    convert = _AS_TEXT.get(kind)
    if convert is not None:
        return convert(obj)
    if isinstance(obj, enum.Enum):
        return _simple(obj.value)
    raise _NotSimple


#: What JSON has no type for, as `_plain` writes it.
_AS_TEXT: dict[type, Callable[[Any], str]] = {
    dt.date: dt.date.isoformat,
    dt.datetime: moment,
    decimal.Decimal: lambda sum_: format(sum_, "f"),
    uuid.UUID: str,
}


def _simple_key(key: Any) -> str:
    if type(key) is str and key.isascii():
        return key
    raise _NotSimple


def _plain(obj: Any) -> Any:
    for kind, convert in _CONVERSIONS:
        if isinstance(obj, kind):
            return convert(obj)
    raise TypeError(f"no canonical text for {type(obj).__name__}")


def _key(key: Any) -> str:
    plain = _plain(key)
    if not isinstance(plain, str):
        raise TypeError("keys of a canonical object are strings")
    return plain


#: The first that fits decides, so the narrower type stands first.
_CONVERSIONS: tuple[tuple[Any, Callable[[Any], Any]], ...] = (
    (type(None) | bool, lambda same: same),
    (enum.Enum, lambda member: _plain(member.value)),
    (str, str),
    (int | float, lambda same: same),
    (decimal.Decimal, lambda sum_: format(sum_, "f")),
    (dt.datetime, moment),
    (dt.date, dt.date.isoformat),
    (uuid.UUID, str),
    (Mapping, lambda pairs: {_key(key): _plain(value) for key, value in pairs.items()}),
    (list | tuple, lambda values: [_plain(value) for value in values]),
)
