"""Which cases there are: agency, unit, matter, how many working days ago it began, its life."""

from __future__ import annotations

from dataclasses import dataclass

from xiezhi.config.sample import lives
from xiezhi.config.sample.lives import Life


@dataclass(frozen=True, slots=True)
class Sample:
    """One case to be told."""

    agency: str
    unit: str
    matter: str
    ago: int
    life: Life


def _in(agency: str, unit: str, *rows: tuple[str, int, Life]) -> tuple[Sample, ...]:
    return tuple(Sample(agency, unit, *row) for row in rows)


CASES: tuple[Sample, ...] = (
    *_in(
        "market",
        "first",
        ("snack", 3, lives.reported),
        ("nuts", 13, lives.looked_at),
        ("milk", 4, lives.asked_for),
        ("oil", 36, lives.heard_and_sent),
        ("juice", 12, lives.concluded),
        ("sausage", 15, lives.told),
        ("unchecked", 28, lives.sent_again),
        ("tea", 27, lives.decided),
        ("rice", 35, lives.forgotten),
        ("jam", 47, lives.demanded),
        ("jelly", 34, lives.finished),
        ("vinegar", 72, lives.filed_away),
        ("yogurt", 60, lives.taken_back),
        ("candy", 26, lives.let_off),
        ("flour", 15, lives.turned_down),
        ("honey", 60, lives.running_out),
        ("unpriced", 0, lives.on_the_spot),
        ("licence", 24, lives.on_the_spot_filed_away),
    ),
    *_in(
        "market",
        "second",
        ("shoes", 9, lives.keeping_evidence),
        ("gas", 30, lives.testing),
        ("publicity", 21, lives.hearing_soon),
        ("biscuit", 25, lives.resting),
        ("cosmetics", 16, lives.answered),
        ("advertising", 24, lives.to_be_discussed),
        ("scales", 25, lives.sent_back),
        ("forklift", 64, lives.filed_away),
        ("steel", 27, lives.waiting_for_signature),
        ("timber", 38, lives.by_instalments),
        ("trainers", 182, lives.in_court),
        ("scale", 8, lives.on_the_spot_reported),
    ),
    *_in(
        "environment",
        "team",
        ("unassessed", 66, lives.exempted_and_filed_away),
        ("waste_gas", 34, lives.argued),
        ("misreport", 12, lives.correcting),
        ("hazard", 24, lives.sent),
        ("burning", 33, lives.exempted),
    ),
    *_in(
        "health",
        "team",
        ("salon", 31, lives.exempted),
        ("hotel", 14, lives.told),
        ("clinic", 42, lives.kept_private),
        ("pool", 6, lives.on_the_spot_done),
    ),
    *_in(
        "river",
        "team",
        ("lift", 36, lives.finished),
        ("county_snack", 12, lives.not_informed),
        ("county_unpriced", 18, lives.on_the_spot_filed_away),
        ("county_noodle", 18, lives.to_be_decided),
    ),
)
