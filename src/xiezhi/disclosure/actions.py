"""公示 step by step: drafted by the publisher, signed by the head, shown, withheld, withdrawn.

Each agency shows the decisions of its own Files and nobody else's (CR-9).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from django.db import connection

from xiezhi.decision.models import Decision
from xiezhi.disclosure import bigrams, drafting
from xiezhi.disclosure.covering import Open, Passage
from xiezhi.disclosure.known import knowledge_of
from xiezhi.disclosure.models import (
    BigramCount,
    Draft,
    Publication,
    SearchRow,
    Signature,
    Withdrawal,
    Withholding,
)
from xiezhi.disclosure.rules import (
    GATES_BY_CODE,
    GROUND_RULES,
    REPAIRED,
    decided,
    gate_refusals,
    is_natural,
    minor,
    shown_refusals,
    summary_refusals,
    withhold_refusals,
)
from xiezhi.identity.inserts import Insert
from xiezhi.identity.models import Account
from xiezhi.identity.prepared import Prepared, Slot
from xiezhi.procedure.citations import Reason, Refused
from xiezhi.procedure.disclosure_terms import GateFacts, portal_term
from xiezhi.procedure.kinds.checks import owed
from xiezhi.procedure.kinds.course import decision_event
from xiezhi.procedure.redaction import Known, redact
from xiezhi.procedure.repair import repair_refusals
from xiezhi.procedure.rulebook import refuse, rule
from xiezhi.record.actions import act
from xiezhi.record.models import Entry, File
from xiezhi.record.writing import Writing

PORTAL = "portal"


def decision_of(file: File) -> Decision:
    """The decision of a File, with what its page is made from."""
    return _DECISION.get(file=file.pk)


_DECISION = Prepared(
    lambda: Decision.objects.select_related("material", "agency", "file").filter(file=Slot("file"))
)
_DRAFT = Prepared(
    lambda: (
        Draft.objects.filter(file=Slot("file"))
        .select_related("file", "decision__file", "decision__agency", "decision__revocation")
        .order_by("-seq")[:1]
    )
)
_DRAFTS, _SIGNATURES = Insert(Draft), Insert(Signature)


def prepare(
    file: File,
    *,
    by: Account,
    on: dt.date,
    facts: GateFacts,
    answers: Mapping[str, bool] | None = None,
    passages: Sequence[Passage] = (),
    also: str = "",
    seen: drafting.Prepared | None = None,
) -> Draft:
    """拟定公示内容. `facts` are the publisher's answers to the gate (G1 to G9).

    `seen` is the page as it was made for the form: where nothing was answered and nothing has been
    written since, making it again would give the same.

    Refused for a minor, while a question of the gate is open, and while anything that looks
    personal is unanswered.
    """
    with act("disclosure.prepare", file, by=by, on=on) as writing:
        decision, policy = decision_of(writing.file), writing.standing.policy
        said = answers or passages or also
        if seen is not None and not said and seen.entries == len(writing.standing.events):
            made = seen
        else:
            made = drafting.prepare(
                decision, writing.standing, answers=answers, passages=passages, also=also
            )
        known = replace(
            facts,
            minor=minor(decision.party_kind, decision.party_is_minor),
            needs_treatment=bool(made.content["covered_places"]),
        )
        _refuse(
            [
                *shown_refusals(portal_term(decision, policy)),
                *gate_refusals(known, policy),
                *summary_refusals(made.content),
                *(_unanswered(one) for one in made.open),
            ]
        )
        draft = _DRAFTS.one(
            file=writing.file,
            decision=decision,
            seq=writing.seq,
            page=made.page,
            digest=made.digest,
            covered=made.log,
            channel=PORTAL,
            prepared_by=by,
        )
        places = made.content["covered_places"]
        writing.body |= {"digest": made.digest, "channel": PORTAL, "covered": places}
        writing.body["gate"] = {k: v for k, v in asdict(known).items() if v is not None}
        writing.say(f"拟定 {decision.number} 的公示内容，遮盖 {places} 处。")
    return draft


def _refuse(reasons: list[Reason]) -> None:
    if reasons:
        raise Refused(reasons)


def _unanswered(one: Open) -> Reason:
    return refuse(
        "RED-5",
        f"有一处像个人信息，还没有确认怎样处理：“{one.context}”。",
        todo="公民身份号码只能遮盖。" if one.certain else "逐处选择遮盖或者可以公开。",
        field="answers",
    )


def latest_draft(file: File) -> Draft | None:
    return _DRAFT.first(file=file.pk)


def sign(draft: Draft, *, by: Account, on: dt.date) -> Signature:
    """负责人审定: exactly this page. A newer draft has to be signed instead."""
    with act("disclosure.sign", draft.file, by=by, on=on) as writing:
        newest = latest_draft(writing.file)
        if newest is None or newest.pk != draft.pk:
            raise Refused([refuse("PLAN-PIPELINE", "公示内容已经重新拟定。", "请审定最新的一份。")])
        if Signature.objects.filter(draft=draft).exists():
            raise Refused([refuse("FLOW-ONCE", "这份公示内容已经审定。")])
        signature = _SIGNATURES.one(draft=draft, digest=draft.digest, seq=writing.seq, by=by)
        writing.body["digest"] = draft.digest
        writing.say("审定公示内容。")
    return signature


def publish(signature: Signature, *, by: Account, on: dt.date) -> Publication:
    """公示: what was signed, byte for byte; its digest goes into the public log."""
    with act("disclosure.publish", signature.draft.file, by=by, on=on) as writing:
        draft = latest_draft(writing.file)
        if draft is None or draft.pk != signature.draft_id:
            raise Refused([refuse("PLAN-PIPELINE", "公示内容已经重新拟定，还没有审定。")])
        _refuse(_no_longer_fit(draft))
        publication = _put_up(writing, draft, signature, by)
        _make_findable(publication, str(draft.decision.law_text))
        writing.publish_digest(draft.digest)
        writing.body |= {"uid": publication.uid, "digest": draft.digest}
        if publication.expires_on:
            writing.body["until"] = publication.expires_on.isoformat()
        writing.say(f"{publication.number} 已公示。")
    return publication


def _no_longer_fit(draft: Draft) -> list[Reason]:
    """What changed since the page was signed: the decision, or what the File knows of persons."""
    if hasattr(draft.decision, "revocation"):
        return [refuse("PEN-22", "决定已经撤销或者变更，不能公示原来的内容。", todo="依法不公开。")]
    if drafting.leaks(draft.page, knowledge_of(draft.file)):
        return [
            refuse(
                "RED-5",
                "案卷里新增的个人信息出现在公示内容里。",
                todo="重新拟定公示内容，遮盖后再审定。",
            )
        ]
    return []


def _put_up(writing: Writing, draft: Draft, signature: Signature, by: Account) -> Publication:
    decision, content = draft.decision, draft.content
    listed = content["listed"]
    committed = decision_event(writing.standing)
    due = committed.facts.get("publish_by") if committed else None
    made = _PUBLICATIONS.one(
        file=writing.file,
        decision=decision,
        signature=signature,
        seq=writing.seq,
        page=draft.page,
        digest=draft.digest,
        agency=decision.agency,
        kind=content["kind"],
        number=listed["number"],
        decided_on=decision.on,
        title=listed["title"],
        party_name=listed["party_name"],
        cause=listed["cause"],
        outcome=listed["outcome"],
        gist=drafting.gist_text(content),
        channel=draft.channel,
        published_on=writing.on,
        due_on=dt.date.fromisoformat(due) if due else None,
        expires_on=portal_term(decision, writing.standing.policy).until(
            decided_on=decision.on, published_on=writing.on
        ),
        by=by,
    )
    ((made.published_at,),) = _PUBLISHED.rows(pk=made.pk)
    return made


_PUBLICATIONS, _SEARCH_ROWS = Insert(Publication), Insert(SearchRow)
#: The database says when: the hour of its entry.
_PUBLISHED = Prepared(lambda: Publication.objects.filter(pk=Slot("pk")).values_list("published_at"))


def _make_findable(publication: Publication, law: str) -> None:
    """The row that searches look at."""
    content = publication.content
    text = bigrams.searchable(
        (
            publication.party_name,
            publication.number,
            publication.title,
            publication.cause,
            publication.outcome,
            content["agency"]["name"],
            law,
        )
    )
    _SEARCH_ROWS.one(publication=publication, **_looked_at(publication, text, alive=True))


def _looked_at(publication: Publication, text: str, *, alive: bool) -> dict[str, Any]:
    return {
        "on": publication.published_on,
        "agency_id": publication.agency_id,
        "kind": publication.kind,
        "text": text,
        "alive": alive,
    }


def withhold(file: File, *, by: Account, on: dt.date, ground: str, reason: str) -> Withholding:
    """依法不公开: on a lawful ground that the public can see; the reason stays inside."""
    facts = {"ground": ground}
    with act("disclosure.withhold", file, by=by, on=on, facts=facts) as writing:
        decision, policy = decision_of(writing.file), writing.standing.policy
        is_minor = minor(decision.party_kind, decision.party_is_minor)
        _refuse(withhold_refusals(ground, is_minor=is_minor, policy=policy))
        made = Withholding.objects.create(
            file=writing.file,
            decision=decision,
            ground=ground,
            reason=reason,
            cite=str(GATES_BY_CODE[ground].cite),
            withheld_on=on,
            seq=writing.seq,
            by=by,
        )
        writing.say(f"{decision.number} 依法不公开。")
    return made


def withdraw(
    publication: Publication,
    *,
    by: Account,
    on: dt.date,
    ground: str,
    reason: str,
    repair: Collection[str] = (),
) -> Withdrawal:
    """撤回公示: the content is gone from the public site at once; that it stood there remains.

    `repair` names the conditions of a credit repair that were found to be met (CR-7).
    """
    facts: dict[str, Any] = {"ground": ground, "uid": publication.uid}
    if ground == REPAIRED:
        facts["repair"] = sorted(repair)
    with act("disclosure.withdraw", publication.file, by=by, on=on, facts=facts) as writing:
        if ground not in GROUND_RULES:
            raise Refused([refuse("PEN-22", "没有选择撤回的事由。", field="ground")])
        if not reason.strip():
            raise Refused([refuse("PEN-22", "撤回公示应当说明理由。", field="reason")])
        _refuse(_personal(reason, publication))
        if ground == REPAIRED:
            _refuse(_not_repaired(publication, writing, repair))
        made = Withdrawal.objects.create(
            publication=publication,
            ground=ground,
            reason=reason.strip(),
            cite=str(rule(GROUND_RULES[ground]).cite),
            withdrawn_on=on,
            seq=writing.seq,
            by=by,
        )
        _forget(publication)
        writing.say(f"{publication.number} 已撤回公示：{reason.strip()}")
    return made


def _not_repaired(
    publication: Publication, writing: Writing, repair: Collection[str]
) -> list[Reason]:
    decision, standing = publication.decision, writing.standing
    if decision.disclosure != "penalty":
        say = "只有行政处罚信息可以信用修复。"
        return [refuse("CR-7", say, todo="选择别的事由。", field="ground")]
    return repair_refusals(
        decided(decision),
        decision.on,
        writing.on,
        standing.policy,
        confirmed=repair,
        owed=owed(standing),
    )


def _personal(reason: str, publication: Publication) -> list[Reason]:
    """The reason is public and nobody signs it: nothing personal may stand in it."""
    known = list(knowledge_of(publication.file).items)
    known += [
        Known(str(party["name"]), "name")
        for party in drafting.parties_of(publication.decision)
        if is_natural(str(party.get("kind") or ""))
    ]
    made = redact(reason, known, public={publication.number})
    if not any(piece.covering for piece in made.segments):
        return []
    todo = f"改成不含个人信息的说法，例如：{made.visible}"
    return [refuse("RED-5", "撤回理由向社会公开，里面有个人信息。", todo, field="reason")]


def _forget(publication: Publication) -> None:
    """A search finds the number and that it is gone, nothing of what it said."""
    text = bigrams.searchable((publication.number, publication.agency.name))
    gone = _looked_at(publication, text, alive=False)
    SearchRow.objects.update_or_create(publication=publication, defaults=gone)


def forget_ended(today: dt.date, most: int = 1000) -> int:
    """Take the words of pages whose term is over out of the search; how many there were."""
    ended = SearchRow.objects.filter(alive=True, publication__expires_on__lt=today)
    rows = list(ended.select_related("publication__agency")[:most])
    for row in rows:
        _forget(row.publication)
    return len(rows)


#: In one order, so that two counters can't wait for each other.
_ADD_COUNTS = """
    INSERT INTO disclosure_bigramcount AS known (gram, n)
    SELECT * FROM unnest(%s::text[], %s::bigint[]) ORDER BY 1
    ON CONFLICT (gram) DO UPDATE SET n = known.n + excluded.n
"""


def count_pairs(most: int = 5000) -> int:
    """Count the pairs of new pages, so that searches choose their plan; how many pages."""
    BigramCount.objects.get_or_create(gram=BigramCount.UP_TO, defaults={"n": 0})
    last = BigramCount.objects.select_for_update().get(gram=BigramCount.UP_TO)
    fresh = SearchRow.objects.filter(publication__gt=last.n).order_by("publication")
    rows = list(fresh.values_list("publication_id", "text")[:most])
    if not rows:
        return 0
    pages = (BigramCount.PAGES,)
    counts = Counter(pair for _, text in rows for pair in (*pages, *bigrams.pairs(text)))
    with connection.cursor() as cursor:
        cursor.execute(_ADD_COUNTS, [list(counts), list(counts.values())])
    last.n = rows[-1][0]
    last.save(update_fields=["n"])
    return len(rows)


def entry_of(publication: Publication) -> Entry:
    """The ledger entry with which a page was put up."""
    return Entry.objects.get(file=publication.file, seq=publication.seq)
