# ruff: noqa: E501 - the sentences of a case stay whole
"""Values for every declared document: one invented case, and something for each field kind."""

from __future__ import annotations

from typing import Any

from xiezhi.procedure.documents import KINDS, Column, Field, FieldKind

AGENCY = "澜江县市场监督管理局"

PARTY = {
    "kind": "sole_trader",
    "name": "澜江县河口镇顺发便利店",
    "code": "92990124MA7N3K2X4T",
    "address": "澜江县河口镇滨河路 18 号 1 层",
    "legal_rep": "陈某",
    "phone": "0990-5550 123",
}
PERSON = {
    "kind": "citizen",
    "name": "陈某",
    "sex": "男",
    "age": "46",
    "id_number": "990124********0037",
    "address": "澜江县河口镇滨河路 18 号",
    "phone": "138****0000",
}
OFFICERS = [
    {"name": "周文海", "certificate": "99012400017"},
    {"name": "陆晓岚", "certificate": "99012400023"},
]
OPINION = {"text": "拟同意。事实清楚，证据确凿，程序合法。", "name": "周文海", "on": "2026-08-20"}
FACTS = (
    "2026年8月18日，本局执法人员依法对当事人经营场所进行监督检查，出示了执法证件。检查时，当事人货架上"
    "陈列待售的“金钱山楂”（果糕类）3 包，标注生产日期为2025年6月23日，保质期 12 个月，已超过保质期 56 日。\n"
    "经查，当事人于2026年1月购进该批食品 20 包，进价每包 4.50 元，售价每包 7.00 元；超过保质期后售出 "
    "2 包，违法所得 14.00 元，货值金额 35.00 元。当事人未建立临近保质期食品的检查记录。"
)
SHARED: dict[str, Any] = {
    "case_name": "澜江县河口镇顺发便利店经营超过保质期的食品案",
    "case_number": "澜市监案源〔2026〕57号",
    "party": PARTY,
    "interviewee": PERSON,
    "speaker": PERSON,
    "cause": "经营超过保质期的食品",
    "source": "report",
    "found_on": "2026-08-17",
    "filed_on": "2026-08-20",
    "facts": FACTS,
    "brief": FACTS.split("\n", maxsplit=1)[0],
    "course": "2026年8月17日，本局接到举报，称在当事人处购得过期食品。本局于8月20日立案调查。",
    "place": "澜江县河口镇滨河路 18 号",
    "started_at": "2026-08-18T09:30",
    "ended_at": "2026-08-18T10:45",
    "officers": OFFICERS,
    "recorder": OFFICERS[1:],
    "evidence": [
        {"name": "现场笔录", "kind": "record", "copies": "1份", "proves": "检查时的现场情况"},
        {"name": "涉案食品照片", "kind": "documentary", "copies": "6张", "proves": "标签和保质期"},
        {
            "name": "对陈某的询问笔录",
            "kind": "party_statement",
            "copies": "1份",
            "proves": "购销情况",
        },
        {
            "name": "进货票据、收款记录",
            "kind": "documentary",
            "copies": "3页",
            "proves": "货值金额",
        },
    ],
    "law_breached": [
        {
            "law": "中华人民共和国食品安全法",
            "article": "第三十四条第十项",
            "quote": "禁止生产经营下列食品、食品添加剂、食品相关产品：……（十）标注虚假生产日期、保质期或者"
            "超过保质期的食品、食品添加剂；",
        }
    ],
    "law_applied": [
        {"law": "中华人民共和国食品安全法", "article": "第一百二十四条第一款第五项"},
        {"law": "行政处罚法", "article": "第三十二条第一项"},
    ],
    "basis": [{"law": "行政处罚法", "article": "第五十四条第一款"}],
    "discretion": "当事人货值金额较小，主动召回已售出的食品并退款，案发后积极配合调查，消除违法行为危害后果，"
    "符合应当减轻处罚的情形。",
    "benchmark": "安澜市市场监督管理行政处罚裁量基准",
    "penalties": [
        {"kind": "confiscate_gains", "amount": "14.00"},
        {"kind": "confiscate_goods", "content": "没收超过保质期的“金钱山楂”3包"},
        {"kind": "fine", "amount": "3000.00"},
    ],
    "fine": "3000.00",
    "correction": "立即停止经营超过保质期的食品，十日内建立临近保质期食品检查记录",
    "statement": "当事人于2026年9月22日提出书面意见，称系初次违法，请求从轻处理。经复核，当事人的意见部分"
    "成立，予以部分采纳。",
    "notice_number": "澜市监罚告〔2026〕61号",
    "notice_served_on": "2026-09-18",
    "notice_on": "2026-09-17",
    "decision_number": "澜市监罚〔2026〕57号",
    "decided_on": "2026-10-12",
    "served_on": "2026-10-13",
    "pay_days": "15",
    "bank_name": "澜江县农村商业银行河口支行",
    "bank_address": "澜江县河口镇人民路 2 号",
    "bank_account_name": "澜江县财政局",
    "bank_account": "9901 2400 0000 0057",
    "e_payment": "缴款通知书上的缴款码",
    "surcharge": True,
    "remedies": {"review_body": "澜江县人民政府", "court": "澜江县人民法院"},
    "publicity": "本决定将自作出之日起七个工作日内在安澜市行政执法公示平台公示。",
    "statement_days": "5",
    "hearing_right": True,
    "agency_address": "澜江县城关镇府前街 9 号",
    "contact": "周文海",
    "contact_phone": "0990-5550 456",
    "goods": [
        {
            "name": "金钱山楂（果糕类）",
            "spec": "200克/包",
            "maker": "某食品有限公司",
            "quantity": "3",
            "unit": "包",
            "state": "包装完好",
        },
        {"name": "进货票据", "spec": "A5", "quantity": "2", "unit": "页", "state": "原件"},
    ],
    "talk": [
        {
            "q": "我们是澜江县市场监督管理局的执法人员周文海、陆晓岚，这是我们的执法证件，请你核对。你看清楚了吗？",
            "a": "看清楚了，没有异议。",
        },
        {
            "q": "你有权陈述、申辩，有权申请执法人员回避，也应当如实回答询问。你是否申请回避？",
            "a": "不申请。",
        },
        {
            "q": "请说明涉案食品的购进和销售情况。",
            "a": "今年1月从批发市场进了 20 包，进价 4 块 5，卖 7 块。\n忙的时候没有查日期，过期后大概卖了 2 包。",
        },
    ],
    "told": "执法人员周文海、陆晓岚出示执法证件，告知来意以及陈述、申辩、申请回避的权利和如实回答、协助检查的义务。"
    "当事人表示听清楚了，不申请回避。",
    "found": FACTS,
    "delivered": [
        {"title": "行政处罚决定书", "number": "澜市监罚〔2026〕57号", "copies": "1"},
        {"title": "缴款通知书", "number": "澜市监缴〔2026〕12号", "copies": "1"},
    ],
    "checklist": [
        {"item": "执法主体合法，执法人员具备资格", "verdict": "pass", "note": "执法证复印件 2 份"},
        {"item": "事实清楚，证据合法充分", "verdict": "pass", "note": "现场笔录、询问笔录、照片"},
        {"item": "裁量适当", "verdict": "fail", "note": "减轻处罚的理由应当写明"},
    ],
    "verdict": "approved",
    "signed": {"party": {"name": "陈某", "on": "2026-10-13"}},
    "instalments": [
        {"no": "1", "due": "2026-11-30", "amount": "1500.00"},
        {"no": "2", "due": "2026-12-31", "amount": "1500.00"},
    ],
    "entries": [
        {
            "no": 1,
            "number": "澜市监立〔2026〕57号",
            "author": AGENCY,
            "title": "立案审批表",
            "date": "2026-08-20",
            "page": "1",
        },
        {
            "no": 2,
            "number": "澜市监罚〔2026〕57号",
            "author": AGENCY,
            "title": "行政处罚决定书",
            "date": "2026-10-12",
            "page": "2—4",
        },
    ],
}
PLAIN: dict[FieldKind, Any] = {
    FieldKind.TEXT: "示例文字",
    FieldKind.PARAGRAPH: "这是一段说明情况的文字，用来核对版式。\n这是第二段。",
    FieldKind.NUMBER: "7",
    FieldKind.DATE: "2026-10-12",
    FieldKind.DATETIME: "2026-10-12T15:05",
    FieldKind.MONEY: "46000.00",
    FieldKind.BOOL: True,
    FieldKind.PARTY: PARTY,
    FieldKind.OFFICERS: OFFICERS,
    FieldKind.ARTICLES: [{"law": "行政处罚法", "article": "第五十九条"}],
    FieldKind.REMEDIES: {"review_body": "澜江县人民政府", "court": "澜江县人民法院"},
    FieldKind.OPINION: OPINION,
    FieldKind.SIGNED: {"name": "陈某", "on": "2026-10-13"},
}


def sample(code: str) -> dict[str, Any]:
    """A document of this kind with every field filled."""
    kind = KINDS[code]
    values = {field.name: _value(field) for field in kind.fields}
    return values | {"signed": SHARED["signed"]} if kind.signers else values


def bare(code: str) -> dict[str, Any]:
    """A document of this kind with its mandatory fields only."""
    kind = KINDS[code]
    values = {field.name: _value(field) for field in kind.fields if field.required}
    for field in kind.fields:
        name, _, answer = (field.given or "").partition("=")
        given = name in values and answer in ("", values[name])
        if field.unless or given:
            values[field.name] = _value(field)
    return values


def _value(field: Field) -> Any:
    if field.options:
        known = SHARED.get(field.name)
        return known if known in dict(field.options) else field.options[0][0]
    if field.name in SHARED:
        return SHARED[field.name]
    if field.kind is FieldKind.ROWS:
        return [{column.name: _cell(column) for column in field.columns} for _ in range(2)]
    return PLAIN[field.kind]


def _cell(column: Column) -> Any:
    return column.options[0][0] if column.options else PLAIN[column.kind]
