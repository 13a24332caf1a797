"""The statute's lists, and who may not be punished: one row per sentence and article."""

from __future__ import annotations

import datetime as dt

import pytest

from xiezhi.procedure.documents import vocabulary
from xiezhi.procedure.penalties import (
    SEVERITY,
    CaseSource,
    Conduct,
    EvidenceKind,
    PenaltyKind,
    ServiceMode,
    age_on,
    heaviest,
    limitation,
    minor,
    not_punishable,
    severity,
)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("kind", "listed"),
    [
        (PenaltyKind, vocabulary.PENALTY_KINDS),
        (EvidenceKind, vocabulary.EVIDENCE_KINDS),
        (CaseSource, vocabulary.SOURCES),
        (ServiceMode, vocabulary.SERVICE_MODES),
    ],
)
def test_documents_and_rules_use_the_same_codes(
    kind: type[PenaltyKind], listed: tuple[tuple[str, str], ...]
) -> None:
    assert [str(each) for each in kind] == [code for code, _ in listed]
    for each, (_, label) in zip(kind, listed, strict=True):
        assert each.label.endswith(label) or label == "其他"


def test_the_statute_knows_eight_kinds_of_evidence() -> None:
    assert len(EvidenceKind) == 8


def test_every_kind_has_a_place_in_the_order() -> None:
    assert set(SEVERITY) == set(PenaltyKind)
    assert severity([]) == 0
    assert severity(["fine", "warning"]) == severity(["fine"])
    assert severity(["fine"]) < severity(["fine", "revoke_licence"])


@pytest.mark.parametrize(
    ("kinds", "counted"),
    [
        (["warning", "fine"], "fine"),
        (["fine", "other"], "fine"),  # a definite kind goes before 其他
        (["other"], "other"),
        (["confiscate_goods", "close"], "close"),
    ],
)
def test_a_decision_counts_once_in_its_heaviest_kind(kinds: list[str], counted: str) -> None:
    assert heaviest(kinds) == counted
    assert heaviest([]) is None


def test_another_order_is_a_parameter() -> None:
    other = ("revoke_licence", "restrict_business")
    assert severity(["revoke_licence"], other) < severity(["restrict_business"], other)


@pytest.mark.rule("PEN-1")
@pytest.mark.parametrize(
    ("ended", "found", "grave", "harm", "refused"),
    [
        ("2024-03-01", "2026-03-01", False, False, False),
        ("2024-03-01", "2026-03-02", False, False, True),
        ("2024-02-29", "2026-02-28", False, False, False),
        ("2024-02-29", "2026-03-01", False, False, True),
        ("2024-03-01", "2026-03-02", True, True, False),
        ("2024-03-01", "2026-03-02", True, False, True),
        ("2024-03-01", "2026-03-02", False, True, True),
        ("2024-03-01", "2026-03-02", None, True, True),
        ("2024-03-01", "2026-03-02", True, None, True),
        ("2021-03-01", "2026-03-01", True, True, False),
        ("2021-03-01", "2026-03-02", True, True, True),
    ],
)
def test_limitation(ended: str, found: str, grave: bool, harm: bool, refused: bool) -> None:
    """PEN-1, art. 36: two years, or five; unknown refuses."""
    reason = limitation(day(ended), day(found), life_or_finance=grave, harm=harm)
    assert (reason is not None) is refused
    assert reason is None or reason.rule.code == "PEN-1"


def test_limitation_needs_both_days() -> None:
    for ended, found in ((None, day("2026-03-01")), (day("2026-03-01"), None)):
        reason = limitation(ended, found)
        assert reason
        assert reason.field in ("ended_on", "found_on")


@pytest.mark.rule("PEN-26")
@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        ("2012-05-10", "2026-05-10", 13),  # the birthday itself still belongs to the year before
        ("2012-05-10", "2026-05-11", 14),
        ("2008-05-10", "2026-05-10", 17),
        ("2008-05-10", "2026-05-11", 18),
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
    ],
)
def test_age(born: str, on: str, age: int) -> None:
    assert age_on(day(born), day(on)) == age


@pytest.mark.rule("PEN-26")
@pytest.mark.parametrize(
    ("born", "effect"),
    [("2012-05-10", "no_penalty"), ("2012-05-09", "lighter"), ("2008-05-10", "lighter")],
)
def test_minors(born: str, effect: str) -> None:
    """PEN-26, art. 30, on 10 May 2026."""
    found = minor(day(born), day("2026-05-10"))
    assert found
    assert (found.effect, found.must, found.code) == (effect, True, "PEN-26")
    assert minor(day("2008-05-09"), day("2026-05-10")) is None
    assert minor(None, day("2026-05-10")) is None


@pytest.mark.rule("PEN-27", "PEN-27-2", "PEN-27-3", "PEN-31")
@pytest.mark.parametrize(
    ("conduct", "codes"),
    [
        (Conduct(), []),
        (Conduct(slight=True, corrected=True, harm=False), ["PEN-27"]),
        (Conduct(slight=True, corrected=True, harm=None), []),
        (Conduct(slight=True, corrected=False, harm=False), []),
        (Conduct(first=True, corrected=True, slight_harm=True), ["PEN-27-2"]),
        (Conduct(first=True, corrected=None, slight_harm=True), []),
        (Conduct(no_fault_proved=True), ["PEN-27-3"]),
        (Conduct(insane=True), ["PEN-31"]),
    ],
)
def test_no_penalty(conduct: Conduct, codes: list[str]) -> None:
    """Art. 33: what is unknown founds no ground."""
    found = not_punishable(conduct)
    assert [each.code for each in found] == codes
    assert all(each.cite.article for each in found)


@pytest.mark.rule("PEN-26")
def test_a_child_is_not_punished_whatever_the_conduct() -> None:
    found = not_punishable(Conduct(), day("2015-01-01"), day("2026-01-01"))
    assert [each.effect for each in found] == ["no_penalty"]
