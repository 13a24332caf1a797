"""Renewal, change, and taking a licence away (许可法 arts. 7 to 9, 49, 50, 69, 70)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.procedure.ledgers import Line, day, standing
from tests.procedure.licences import accept, at, refused
from xiezhi.procedure.standing import Standing


# -- renewal (art. 50), change, transfer (arts. 9, 49) ---
def renewal(expires: str, *more: Line, today: str = "03-31", **facts: Any) -> Standing:
    begun: Line = ("licence.apply_renewal", "03-02", {"expires_on": expires, **facts})
    return at(begun, *more, today=today, kind="licence.renewal")


@pytest.mark.rule("LIC-11")
@pytest.mark.parametrize(
    ("expires", "other", "rules"),
    [
        ("2026-04-01", "", set()),  # the thirtieth day before is 2 March
        ("2026-03-31", "", {"LIC-11"}),
        ("2026-03-31", "某条例第八条：届满前提出", set()),
    ],
)
def test_renewal_is_applied_for_thirty_days_before(
    expires: str, other: str, rules: set[str]
) -> None:
    st = renewal(expires, other_term=other)
    assert refused(st, "licence.accept", "03-02", **accept()) == rules
    late = refused(st, "licence.refuse_acceptance", "03-02", not_accepted_as="late")
    assert late == (set() if rules else {"LIC-11"})


@pytest.mark.parametrize(("expires", "rules"), [("2026-03-02", set()), ("2026-03-01", {"LIC-11"})])
def test_what_has_expired_is_not_renewed(expires: str, rules: set[str]) -> None:
    st = standing(policy="national", kind="licence.renewal", today="03-31")
    assert refused(st, "licence.apply_renewal", "03-02", expires_on=expires) == rules


ON_TIME: Line = ("licence.accept", "03-03", {})


@pytest.mark.rule("LIC-11", "LIC-11-2")
@pytest.mark.parametrize(("today", "deemed"), [("04-03", False), ("04-04", True)])
def test_silence_until_expiry_renews(today: str, deemed: bool) -> None:
    st = renewal("2026-04-03", ON_TIME, today=today)
    due = st.limit("LIC-11-2")
    assert due is not None
    assert (due.last_day, due.over()) == (day("04-03"), deemed)
    assert refused(st, "decision.confirm_renewal") == (set() if deemed else {"LIC-11-2"})
    assert ("LIC-11-2" in refused(st, "licence.propose", outcome="refuse")) is deemed
    assert ("decision.confirm_renewal" in {d.act for d in st.duties}) is deemed


def test_a_decision_made_in_time_may_be_entered_later() -> None:
    ready: list[Line] = [
        ON_TIME,
        ("licence.propose", "03-05", {"proposal": {"outcome": "refuse"}}),
        ("review.give_opinion", "03-06", {"verdict": "approved", "sealed_at": 3}),
    ]
    st = renewal("2026-04-03", *ready, today="04-07")
    assert refused(st, "decision.issue", "04-03") == set()
    assert refused(st, "decision.issue", "04-07") == {"LIC-11-2"}


def test_a_licence_renewed_by_silence_gets_its_certificate() -> None:
    deemed = renewal(
        "2026-04-03", ON_TIME, ("decision.confirm_renewal", "04-07", {}), today="04-08"
    )
    assert refused(deemed, "licence.deliver") == set()
    assert deemed.limit("LIC-7") is not None
    assert "LIC-7" in refused(deemed, "decision.close")


@pytest.mark.rule("LIC-TRANSFER")
@pytest.mark.parametrize(
    ("facts", "rules"),
    [
        ({"change_kind": "change"}, set()),
        ({"change_kind": "transfer"}, {"LIC-TRANSFER"}),
        ({"change_kind": "transfer", "transferee": "某公司"}, {"LIC-TRANSFER"}),
        (
            {"change_kind": "transfer", "transferee": "某公司", "transfer_basis": "某法第六条"},
            set(),
        ),
    ],
)
def test_a_licence_is_transferred_only_where_a_law_lets_it_be(
    facts: dict[str, Any], rules: set[str]
) -> None:
    st = standing(policy="national", kind="licence.change", today="03-31")
    assert refused(st, "licence.apply_change", "03-02", **facts) == rules


# -- 撤回、撤销、注销 (arts. 7, 8, 69, 70) ---
WITHDRAWAL = "licence.withdrawal"


def taking(taking: str, ground: str, *more: Line, today: str = "03-31") -> Standing:
    begun: Line = ("licence.begin_taking", "03-02", {"taking": taking, "taking_ground": ground})
    return at(begun, *more, today=today, kind=WITHDRAWAL)


@pytest.mark.rule("LIC-RECALL", "LIC-REVOKE", "LIC-CANCEL")
@pytest.mark.parametrize(
    ("way", "ground", "rules"),
    [
        ("recall", "law_changed", set()),
        ("revoke", "fraud", set()),
        ("cancel", "expired", set()),
        ("recall", "fraud", {"LIC-RECALL"}),
        ("revoke", "expired", {"LIC-REVOKE"}),
        ("cancel", "fraud", {"LIC-CANCEL"}),
        (None, None, {"LIC-CANCEL"}),
    ],
)
def test_each_taking_has_its_own_grounds(way: Any, ground: Any, rules: set[str]) -> None:
    st = standing(policy="national", kind=WITHDRAWAL, today="03-31")
    found = refused(st, "licence.begin_taking", "03-02", taking=way, taking_ground=ground)
    assert found == rules


@pytest.mark.rule("LIC-REVOKE-2", "LIC-REVOKE-3")
@pytest.mark.parametrize(
    ("ground", "facts", "rules"),
    [
        ("fraud", {"outcome": "revoke", "public_harm": "no"}, set()),
        ("fraud", {"outcome": "revoke", "public_harm": "yes"}, {"LIC-REVOKE-3"}),
        ("fraud", {"outcome": "revoke", "public_harm": "unknown"}, {"LIC-REVOKE-3"}),
        ("fraud", {"outcome": "revoke"}, {"LIC-REVOKE-3"}),
        ("fraud", {"outcome": "keep", "public_harm": "yes"}, set()),
        ("fraud", {"outcome": "keep", "public_harm": "no"}, {"LIC-REVOKE-2"}),
        ("procedure", {"outcome": "keep"}, set()),
        ("fraud", {"outcome": "cancel"}, {"LIC-CANCEL"}),
    ],
)
def test_revoking_and_the_public_interest(
    ground: str, facts: dict[str, Any], rules: set[str]
) -> None:
    assert refused(taking("revoke", ground), "licence.propose_taking", **facts) == rules


@pytest.mark.rule("LIC-RECALL")
@pytest.mark.parametrize(("public", "rules"), [(True, set()), (None, {"LIC-RECALL"})])
def test_recall_serves_the_public(public: bool | None, rules: set[str]) -> None:
    st = taking("recall", "law_changed")
    facts: dict[str, Any] = {"outcome": "recall", "for_the_public": public}
    assert refused(st, "licence.propose_taking", **facts) == rules


REVOKE: Line = ("licence.propose_taking", "03-04", {"proposal": {"outcome": "revoke"}})
NOTICED: Line = ("licence.tell_taking", "03-04", {"hearing_right": True})


@pytest.mark.rule("LIC-STATE", "LIC-9")
@pytest.mark.parametrize(
    ("more", "on", "rules"),
    [
        ((REVOKE,), "03-20", {"LIC-STATE"}),
        ((NOTICED, REVOKE), "03-11", {"LIC-STATE", "LIC-9"}),
        ((NOTICED, REVOKE), "03-12", set()),
        (
            (
                NOTICED,
                ("licence.hear_party", "03-05", {"waives_hearing": True, "said_as": "licensee"}),
                ("licence.propose_taking", "03-06", {"proposal": {"outcome": "revoke"}}),
            ),
            "03-09",
            set(),
        ),
    ],
)
def test_nobody_loses_a_licence_unheard(more: tuple[Line, ...], on: str, rules: set[str]) -> None:
    assert refused(taking("revoke", "fraud", *more, today=on), "review.submit", on) == rules


def test_what_has_ended_is_struck_off_without_a_notice() -> None:
    st = taking("cancel", "expired", ("licence.propose_taking", "03-04", {}))
    assert refused(st, "review.submit") == set()
    assert refused(st, "licence.tell_taking") == {"LIC-CANCEL"}


@pytest.mark.rule("LIC-CANCEL-2")
def test_after_a_taking_the_licence_is_struck_off() -> None:
    done: list[Line] = [REVOKE, ("decision.issue", "03-20", {}), ("decision.serve", "03-20", {})]
    st = taking("revoke", "fraud", *done)
    assert refused(st, "decision.close") == {"LIC-CANCEL-2"}
    assert refused(st, "licence.deregister") == set()
    st = taking("revoke", "fraud", *done, ("licence.deregister", "03-23", {}))
    assert refused(st, "decision.close") == set()
