"""Which documents must lie in a case file together (处罚法 arts 44–66; law reference 4.1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.rulebook import refuse


@dataclass(frozen=True, slots=True)
class Together:
    """Where one of `given` lies in the file (or always, if empty), one of `wanted` must too."""

    wanted: tuple[str, ...]
    rule: str
    say: str
    given: tuple[str, ...] = ()

    def lacking(self, codes: frozenset[str]) -> bool:
        due = not self.given or not codes.isdisjoint(self.given)
        return due and codes.isdisjoint(self.wanted)


_DECISIONS = ("penalty.decision", "penalty.none", "penalty.onspot")
_PROOF = ("evidence.scene", "evidence.interview", "evidence.extract", "evidence.electronic")
_EVIDENCE_KINDS = (
    "documentary",
    "physical",
    "audiovisual",
    "electronic",
    "testimony",
    "party_statement",
    "expert_opinion",
    "record",
)

_BRANCHES = (
    Together(
        ("preservation.disposal",),
        "PEN-6",
        "先行登记保存的证据没有处理决定",
        ("preservation.notice",),
    ),
    Together(
        ("correction.recheck",), "PEN-CORRECT", "责令改正后没有复查意见书", ("correction.order",)
    ),
    Together(("test.result",), "PEN-23", "委托检验鉴定后没有结果告知书", ("test.commission",)),
    Together(
        ("inquiry.resumption", "inquiry.termination"),
        "PEN-14",
        "中止调查后没有恢复或者终止的决定",
        ("inquiry.suspension",),
    ),
    Together(("statement.recheck",), "PEN-8", "陈述、申辩没有复核意见", ("statement.record",)),
    Together(("hearing.record",), "PEN-64-8", "举行听证没有听证笔录", ("hearing.report",)),
    Together(("hearing.report",), "PEN-65", "听证后没有听证报告", ("hearing.record",)),
    Together(("hearing.notice",), "PEN-10", "举行听证没有听证通知书", ("hearing.record",)),
    Together(("execution.demand",), "COE-15", "申请强制执行前没有催告书", ("execution.court",)),
    Together(("service.receipt",), "PEN-15", "决定书没有送达回证", _DECISIONS[:2]),
)

_GENERAL = (
    Together(("filing.approval",), "PEN-5", "没有立案审批表"),
    Together((*_PROOF, *_EVIDENCE_KINDS), "PEN-46", "没有任何证据材料"),
    Together(("inquiry.report",), "PEN-57", "没有案件调查终结报告"),
    Together(("penalty.notice",), "PEN-7", "没有行政处罚告知书", ("penalty.decision",)),
    Together(
        ("review.opinion", "review.exemption"),
        "PEN-12",
        "没有法制审核意见，也没有不属于审核范围的确认",
        ("penalty.decision",),
    ),
    Together(("penalty.decision", "penalty.none"), "PEN-57", "没有处理决定"),
    Together(("case.closing",), "PEN-23", "没有结案审批表"),
)

_SUMMARY = (
    Together(_PROOF, "PEN-55-2", "没有现场笔录或者其他证据"),
    Together(("penalty.onspot",), "PEN-52-1", "没有当场行政处罚决定书"),
    Together(("case.closing",), "PEN-23", "没有结案审批表"),
)

_REFUSED = (
    Together(("source.registration",), "PEN-23", "没有案件来源登记表"),
    Together(("filing.refusal",), "PEN-5", "没有不予立案审批表"),
)

#: A case that ended before a decision: withdrawn, terminated, or gone to the police.
_EARLY = frozenset({"filing.withdrawal", "inquiry.termination", "transfer.letter", "case.referral"})
_STOPPED = (Together(("case.closing",), "PEN-23", "没有结案审批表"),)

TOGETHER: dict[str, tuple[Together, ...]] = {
    "penalty.general": (*_GENERAL, *_BRANCHES),
    "penalty.summary": (*_SUMMARY, *_BRANCHES),
}


def missing(act_kind: str, codes: Iterable[str]) -> list[Reason]:
    """What the case file still lacks, each with its article.

    `codes` are those of the documents and evidence that lie in it. A case that was not filed
    needs the refusal and nothing after it.
    """
    return lacking(TOGETHER[act_kind], codes)


def lacking(wanted: tuple[Together, ...], codes: Iterable[str]) -> list[Reason]:
    """The same for the rows that an act kind declares."""
    present = frozenset(codes)
    if not present.isdisjoint(_EARLY) and present.isdisjoint(_DECISIONS):
        wanted = _STOPPED
    if "filing.refusal" in present and "filing.approval" not in present:
        wanted = _REFUSED
    return [
        refuse(row.rule, row.say, f"补齐{'或者'.join(_titles(row.wanted))}", row.wanted[0])
        for row in wanted
        if row.lacking(present)
    ]


def _titles(codes: tuple[str, ...]) -> list[str]:
    from xiezhi.procedure.documents import title_of

    return [f"《{title_of(code)}》" for code in codes if "." in code]
