"""What the sample cases are about, field by field; `MATTERS` finds each by its key."""

from xiezhi.config.sample.matter import Matter
from xiezhi.config.sample.matters import county, environment, food, health, spot, trade

MATTERS: dict[str, Matter] = {
    matter.key: matter
    for matters in (
        food.MATTERS,
        trade.MATTERS,
        spot.MATTERS,
        environment.MATTERS,
        health.MATTERS,
        county.MATTERS,
    )
    for matter in matters
}
