"""Penalty cases that take longer: tested, a hearing given up, announced, paid late."""

from __future__ import annotations

from xiezhi.config.sample.kinds.model import SERVED, Deed, Life, closed, reviewed
from xiezhi.config.sample.kinds.penal import GOODS, begun, concluded, heard

LIVES = (
    Life(
        "penalty.late",
        "penalty.general",
        (
            *begun("销售不合格儿童玩具"),
            Deed(
                "handler",
                "casework.commission_test",
                {"laboratory": "安澜市质检所", "goods": GOODS, "asked": "物理机械性能。"},
            ),
            Deed(
                "handler",
                "casework.tell_test_period",
                {"item": "物理机械性能", "from_day": "@", "to_day": "@+5"},
                days=0,
            ),
            Deed("handler", "casework.receive_test", {"item": "玩具", "result": "不合格"}, days=4),
            concluded({"kind": "fine", "amount": "20000"}),
            *heard(),
            *reviewed(),
            Deed("head", "decision.issue"),
            Deed(
                "handler",
                "decision.announce",
                {
                    "gist": "罚款人民币 20,000 元。",
                    "reason": "当事人住所无人，无法以其他方式送达。",
                },
            ),
            Deed("handler", "decision.serve", SERVED, days=2),
            Deed(
                "handler",
                "decision.ask_instalments",
                {
                    "requested_on": "@",
                    "reason": "经营困难。",
                    "way": "deferred",
                    "until": "@+20",
                    "handler_opinion": "建议不予批准。",
                },
            ),
            Deed(
                "head",
                "decision.impose_surcharge",
                {
                    "due_on": "@-2",
                    "surcharge_from": "@-1",
                    "surcharge_to": "@",
                    "surcharge_amount": "600",
                },
                days=15,
            ),
            Deed("handler", "decision.record_payment", {"amount": "20000"}),
            *closed("罚款已缴清。"),
        ),
        shown=False,
    ),
    Life(
        "penalty.hearing_given_up",
        "penalty.general",
        (
            *begun("生产不合格食品"),
            concluded({"kind": "fine", "amount": "200000"}),
            *heard()[:2],
            Deed("handler", "casework.request_hearing", {"reason": "对数额有异议。"}),
            Deed(
                "unit_head",
                "casework.notify_hearing",
                {"held_in": "听证室", "hearing_at": "@+10T09:00", "host": "reviewer"},
            ),
            Deed(
                "unit_head",
                "casework.announce_hearing",
                days=0,
            ),
            Deed("handler", "casework.withdraw_hearing", {"how": "书面撤回"}),
        ),
        shown=False,
    ),
)
