"""Acts of levies 行政征收, requisitions 行政征用 and charges 行政收费."""

from __future__ import annotations

from xiezhi.procedure.acts.model import HANDLER, HEAD, Act, by, own


def _collecting(family: str, word: str) -> tuple[Act, ...]:
    """A levy and a charge take the same way; only their words differ."""
    return (
        by(f"{family}.register", f"登记{word}事项", HANDLER, opens=f"登记{word}事项"),
        own(f"{family}.assess", f"核定{word}数额", substance=True),
        own(f"{family}.notify", f"告知拟{word}的数额", substance=True),
        own(f"{family}.record_statement", f"记录对{word}的意见", substance=True),
        own(f"{family}.recheck_statement", f"复核对{word}的意见", substance=True),
        own(f"{family}.apply_relief", f"登记{word}减免缓申请"),
        by(f"{family}.decide_relief", f"决定{word}减免缓", HEAD),
        by(f"{family}.add_late_fee", f"加收{word}滞纳金", HEAD),
        own(f"{family}.give_receipt", f"开具{word}票据"),
        by(f"{family}.refund", f"退还多收的{word}款", HEAD),
        by(f"{family}.hand_over", f"将{word}决定转入强制执行", HEAD),
    )


ACTS: tuple[Act, ...] = (
    *_collecting("levy", "征收"),
    *_collecting("charge", "收费"),
    by("levy.begin_requisition", "登记征用事项", HANDLER, opens="登记征用事项"),
    own("levy.hear_owner", "听取被征用人意见", substance=True),
    own("levy.propose_requisition", "提出征用意见", substance=True),
    own("levy.take_property", "接收征用财产"),
    own("levy.return_property", "返还征用财产"),
    by("levy.decide_compensation", "决定征用补偿", HEAD),
    own("levy.pay_compensation", "支付征用补偿"),
)
