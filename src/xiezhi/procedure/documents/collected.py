"""After a levy or charge: relief, late fee, refund (强制法 art. 45)."""

from __future__ import annotations

from xiezhi.procedure.documents.collecting import CHARGE, LATE_RATE, LEVY, NAMED, Words
from xiezhi.procedure.documents.model import (
    DocumentKind,
    Field,
    FieldKind,
    Para,
    Remedy,
    Signer,
    Text,
    Volume,
)
from xiezhi.procedure.documents.vocabulary import (
    BASIS,
    HEAD_OPINION,
    PARTY,
    REMEDIES,
    Options,
    day,
    long,
    money,
    must,
    named,
    number,
    text,
)

RELIEF_KINDS: Options = (
    ("reduce", "减征"),
    ("exempt", "免征"),
    ("defer", "缓征"),
)
ANSWERS: Options = (("granted", "同意"), ("refused", "不同意"))
RELIEF_KIND = Field("relief_kind", "申请的事项", FieldKind.CHOICE, options=RELIEF_KINDS)


def _relief_application(w: Words) -> DocumentKind:
    return DocumentKind(
        f"{w.family}.relief_application",
        f"{w.word}减免缓申请书",
        Volume.OPEN,
        w.order + 6,
        by_party=True,
        fields=(
            must(PARTY, "LEVY-6", "", NAMED),
            text("decision_number", "决定书文号"),
            must(RELIEF_KIND, "LEVY-6"),
            must(long("relief_why", "申请的理由"), "LEVY-6"),
        ),
        body=(
            Para("{agency}：", indent=False),
            Para("就决定书（{decision_number}）确定的款项，我（单位）申请**{relief_kind}**。"),
            Para("申请的理由："),
            Text("relief_why"),
            Para("申请人：{party.name}"),
        ),
        signers=(Signer("party", "申请人"),),
    )


def _relief(w: Words) -> DocumentKind:
    return DocumentKind(
        f"{w.family}.relief",
        f"{w.word}减免缓决定书",
        Volume.OPEN,
        w.order + 7,
        series=f"{w.mark}减",
        served=True,
        sealed=True,
        fields=(
            must(PARTY, "LEVY-6", "", NAMED),
            must(text("decision_number", "决定书文号"), "LEVY-6"),
            must(RELIEF_KIND, "LEVY-6"),
            must(Field("relief_answer", "决定", FieldKind.CHOICE, options=ANSWERS), "LEVY-6"),
            must(named(BASIS, "relief_basis", "减免缓的依据"), "LEVY-6"),
            must(long("relief_reason", "决定的理由"), "LEVY-6"),
            money("relief_amount", "减免的金额"),
            day("deferred_until", "缓征至"),
            must(REMEDIES, "REM-1"),
        ),
        body=(
            Para("{party.name}：", indent=False),
            Para("你（单位）就决定书（{decision_number}）申请{relief_kind}，经审查："),
            Text("relief_reason"),
            Para("依据{relief_basis}的规定，本机关决定：**{relief_answer}**。"),
            Para("减免的金额：**{relief_amount}**。"),
            Para("请于**{deferred_until}前**缴清。"),
            Remedy(),
        ),
    )


def _late_fee(w: Words) -> DocumentKind:
    return DocumentKind(
        f"{w.family}.late_fee",
        f"{w.word}滞纳金决定书",
        Volume.OPEN,
        w.order + 8,
        series=f"{w.mark}滞",
        served=True,
        sealed=True,
        fields=(
            must(PARTY, "LEVY-4", "", NAMED),
            must(text("decision_number", "决定书文号"), "LEVY-4"),
            must(LATE_RATE, "LEVY-4"),
            must(number("late_days", "逾期天数"), "LEVY-5"),
            must(money("late_fee", "滞纳金"), "LEVY-5"),
            must(REMEDIES, "REM-1"),
        ),
        body=(
            Para("{party.name}：", indent=False),
            Para(
                "你（单位）未在规定期限内缴清决定书（{decision_number}）确定的款项，已逾期{late_days}日。"
                "依据《中华人民共和国行政强制法》第四十五条的规定，按每日万分之{late_rate:han}加收"
                "滞纳金**{late_fee}**。滞纳金的数额不超出应缴金额。"
            ),
            Remedy(),
        ),
    )


def _refund(w: Words) -> DocumentKind:
    return DocumentKind(
        f"{w.family}.refund",
        f"{w.word}退还决定书",
        Volume.OPEN,
        w.order + 9,
        series=f"{w.mark}退",
        served=True,
        sealed=True,
        fields=(
            must(PARTY, "LEVY-7", "", NAMED),
            text("decision_number", "决定书文号"),
            must(money("refund_amount", "退还金额"), "LEVY-7"),
            must(long("refund_why", "退还的理由"), "LEVY-7"),
            text("refund_how", "退还方式"),
            HEAD_OPINION,
        ),
        body=(
            Para("{party.name}：", indent=False),
            Text("refund_why"),
            Para("本机关决定退还你（单位）**{refund_amount}**[[，退还方式：{refund_how}]]。"),
            Para("原决定书：{decision_number}。"),
        ),
    )


_MAKERS = (_relief_application, _relief, _late_fee, _refund)

KINDS = tuple(make(words) for words in (LEVY, CHARGE) for make in _MAKERS)
