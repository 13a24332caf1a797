"""From a decision to the page the public would see, and what still has to be answered for it.

A page is data in canonical JSON; its bytes are what is signed, shown and proved. Nothing that
was covered is in it, and nothing that is decided later (when it was shown, whether it was paid).
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from xiezhi.decision.models import Decision
from xiezhi.disclosure import leaf
from xiezhi.disclosure.catalogue import COVERINGS
from xiezhi.disclosure.course import course_of, remedies_of
from xiezhi.disclosure.covering import Coverer, Open, Passage, covered_values
from xiezhi.disclosure.known import Knowledge, knowledge_of
from xiezhi.disclosure.rules import KIND_LABELS, PARTY_KINDS, is_natural
from xiezhi.identity.models import Organ
from xiezhi.procedure.documents import KINDS
from xiezhi.procedure.redaction import redact
from xiezhi.procedure.rulebook import rule
from xiezhi.procedure.standing import Standing
from xiezhi.record.blocks import Own
from xiezhi.record.canonical import canonical
from xiezhi.record.wordings import kind_of
from xiezhi.ui.text import cndate

FORMAT = "xiezhi/page/v1"


@dataclass(frozen=True)
class Prepared:
    """A page, its digest, the log of what was covered, and every value that looked personal.

    `entries` is the length of the ledger it was made from.
    """

    entries: int
    page: str
    content: dict[str, Any]
    digest: str
    log: list[dict[str, Any]]
    found: list[Open]

    @property
    def open(self) -> list[Open]:
        return [one for one in self.found if not one.answered]


def prepare(
    decision: Decision,
    standing: Standing,
    *,
    answers: Mapping[str, bool] | None = None,
    passages: Iterable[Passage] = (),
    also: str = "",
) -> Prepared:
    """The page of a decision. `open` says what nobody has answered for; then it can't be signed."""
    knowledge = knowledge_of(decision.file)
    coverer = Coverer(
        knowledge, answers or {}, tuple(passages), _harmless(decision.agency, decision)
    )
    content = _content(decision, standing, coverer, also)
    _last_look(content, coverer)
    page = canonical(content)
    digest = hashlib.sha256(page.encode()).hexdigest()
    found = list(coverer.found.values())
    return Prepared(len(standing.events), page, content, digest, coverer.log, found)


def _harmless(agency: Organ, decision: Decision) -> Collection[str]:
    """Public by law though they look like somebody's: the agency's own, an enterprise's own."""
    values = decision.material.values
    mine = {agency.address, agency.phone, values.get("bank_address"), decision.number}
    for party in parties_of(decision):
        if not is_natural(str(party.get("kind") or decision.party_kind)):
            mine |= {party.get("address"), party.get("code")}
    return {value for value in mine if value}


def parties_of(decision: Decision) -> list[Mapping[str, Any]]:
    """The party of a decision with those who answer beside it, as its document has them."""
    main = decision.material.values.get("party") or {}
    return [main, *(main.get("joint") or ())]


def _punished(decision: Decision) -> list[Mapping[str, Any]]:
    """Those whom the page names: of several parties the punished ones."""
    return [party for party in parties_of(decision) if not party.get("spared")]


def _content(decision: Decision, standing: Standing, coverer: Coverer, also: str) -> dict[str, Any]:
    material = decision.material
    values = covered_values(material.code, material.values, coverer)
    own = Own(decision.agency.name, decision.number, cndate(decision.on))
    said = _said(decision, coverer, standing)
    document = {
        "agency": own.agency,
        "title": KINDS[material.code].title,
        "number": own.number,
        "date": own.date,
        "blocks": leaf.blocks(kind_of(material), values, own),
    }
    content: dict[str, Any] = {
        "format": FORMAT,
        "kind": standing.kind.family,
        "procedure": standing.kind.procedure_label,
        "agency": {"name": decision.agency.name, "code": decision.agency.code},
        "decided_on": decision.on.isoformat(),
        "listed": {
            "number": decision.number,
            "title": said["title"],
            "party_name": decision.party_name,
            "cause": said["cause"],
            "outcome": said["outcome"],
        },
        "gist": _gist(decision, said, coverer.text(also, "also") if also else ""),
        "summary": _summary(decision, said, values, standing.kind.family),
        "remedies": remedies_of(material.values),
        "course": course_of(standing),
        "document": document,
    }
    labels = Counter(leaf.covered(content))
    content["covered"] = [_row(code, n) for code, n in sorted(labels.items())]
    content["covered_places"] = sum(labels.values())
    return content


