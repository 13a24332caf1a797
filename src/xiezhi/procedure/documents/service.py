"""送达: receipts, the address the party gave, electronic consent, announcement (处罚法 art. 61)."""

from __future__ import annotations

from xiezhi.procedure.documents.model import (
    Column,
    DocumentKind,
    Field,
    FieldKind,
    Form,
    If,
    Layout,
    Note,
    Para,
    Signer,
    Table,
    Text,
    Volume,
)
from xiezhi.procedure.documents.vocabulary import (
    CAUSE,
    CONTACT_PHONE,
    OFFICERS,
    PARTY,
    SERVICE_MODES,
    flag,
    long,
    moment,
    must,
    rows,
    text,
)

RECEIPT = DocumentKind(
    "service.receipt",
    "送达回证",
    Volume.OPEN,
    310,
    layout=Layout.FORM,
    fields=(
        must(text("recipient", "受送达人"), "PEN-15"),
        CAUSE,
        rows(
            "delivered",
            "送达文书",
            Column("title", "文书名称", width=3.2),
            Column("number", "文号", width=3),
            Column("copies", "份数", width=0.8, align="center"),
            rule="PEN-15",
        ),
        must(Field("mode", "送达方式", FieldKind.CHOICE, options=SERVICE_MODES), "PEN-15"),
        must(text("place", "送达地点"), "PEN-15"),
        must(moment("served_at", "送达时间"), "PEN-15"),
        must(OFFICERS, "PEN-15"),
        text("received_by", "收件人"),
        text("relation", "收件人与受送达人的关系"),
        text("refusal", "拒收事由"),
        text("witness", "见证人"),
        text("tracking", "邮件号、系统回执号或者公告载体"),
        text("remark", "备注"),
    ),
    body=(
        Form((("recipient",), ("cause",))),
        Table("delivered", caption="送达文书"),
        Form(
            (
                ("mode", "served_at"),
                ("place",),
                ("officers",),
                ("received_by", "relation"),
                ("refusal",),
                ("witness",),
                ("tracking",),
                ("remark",),
            )
        ),
        Note(
            "代收的，由代收人在收件人栏签名并注明与受送达人的关系；留置送达的，写明拒收事由和日期，"
            "由送达人、见证人签名，或者采用拍照、录像等方式记录送达过程。"
        ),
    ),
    signers=(
        Signer("recipient", "受送达人（代收人）"),
        Signer("witness", "见证人"),
        Signer("officers", "送达人"),
    ),
)

_ADDRESSES = (
    must(PARTY, "PEN-15", "", ("name", "姓名或者名称")),
    CAUSE,
)

ADDRESS = DocumentKind(
    "service.address",
    "送达地址确认书",
    Volume.OPEN,
    450,
    by_party=True,
    layout=Layout.FORM,
    fields=(
        *_ADDRESSES,
        must(text("address", "送达地址"), "PEN-15"),
        text("postcode", "邮政编码"),
        must(text("receiver", "收件人"), "PEN-15"),
        must(CONTACT_PHONE, "PEN-15"),
        text("agent", "代收人"),
        text("agent_phone", "代收人电话"),
        must(flag("electronic", "同意电子送达"), "PEN-15"),
        Field("e_address", "电子送达地址", FieldKind.TEXT, "PEN-61-2", given="electronic"),
    ),
    body=(
        Form(
            (
                ("party",),
                ("cause",),
                ("address",),
                ("postcode", "receiver"),
                ("contact_phone", "electronic"),
                ("agent", "agent_phone"),
                ("e_address",),
            )
        ),
        Para(
            "我（单位）确认上述送达地址准确、有效。地址变更的，将及时书面告知；因提供的地址不准确、"
            "变更后未及时告知或者拒绝签收，导致文书未能被实际接收的，邮寄送达以文书退回之日为送达"
            "之日，直接送达以送达人记明情况之日为送达之日。"
        ),
        If(
            "electronic",
            (
                Para(
                    "我（单位）**同意电子送达**，知悉文书到达上述电子送达地址的特定系统之日为送达"
                    "日期，并可以要求提供纸质文书。"
                ),
            ),
            (Para("我（单位）不同意电子送达。"),),
        ),
    ),
    signers=(Signer("party", "当事人（代理人）"), Signer("officers", "执法人员")),
)

ELECTRONIC = DocumentKind(
    "service.electronic",
    "电子送达确认书",
    Volume.OPEN,
    451,
    by_party=True,
    fields=(
        *_ADDRESSES,
        must(
            Field(
                "channel",
                "电子送达方式",
                FieldKind.CHOICE,
                options=(
                    ("platform", "执法平台"),
                    ("email", "电子邮件"),
                    ("fax", "传真"),
                    ("sms", "手机短信链接"),
                ),
            ),
            "PEN-61-2",
        ),
        must(text("e_address", "电子送达地址"), "PEN-61-2"),
        CONTACT_PHONE,
    ),
    body=(
        Para("{agency}：", indent=False),
        Para(
            "依据《中华人民共和国行政处罚法》第六十一条第二款的规定，我（单位）**同意采用电子方式送达**"
            "行政处罚决定书等文书。"
        ),
        Para("当事人：{party.name}"),
        Para("电子送达方式：{channel}"),
        Para("电子送达地址：{e_address}"),
        Para("联系电话：{contact_phone}"),
        Para(
            "我（单位）知悉：文书到达上述地址所在特定系统的日期为送达日期；可以要求提供纸质文书；"
            "地址变更的，应当及时书面告知。"
        ),
    ),
    signers=(Signer("party", "当事人（代理人）"),),
)

ANNOUNCEMENT = DocumentKind(
    "service.announcement",
    "送达公告",
    Volume.OPEN,
    452,
    series="公送",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "PEN-15", "", ("name", "姓名或者名称")),
        CAUSE,
        must(text("document_title", "文书名称"), "PEN-15"),
        must(text("document_number", "文书文号"), "PEN-15"),
        must(long("gist", "文书的主要内容"), "PEN-15"),
        must(long("reason", "公告送达的原因"), "PEN-15"),
        text("collect_at", "领取文书的地点"),
        CONTACT_PHONE,
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para(
            "本机关作出的《{document_title}》（{document_number}），因下列原因无法以其他方式送达："
        ),
        Text("reason"),
        Para("现依法公告送达。文书的主要内容："),
        Text("gist"),
        Para(
            "请自本公告发布之日起三十日内[[到{collect_at}]]领取该文书[[（联系电话：{contact_phone}）]]，"
            "**自发布之日起经过三十日，即视为送达**。"
        ),
    ),
)

KINDS = (RECEIPT, ADDRESS, ELECTRONIC, ANNOUNCEMENT)
