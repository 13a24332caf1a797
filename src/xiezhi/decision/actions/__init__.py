"""Every write of the decision: discussion, decision, service, money, court, closing."""

from xiezhi.decision.actions.deciding import (
    confirm_renewal,
    decide_on_spot,
    discuss,
    issue,
    report_on_spot,
    revoke,
)
from xiezhi.decision.actions.performing import (
    allow_instalments,
    apply_court,
    close,
    demand,
    record_payment,
    serve,
)

__all__ = [
    "allow_instalments",
    "apply_court",
    "close",
    "confirm_renewal",
    "decide_on_spot",
    "demand",
    "discuss",
    "issue",
    "record_payment",
    "report_on_spot",
    "revoke",
    "serve",
]