def _said(decision: Decision, coverer: Coverer, standing: Standing) -> dict[str, str]:
    """Short texts for lists, without any mark: where one would stand, the words are left out."""
    cause = _unmarked(coverer.text(decision.cause, "cause"))
    outcome = _unmarked(coverer.text(decision.gist, "gist"))
    if standing.kind.family == "penalty":
        matter = cause if cause.endswith("案") else f"{cause}案"
    else:
        matter = f"{cause}：{decision.outcome_label}"
    punished = _punished(decision)
    name = f"{punished[0].get('name')}等" if len(punished) > 1 else decision.party_name
    title = matter if is_natural(decision.party_kind) else f"{name}{matter}"
    return {"cause": cause[:300], "outcome": outcome[:300], "title": title[:300]}


def _unmarked(text: str) -> str:
    return "".join(run[1] for run in leaf.split(text) if run[0] != "c")


def _gist(decision: Decision, said: Mapping[str, str], also: str) -> dict[str, str]:
    return {
        "agency": decision.agency.name,
        "result": said["outcome"],
        "also": _unmarked(also),
        "party": decision.party_name,
    }


def gist_text(content: Mapping[str, Any]) -> str:
    """The one sentence, for feeds and lists."""
    gist = content["gist"]
    also = f"，{gist['also']}" if gist["also"] else ""
    return f"{gist['agency']}决定：{gist['result']}{also}。当事人为{gist['party']}。"


#: What a summary calls the matter, the content and the basis of a penalty, and of any other act.
_PENAL = ("违法行为", "处罚内容", "处罚依据")
_ANY = ("事项", "决定内容", "依据")


def _summary(
    decision: Decision, said: Mapping[str, str], values: Mapping[str, Any], family: str
) -> list[list[Any]]:
    """摘要 (公示规定第四条): label, value as runs, a second line as runs or none."""
    matter, result, basis = _PENAL if family == "penalty" else _ANY
    rows: list[tuple[str, str, str]] = [
        ("决定书文号", decision.number, ""),
        *_who(decision),
        (matter, said["cause"], ""),
        (result, said["outcome"], ""),
        (basis, decision.law_text, ""),
        ("作出机关", decision.agency.name, ""),
        ("决定日期", cndate(decision.on), ""),
    ]
    shown = [row for row in rows if row[1]]
    if values.get("correction"):
        at = next(n for n, row in enumerate(shown) if row[0] == basis)
        shown.insert(at, ("责令改正", str(values["correction"]), ""))
    return [
        [label, leaf.split(value), leaf.split(extra) if extra else None]
        for label, value, extra in shown
    ]


def _who(decision: Decision) -> list[tuple[str, str, str]]:
    """Each party with its code or what it is; a decision with one party has it in its row."""
    several = _punished(decision)
    if len(several) > 1:
        rows = [(str(p["name"]), str(p.get("kind")), str(p.get("code") or "")) for p in several]
    else:
        rows = [(decision.party_name, decision.party_kind, decision.party_code)]
    return [
        ("当事人", name, f"统一社会信用代码 {code}" if code else PARTY_KINDS.get(kind, ""))
        for name, kind, code in rows
    ]


def _row(code: str, places: int) -> dict[str, Any]:
    covering = COVERINGS[code]
    cite = str(rule(covering.rule).cite)
    return {"what": covering.label, "why": covering.why, "cite": cite, "places": places}


def _last_look(content: dict[str, Any], coverer: Coverer) -> None:
    """Everything once more as it would be read, laid out: what is left looks personal → open."""
    for text in leaf.texts(content):
        made = redact(text, (), answers=coverer.answers, public=coverer.harmless)
        for finding in made.findings:
            left = finding in made.open or finding.certain
            coverer._note(finding, text, "全文", still_open=left)


def leaks(page: str, knowledge: Knowledge) -> list[str]:
    """What the File knows and the page says nevertheless: empty, or it isn't published."""
    hidden = [k for k in knowledge.items if k.covering != "name"]
    return [k.covering for k in hidden if k.value in page]


KINDS_SHOWN = tuple(KIND_LABELS)
