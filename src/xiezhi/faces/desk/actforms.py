"""Every act's form, by the name of the act: the desk draws any act from its one declaration."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.citations import Reason
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.policy import Policy
from xiezhi.ui.forms import ActForm

_MODULES = (
    "xiezhi.record.archive_forms",
    "xiezhi.casework.forms",
    "xiezhi.review.forms",
    "xiezhi.decision.forms",
    "xiezhi.disclosure.forms",
)
#: Acts that open a File, with the words of their button on the work list.
OPENING = {act.name: act.opens for act in ACTS.values() if act.opens}


def outside_plan(act: str, plan: Policy) -> list[Reason]:
    """Why the Files that this act begins aren't opened under a plan; empty where some are."""
    refused = [plan.opening_refusals(k.code) for k in KINDS.values() if k.step(act)]
    return refused[0] if refused and all(refused) else []


@cache
def act_forms() -> dict[str, type[ActForm]]:
    """Act name to form."""
    found: dict[str, type[ActForm]] = {}
    for module in _MODULES:
        if find_spec(module) is None:
            continue
        for form in import_module(module).FORMS:
            found[form.act] = form
    return found


def form_of(act: str) -> type[ActForm] | None:
    return act_forms().get(act)


def verb_of(act: str) -> str:
    """The word on the button: the form's own, else the act's label."""
    form = form_of(act)
    return form.verb if form and form.verb else ACTS[act].label
