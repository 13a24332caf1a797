"""Nothing is typed that the record knows, and nothing demanded that nobody says (static)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from xiezhi.casework.forms.shared import PARTY_FIELDS
from xiezhi.faces.desk.actforms import act_forms
from xiezhi.procedure import declared
from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.documents import KINDS as DOCUMENTS
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.kinds.coercion import holding as held
from xiezhi.procedure.kinds.coercion import ordering
from xiezhi.procedure.kinds.licence.checks import after as licence
from xiezhi.procedure.kinds.licence.checks import hearing
from xiezhi.procedure.steps import ActKind, Check, Step

#: What `casework.known.known` gives every document of a File.
CASEWIDE = frozenset(
    {
        *("case_name", "case_number", "cause", "source", "found_on", "filed_on", "brief"),
        *("party", "other_parties", "officers", "remedies"),
        *("agency_address", "contact_phone", "bank_name", "bank_address", "bank_account"),
    }
)


def proposing(kind: ActKind, step: Step) -> tuple[str, ...]:
    """An act that needs a decision needs what was proposed first."""
    return kind.proposes[:1] if step.act == "decision.issue" else ()


def before(kind: ActKind, act: str, seen: frozenset[str] = frozenset()) -> frozenset[str]:
    """The acts that stand in the ledger before this one, whatever happened."""
    step = kind.step(act)
    if step is None or act in seen:
        return frozenset()
    needed = {*step.needs, *proposing(kind, step)}
    return frozenset(needed).union(*(before(kind, n, seen | {act}) for n in needed))


def entered(kind: ActKind, act: str) -> Iterator[str]:
    """The names under which an act leaves something in the record."""
    step = kind.step(act)
    if step is None:
        return
    for code in step.documents:
        yield from (field.name for field in DOCUMENTS[code].fields)
        if DOCUMENTS[code].series:
            word = code.rpartition(".")[2]
            yield from (f"{word}_number", f"{word}_on")
    if step.says:
        yield from (field.name for field in declared.asked(step))
    if act in ("decision.issue", "decision.decide_on_spot"):
        yield from ("decision_number", "decided_on", "decision_title")
    if act == "decision.serve":
        yield "served_on"


def said_before(kind: ActKind, act: str) -> frozenset[str]:
    return frozenset(name for earlier in before(kind, act) for name in entered(kind, earlier))


def steps() -> list[tuple[ActKind, Step]]:
    return [(kind, step) for kind in KINDS.values() for step in kind.steps if step.says]


# -- what is demanded ---

#: Checks without which the step isn't done, and what must lie in the record for them to pass.
GUARANTEED: dict[Check, frozenset[str]] = {
    # A list was made when the goods were taken (强制法 art. 24).
    held.something_is_held: frozenset({"goods"}),
    # What was frozen stands in the notice to the bank, made when the freeze was carried out.
    held.is_a_freeze: frozenset({"frozen_bank", "frozen_account", "frozen_amount"}),
    # Approved afterwards is what was done at once, with its record (强制法 art. 19).
    ordering.approved_in_time: frozenset({"urgent_reason", "started_at"}),
    # The notice of the hearing names who presides (许可法 art. 48).
    hearing.hearing_was_called: frozenset({"host"}),
    # A licence with a voucher was proposed, or renewed by silence (许可法 arts. 39, 50).
    licence.certificate_is_due: frozenset(
        {"certificate_title", "certificate_number", "scope", "valid_from", "valid_to"}
    ),
}


def supplied(kind: ActKind, step: Step) -> frozenset[str]:
    """All that a document of this step can be filled from."""
    asked = {field.name for field in declared.asked(step)} | {name for name, _ in step.takes}
    sure = frozenset[str]().union(*(GUARANTEED.get(check, frozenset()) for check in step.checks))
    return CASEWIDE | said_before(kind, step.act) | asked | sure


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_what_a_document_must_say_is_asked_or_known(kind: ActKind) -> None:
    lacking = [
        (step.act, code, field.name)
        for step in kind.steps
        if step.says
        for code in step.documents
        for field in DOCUMENTS[code].fields
        if field.rule and field.name not in supplied(kind, step)
    ]
    assert not lacking


def test_every_guarantee_is_needed() -> None:
    used = {
        (check, name)
        for kind, step in steps()
        for check in step.checks
        for name in GUARANTEED.get(check, ())
        if any(DOCUMENTS[code].field(name) for code in step.documents)
    }
    assert used == {(check, name) for check, names in GUARANTEED.items() for name in names}


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_what_is_taken_from_the_record_can_be_there(kind: ActKind) -> None:
    """From this File, some act of the kind says it; from an earlier one, some act of any kind."""
    here = {name for step in kind.steps for name in entered(kind, step.act)} | CASEWIDE
    papers = {code for step in kind.steps for code in step.documents}
    anywhere = {name for other in KINDS.values() for s in other.steps
                for name in entered(other, s.act)} | CASEWIDE  # fmt: skip
    for step in kind.steps:
        for _field, where in step.takes:
            code, _, name = where.rpartition(".")
            if code == "origin":
                assert name in anywhere, (step.act, where)
            elif code:
                assert code in papers, (step.act, where)
                assert DOCUMENTS[code].field(name), (step.act, where)
            else:
                assert name in here, (step.act, where)


# -- what is asked again ---

#: Fields that say something of one act alone: another place, another hour, another opinion.
OF_EACH_ACT = {
    "place": "where this act is done",
    "started_at": "when this act is done",
    "ended_at": "when this act is done",
    "witness": "who saw this act",
    "told": "what was told at this act",
    "reason": "why this act is done",
    "basis": "the article for this act",
    "remark": "a note on this act",
    "relation": "of the person heard or served at this act",
    "handler_opinion": "the officer's opinion on this act",
    "head_opinion": "the head's opinion on this act",
    "head_signature": "the head signs each paper that goes to a court",
    "officers": "who was on the scene, chosen from the register",
    "party": "which of several parties it is about, chosen among those of the File",
}

#: What an act asks though the record has it: (act, fields) and why the answer may be another.
ASKED_AGAIN = {
    # the matter is named by the act that opens the File
    ("casework.register_clue", ("brief", "cause", "found_on", "source")): "opens the File",
    ("casework.record_on_spot", ("cause",)): "opens the File",
    ("inspection.plan", ("cause",)): "opens the File",
    ("levy.register", ("cause",)): "opens the File",
    ("levy.begin_requisition", ("cause",)): "opens the File",
    ("charge.register", ("cause",)): "opens the File",
    ("confirmation.apply", ("cause",)): "opens the File",
    ("licence.apply", ("cause",)): "opens the File",
    ("licence.apply_joint", ("cause",)): "opens the File",
    ("licence.apply_renewal", ("cause",)): "opens the File",
    ("licence.apply_change", ("cause",)): "opens the File",
    ("licence.begin_taking", ("source",)): "opens the File",
    ("reconsideration.apply", ("brief", "cause")): "opens the File",
    ("reconsideration.apply_simplified", ("brief", "cause")): "opens the File",
    ("reconsideration.open_reply", ("cause",)): "opens the File; the act, not what it was about",
    ("normative.submit", ("brief", "cause")): "opens the File",
    ("contract.submit", ("brief", "cause")): "opens the File",
    ("supervision.register_lead", ("brief", "cause")): "opens the File",
    # later, and perhaps otherwise
    ("casework.confirm_address", ("contact_phone",)): "the party's telephone, not the agency's",
    ("casework.revise_conclusion", (
        "benchmark", "correction", "course", "discretion", "facts", "law_applied", "law_breached",
        "penalties",
    )): "the form comes filled with the last report; what is typed changes it",
    ("casework.record_statement", ("statement",)): "what the party says now",
    ("casework.hold_hearing", ("clerk", "closed", "panel")): "who really sat, after the notice",
    ("coercion.carry_out", ("goods", "kept_at")): "what was found may be less than ordered",
    ("coercion.propose_measure", ("gist", "goods")): "what shall be held on may be less",
    ("coercion.propose_execution", ("fee_amount",)): "it has grown since the demand",
    ("coercion.court_rules", ("ruling_number",)): "a second ruling of the court",
    ("decision.record_payment", ("amount",)): "what was paid, not what is owed",
    ("levy.take_property", ("property",)): "what was really taken",
    ("licence.propose", ("certificate_number", "certificate_title")): "of the new certificate",
    ("licence.receive_opinion", ("department",)): "several were consulted; one has answered",
    ("reconsideration.receive_notice", ("notice_ref", "procedure")): "the notice comes after the "
    "application that was handed in here",
    ("normative.receive_correction", ("norm_digest",)): "of the corrected text",
    ("contract.resubmit", ("contract_digest",)): "of the changed text",
}  # fmt: skip


def asked_again() -> set[tuple[str, str]]:
    """Every field of a form that the record already fills or has, and that may not be left out."""
    found = set()
    for kind in KINDS.values():
        for step in kind.steps:
            if (form := act_forms().get(step.act)) is None:
                continue
            names = {f.name for f in declared.asked(step)} if step.says else set(form.base_fields)
            mine = {name for name, _where in step.takes}
            known = CASEWIDE | said_before(kind, step.act)
            found |= {(step.act, name) for name in names & known - mine - OF_EACH_ACT.keys()}
    return found


def test_nothing_is_asked_that_is_known() -> None:
    allowed = {(act, name) for act, names in ASKED_AGAIN for name in names}
    assert asked_again() - allowed == set(), "the record has it: take it, or say why not"
    assert allowed - asked_again() == set(), "not asked again any more: take the row out"


def test_every_field_of_each_act_is_asked_in_two_acts() -> None:
    asked: dict[str, set[str]] = {}
    for form in act_forms().values():
        for name in form.base_fields:
            asked.setdefault(name, set()).add(form.act)
    assert not [name for name in OF_EACH_ACT if len(asked.get(name, ())) < 2]


# -- what is asked by other names ---

#: Words of a label that name what the record of the File knows: its number, its decision, its
#: party, the agency, an officer.
KNOWN_WORDS = re.compile(
    "案号|案卷编号|案件编号|案件名称|案由|文书名称|决定书|决定日期|送达日期|文号"
    "|当事人姓名|统一社会信用代码|^地址|身份证|法定代表人"
    "|^本机关|^行政机关|执法证|证件号|承办人$|执法人员$"
)

#: (act, field) and whose number, name or day it is, if not this File's.
ELSEWHERE = {
    ("casework.add_party", "name"): "another party",
    ("casework.add_party", "code"): "another party",
    ("casework.add_party", "id_number"): "another party",
    ("casework.add_party", "address"): "another party",
    ("casework.add_party", "legal_rep"): "another party",
    ("casework.interview", "id_number"): "the person questioned",
    ("casework.propose_filing", "officers"): "chosen from the register",
    ("casework.enter_answer", "answer_number"): "a paper of the police",
    ("coercion.carry_out", "handed_over"): "whether it was handed over",
    ("coercion.demand", "term_not_told"): "whether it was told",
    ("coercion.demand_for_court", "term_not_told"): "whether it was told",
    ("coercion.serve_demand", "demand_served_on"): "the day of service, which this act enters",
    ("coercion.court_accepts", "ruling_number"): "a paper of the court",
    ("coercion.court_rules", "ruling_number"): "a paper of the court",
    ("coercion.contest_ruling", "head_signature"): "who signs",
    ("coercion.apply_to_court", "head_signature"): "who signs",
    ("coercion.dispose", "penalty_number"): "of another File, where the measure stands alone",
    ("contract.record_signing", "signed_for_us"): "who signs",
    ("decision.revoke", "reference"): "a paper of a court or of another agency",
    ("inspection.refer", "refer_number"): "a paper of whoever takes it over",
    ("inspection.plan", "team"): "who is proposed before the head decides",
    ("levy.hand_over", "execution_number"): "of a File not opened yet, or of a court",
    ("charge.hand_over", "execution_number"): "of a File not opened yet, or of a court",
    ("licence.apply_change", "transferee_code"): "of whom it is transferred to, not of the party",
    ("licence.end_special", "special_report"): "a paper of an expert body",
    ("reconsideration.attend_hearing", "our_head_attended"): "whether he came",
    ("reconsideration.change_own", "change_ref"): "a decision in another File",
    ("reconsideration.enter_outcome", "result_ref"): "a paper of the reconsideration body",
    ("reconsideration.enter_outcome", "attached"): "the paper itself",
    ("reconsideration.open_reply", "notice_ref"): "a paper of the reconsideration body",
    ("reconsideration.receive_letter", "letter_ref"): "a paper of the reconsideration body",
    ("reconsideration.receive_notice", "notice_ref"): "a paper of the reconsideration body",
    ("supervision.assign", "certificate_one"): "the register has no supervision certificates",
    ("supervision.assign", "certificate_two"): "the register has no supervision certificates",
}


def named_known() -> Iterator[tuple[str, str]]:
    """Fields whose label names what the record knows, but for what names the File it follows."""
    takes = {step.act: {name for name, _ in step.takes} for _kind, step in steps()}
    for name, form in act_forms().items():
        opening = {"kind", *PARTY_FIELDS, "cause", "found_on"} if ACTS[name].opens else set()
        skipped = {"on", "origin", "officers", "identity_shown"} | opening | takes.get(name, set())
        for field, made in form.base_fields.items():
            said = field not in skipped or (name, field) in ELSEWHERE
            if said and KNOWN_WORDS.search(str(made.label)):
                yield name, field


def test_no_label_asks_for_what_is_known() -> None:
    assert set(named_known()) == ELSEWHERE.keys()


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_a_linked_file_says_who_it_is_about(kind: ActKind) -> None:
    """Whoever names the earlier File needn't type its party again, where it is the same one."""
    other_party = {"supervision.register_lead", "reconsideration.open_reply"}
    for step in kind.steps:
        if step.links and ACTS[step.act].opens:
            taken = ("party", "origin.party") in step.takes
            assert taken != (step.act in other_party), step.act
