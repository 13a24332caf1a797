"""What an applicant's earlier Files say of false papers and fraud (许可法 arts. 78, 79)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from xiezhi.casework.models import Case, Party
from xiezhi.record.models import Entry, File

#: Acts that are judged by it: the application, and its answer.
_APPLYING = ("licence.apply", "licence.apply_joint", "licence.apply_renewal")
ANSWERING = ("licence.accept", "licence.refuse_acceptance")
_READ = (
    "licence.refuse_acceptance",
    "licence.propose",
    "licence.begin_taking",
    "licence.propose_taking",
    "decision.issue",
    "decision.revoke",
)


def asked(act: str, file: File, party: dict[str, Any], cause: str) -> dict[str, Any]:
    """The fact that such an act is judged by; nothing for any other act."""
    if act not in (*_APPLYING, *ANSWERING):
        return {}
    return {"falsehoods": falsehoods(file, party, cause)}


def falsehoods(file: File, party: dict[str, Any], cause: str) -> list[dict[str, str]]:
    """Where this party lied for this item, whichever agency found it: how, since when, who said so.

    Only what concerns safety; a refusal or revocation that was itself revoked is left out.
    """
    parties = Party.objects.filter(_same(party)).exclude(file=file.pk)
    files = Case.objects.filter(file__in=parties.values("file"), cause=cause.strip())
    rows = Entry.objects.filter(file__in=files.values("file"), kind__in=_READ)
    told: dict[Any, list[Entry]] = {}
    for entry in rows.select_related("file__agency").order_by("file", "seq"):
        told.setdefault(entry.file_id, []).append(entry)
    return [found for entries in told.values() if (found := _falsehood(entries)) is not None]


def _same(party: dict[str, Any]) -> Q:
    """The same party: by its code or ID number; by name only where neither is known."""
    if party.get("code"):
        return Q(code=party["code"])
    if party.get("id_number"):
        return Q(id_number=party["id_number"])
    return Q(name=party["name"], kind=party["kind"], code="", id_number="")


def _falsehood(entries: list[Entry]) -> dict[str, str] | None:
    said = {entry.kind: entry.facts for entry in entries}
    refused = said.get("licence.refuse_acceptance", {})
    if refused.get("not_accepted_as") == "false_material" and _safety(refused):
        return _found(entries, "licence.refuse_acceptance", "false_papers")
    if "decision.issue" not in said or "decision.revoke" in said:
        return None
    proposed, taking = said.get("licence.propose", {}), said.get("licence.propose_taking", {})
    if proposed.get("false_papers") is True and _safety(proposed):
        return _found(entries, "decision.issue", "false_papers")
    fraud = said.get("licence.begin_taking", {}).get("taking_ground") == "fraud"
    if fraud and taking.get("outcome") == "revoke" and _safety(taking):
        return _found(entries, "decision.issue", "fraud")
    return None


def _safety(facts: dict[str, Any]) -> bool:
    return bool(facts.get("safety_matter") == "yes")


def _found(entries: list[Entry], kind: str, how: str) -> dict[str, str]:
    entry = next(entry for entry in reversed(entries) if entry.kind == kind)
    return {"how": how, "on": str(entry.facts["on"]), "agency": entry.file.agency.name}
