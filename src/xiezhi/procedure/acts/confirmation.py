"""Acts of a confirmation 行政确认: applied for or begun ex officio, accepted, checked, decided."""

from __future__ import annotations

from xiezhi.procedure.acts.model import HANDLER, UNIT_HEAD, Act, by, own

ACTS: tuple[Act, ...] = (
    by("confirmation.apply", "登记行政确认事项", HANDLER, opens="登记行政确认事项"),
    own("confirmation.ask_supplement", "一次性告知补正确认材料"),
    own("confirmation.receive_supplement", "收到补正的确认材料", substance=True),
    own("confirmation.accept", "受理确认申请"),
    by("confirmation.refuse", "不予受理确认申请", UNIT_HEAD),
    own("confirmation.withdraw", "登记撤回确认申请"),
    own("confirmation.verify", "现场核查确认事项", substance=True),
    own("confirmation.examine", "提出确认意见", substance=True),
    own("confirmation.certify", "制发确认证书"),
)
