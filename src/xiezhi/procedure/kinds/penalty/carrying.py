"""Declared steps after a penalty decision: service, cash, goods, what else is carried out."""

from __future__ import annotations

from xiezhi.procedure.documents.vocabulary import money, must, text
from xiezhi.procedure.kinds import checks as c
from xiezhi.procedure.kinds.checks import carrying as k
from xiezhi.procedure.kinds.course import DAY
from xiezhi.procedure.steps import Step


def carrying_out(decided: str) -> tuple[Step, ...]:
    """What follows a decision, in both procedures."""
    after, end = ("decision.serve",), ("decision.close",)
    return (
        Step(
            "decision.confirm_electronic",
            "service",
            (DAY,),
            needs=(decided,),
            until=("decision.serve",),
            documents=("service.electronic",),
            asks=("channel", "e_address"),
            verb="保存确认书",
            says="{party}确认电子送达的方式和地址。",
            of_party=True,
        ),
        Step(
            "decision.announce",
            "service",
            (DAY,),
            needs=(decided,),
            until=("decision.serve",),
            documents=("service.announcement",),
            asks=("gist", "reason", "collect_at"),
            takes=(("document_title", "decision_title"), ("document_number", "decision_number")),
            verb="发布公告",
            intro="其他方式无法送达的，公告送达；自发出公告之日起满三十日视为送达。",
            says="公告送达{document_title}。",
            of_party=True,
        ),
        Step(
            "decision.tell_credit_repair",
            "service",
            (DAY,),
            needs=(decided,),
            until=end,
            documents=("credit.notice",),
            asks=("repair",),
            intro="与处罚决定书同时送达。",
            verb="告知",
            says="告知{party}信用修复的条件和途径，{number}。",
            of_party=True,
        ),
        Step(
            "decision.tell_payment",
            "execution",
            (DAY, c.something_is_owed),
            needs=after,
            until=end,
            documents=("payment.notice",),
            asks=("pay_by", "payment_code"),
            verb="发出通知",
            says="通知{party}缴款。",
            of_party=True,
        ),
        Step(
            "decision.remit_cash",
            "execution",
            (DAY, k.cash_was_taken, k.what_was_taken_is_remitted),
            needs=("decision.record_payment",),
            once=False,
            asks=(
                must(money("remitted", "金额（元）"), "PEN-18"),
                must(text("receiver", "收款人"), "PEN-18"),
            ),
            verb="交至机关",
            says="当场收缴的罚款 {remitted} 元交至本机关。",
        ),
        Step(
            "decision.deposit_cash",
            "execution",
            (DAY, k.cash_waits_for_bank, k.what_was_remitted_is_deposited),
            needs=("decision.remit_cash",),
            once=False,
            asks=(
                must(money("deposited", "金额（元）"), "PEN-18-2"),
                must(text("deposit_receipt", "银行回单号"), "PEN-18-2"),
            ),
            verb="登记缴付",
            says="当场收缴的罚款 {deposited} 元缴付指定的银行。",
        ),
        Step(
            "decision.ask_instalments",
            "execution",
            (DAY, c.something_is_owed),
            needs=after,
            until=end,
            once=False,
            documents=("payment.instalments_approval",),
            asks=("requested_on", "reason", "way", "until", "instalments", "handler_opinion"),
            verb="呈批",
            says="{party}申请延期或者分期缴纳，呈批。",
            of_party=True,
        ),
        Step(
            "decision.impose_surcharge",
            "execution",
            (DAY, c.payment_is_overdue, k.surcharge_is_no_more_than_due),
            needs=after,
            until=end,
            documents=("execution.surcharge",),
            asks=("due_on", "surcharge_from", "surcharge_to", "surcharge_amount"),
            verb="决定加处",
            says="决定加处罚款 {surcharge_amount} 元，{number}。",
            of_party=True,
        ),
        Step(
            "decision.dispose_goods",
            "execution",
            (DAY, c.two_qualified_officers),
            needs=after,
            until=end,
            once=False,
            documents=("penalty.goods_disposal",),
            asks=(
                *("goods", "disposal", "place", "proceeds", "receipt", "disposed_how"),
                "witness",
            ),
            on_site=True,
            attach="处理过程的照片、录像或者票据",
            verb="登记处理",
            says="罚没物品已处理：{disposal}。",
        ),
        Step(
            "decision.carry_out",
            "execution",
            (DAY,),
            needs=after,
            until=end,
            once=False,
            documents=("penalty.performance",),
            asks=("performed", "licence", "from_day", "to_day", "performed_how"),
            attach="执行的照片、录像或者收回的证照",
            verb="登记执行",
            says="已执行：{performed}。",
            of_party=True,
        ),
    )
