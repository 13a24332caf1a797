"""Money lines: what may be done on the spot, when a hearing must be offered.

The table of the law reference §1.13 as far as penalties touch it. National lines are fixed by
statute; hearing lines come from the policy profile, since each province may set its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from xiezhi.procedure.citations import Citation, Reason
from xiezhi.procedure.penalties import PartyKind, PenaltyKind
from xiezhi.procedure.policy import Policy
from xiezhi.procedure.rulebook import refuse, rule


@dataclass(frozen=True, slots=True)
class Threshold:
    """One line: up to (or from) so many yuan, for a citizen and for an organisation."""

    purpose: str
    label: str
    citizen: Decimal
    organisation: Decimal
    rule_code: str

    def of(self, party_kind: str) -> Decimal:
        citizen = PartyKind(party_kind).counts_as_citizen
        return self.citizen if citizen else self.organisation

    @property
    def cite(self) -> Citation:
        return rule(self.rule_code).cite


SUMMARY_FINE = Threshold("summary", "简易程序罚款，不超过", Decimal(200), Decimal(3000), "PEN-16")
ONSPOT_CASH = Threshold("cash", "当场收缴罚款，不超过", Decimal(100), Decimal(100), "PEN-17")
SIMPLE_REVIEW = Threshold(
    "simple_review", "行政复议简易程序，不超过", Decimal(3000), Decimal(3000), "REM-8"
)

#: Kinds for which a hearing is offered whatever the sum (art. 63(1)(三), (四)).
HEARING_KINDS = frozenset(
    {
        PenaltyKind.DOWNGRADE,
        PenaltyKind.REVOKE_LICENCE,
        PenaltyKind.STOP_BUSINESS,
        PenaltyKind.CLOSE,
        PenaltyKind.BAR_FROM_TRADE,
    }
)
#: Kinds of which the statute doesn't speak here: "其他较重的行政处罚" is judged, not computed.
_HEAVIER_KINDS = frozenset({PenaltyKind.RESTRICT_BUSINESS, PenaltyKind.OTHER})


def thresholds(policy: Policy) -> tuple[Threshold, ...]:
    """All lines as this profile has them, for the published table."""
    p = policy
    return (
        Threshold(
            "summary",
            SUMMARY_FINE.label,
            p.summary_fine_citizen,
            p.summary_fine_organisation,
            "PEN-16",
        ),
        Threshold("cash", ONSPOT_CASH.label, p.onspot_cash, p.onspot_cash, "PEN-17"),
        Threshold(
            "hearing_fine",
            "罚款应当告知听证，达到",
            p.hearing_fine_citizen,
            p.hearing_fine_organisation,
            p.sources["hearing_fine_citizen"].rule,
        ),
        Threshold(
            "hearing_confiscation",
            "没收应当告知听证，达到",
            p.hearing_confiscation_citizen,
            p.hearing_confiscation_organisation,
            p.sources["hearing_confiscation_citizen"].rule,
        ),
        SIMPLE_REVIEW,
    )


def summary_limit(party_kind: str, policy: Policy | None = None) -> Decimal:
    """The highest fine on the spot (art. 51); a profile may lower it."""
    if policy is None:
        return SUMMARY_FINE.of(party_kind)
    return thresholds(policy)[0].of(party_kind)


def cash_allowed(
    fine: Decimal,
    *,
    summary: bool,
    hard_to_enforce_later: bool | None = None,
    remote_at_partys_request: bool | None = None,
) -> Reason | None:
    """May the fine be collected on the spot? (arts. 68, 69). Unknown refuses."""
    if remote_at_partys_request:
        return None
    if summary and (fine <= ONSPOT_CASH.citizen or hard_to_enforce_later):
        return None
    if summary:
        say = f"罚款超过 {ONSPOT_CASH.citizen} 元，又没有不当场收缴事后难以执行的情形。"
    else:
        say = "普通程序的罚款，除边远、水上、交通不便地区当事人提出的以外，不得当场收缴。"
    return refuse("PEN-17", say, todo="由当事人十五日内到银行或者通过电子支付缴纳。", field="cash")


def summary_allowed(
    party_kind: str,
    kinds: Iterable[str],
    fine: Decimal,
    facts_certain: bool | None,
    policy: Policy | None = None,
) -> list[Reason]:
    """PEN-16: certain facts with a legal basis; a warning, or a fine up to the line."""
    found = []
    if facts_certain is not True:
        found.append(refuse("PEN-16", "没有确认违法事实确凿并有法定依据。", field="facts_certain"))
    given = {PenaltyKind(kind) for kind in kinds}
    if not given or not given <= {PenaltyKind.WARNING, PenaltyKind.FINE}:
        found.append(
            refuse(
                "PEN-16",
                "当场处罚只能是警告或者罚款。",
                todo="其他种类的处罚，适用普通程序。",
                field="kinds",
            )
        )
    line = summary_limit(party_kind, policy)
    if fine > line:
        found.append(
            refuse(
                "PEN-16",
                f"当场罚款不得超过 {line:,} 元，现在是 {fine:,} 元。",
                todo="超过限额的，适用普通程序。",
                field="fine",
            )
        )
    return found


def hearing_required(
    party_kind: str,
    kinds: Iterable[str],
    fine: Decimal,
    confiscated: Decimal,
    policy: Policy,
    *,
    otherwise_heavy: bool | None = None,
) -> Reason | None:
    """Why the party must be told of the right to a hearing (art. 63), or None.

    `otherwise_heavy` answers 其他较重的行政处罚 and cases named by other laws. Where a kind makes
    that question arise and nobody answered it, the hearing is offered: that harms nobody.
    """
    given = {PenaltyKind(kind) for kind in kinds}
    named = sorted(kind.label for kind in given & HEARING_KINDS)
    if named:
        return refuse("PEN-63", f"拟{'、'.join(named)}，应当告知听证权利。")
    _, _, fine_line, taken_line, _ = thresholds(policy)
    for amount, line, what in (
        (fine, fine_line.of(party_kind), "罚款"),
        (confiscated, taken_line.of(party_kind), "没收"),
    ):
        if amount >= line:
            return refuse("PEN-63", f"拟{what} {amount:,} 元，达到 {line:,} 元，应当告知听证权利。")
    if otherwise_heavy or (otherwise_heavy is None and given & _HEAVIER_KINDS):
        return refuse("PEN-63", "属于其他较重的行政处罚，应当告知听证权利。")
    return None
