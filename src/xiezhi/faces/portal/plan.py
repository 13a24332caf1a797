"""Which plan the site's government follows today: the one that ships, or the version it made."""

from __future__ import annotations

from django.utils import timezone

from xiezhi.disclosure.public import plan_in_force
from xiezhi.faces.portal import frame
from xiezhi.procedure.policy import Policy, load


def policy() -> Policy:
    """The plan in force today, read at most twice a minute."""
    return frame.remembered("policy", _policy)


def _policy() -> Policy:
    organ = frame.government()
    return plan_in_force(organ, timezone.localdate()) if organ else load("national")
