"""Which plan a File follows, and which one a new File begins with.

A plan ships with the software (`S1`) or is a version of it that an administrator wrote down
(`S1@2`). Versions never change, so each is read from the database once.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

from xiezhi.identity.models import Profile
from xiezhi.identity.prepared import Among, Prepared, Slot
from xiezhi.procedure.policy import Policy, from_stored, load

if TYPE_CHECKING:
    from xiezhi.identity.models import Organ
    from xiezhi.record.models import File


def policy_of(file: File) -> Policy:
    """The plan a File began with, as it holds in its agency.

    Some plans ask for a review of everything only where there is a legal unit (L2).
    """
    policy = policy_named(file.policy)
    return policy if file.agency.has_legal_unit else policy.without_legal_unit()


def policy_for(organ: Organ, on: dt.date) -> Policy:
    """The plan that a File opened here on that day begins with."""
    policy = policy_named(name_for(organ.policy_code(), organ, on))
    return policy if organ.has_legal_unit else policy.without_legal_unit()


def policy_named(name: str) -> Policy:
    """The plan of this name. Raises KeyError for one we don't have."""
    code, marked, version = name.partition("@")
    return _version(code, int(version)) if marked else load(code)


@cache
def _version(code: str, version: int) -> Policy:
    text = Profile.objects.filter(code=code, version=version).values_list("text", flat=True).first()
    if text is None:
        raise KeyError(f"no policy profile {code}@{version}")
    return from_stored(text)


def forget() -> None:
    """Read the versions again: where a test has taken one back."""
    _version.cache_clear()


def version_for(code: str, organ: Organ, on: dt.date) -> Profile | None:
    """The version of a plan in force on a day: the newest of the nearest organ that has any."""
    return max(
        _BEGUN.all(code=code, paths=organ.chain(), on=on),
        key=lambda made: (len(made.organ.path), made.starts_on, made.version),
        default=None,
    )


#: Asked whenever a File is opened.
_BEGUN = Prepared(
    lambda: Profile.objects.filter(
        Among("organ__path", Slot("paths")), code=Slot("code"), starts_on__lte=Slot("on")
    ).select_related("organ")
)


def name_for(code: str, organ: Organ, on: dt.date) -> str:
    """What a File opened here on that day follows: `S1`, or a version of it, `S1@2`."""
    found = version_for(code, organ, on)
    return found.name if found else code
