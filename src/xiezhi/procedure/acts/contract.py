"""Acts of contract review (合同审查): a unit submits, the legal section gives its opinion."""

from __future__ import annotations

from xiezhi.procedure.acts.model import HANDLER, HEAD, REVIEWER, UNIT_HEAD, Act, by, own

ACTS: tuple[Act, ...] = (
    by("contract.submit", "送审合同", HANDLER, opens="合同审查"),
    by("contract.give_opinion", "出具合同审查意见", REVIEWER),
    own("contract.resubmit", "修改后再次送审合同"),
    own("contract.record_signing", "登记合同签订情况"),
    by("contract.drop", "决定不签订合同", UNIT_HEAD, HEAD),
)
