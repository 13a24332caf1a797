"""How a document's values are worded: dates, sums, officers, articles, remedies in Chinese."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Any

from xiezhi.procedure.documents.content import as_day, as_moment, as_number, filled
from xiezhi.procedure.documents.model import Column, Field, FieldKind
from xiezhi.procedure.remedies import Remedies
from xiezhi.procedure.rulebook import official_name
from xiezhi.ui.text import cndate, han_number, local, money_upper

Row = Mapping[str, Any]

#: How the parts of a party are labelled, and in which order they are printed.
_REPRESENTATIVE = {
    "legal_person": "法定代表人",
    "sole_trader": "经营者",
    "other_organisation": "负责人",
}
_PARTY_PARTS = (
    ("code", "统一社会信用代码"),
    ("licence", "主体资格证照"),
    ("sex", "性别"),
    ("age", "年龄"),
    ("id_number", "身份证件号码"),
    ("employer", "工作单位"),
    ("address", "住所（地址）"),
    ("legal_rep", "法定代表人（负责人）"),
    ("post", "职务"),
    ("phone", "联系电话"),
)


def worded(field: Field | Column, value: Any, spec: str = "") -> str:
    """A value in one line of running text; empty if there is nothing to say."""
    if not filled(value):
        return ""
    if field.kind is FieldKind.CHOICE:
        return dict(field.options).get(value, str(value))
    return _WORDS[field.kind](value, spec)


def cell(column: Column, value: Any) -> str:
    """A value in a table: sums are figures only, days as elsewhere."""
    if column.kind is FieldKind.MONEY and filled(value):
        return figures(value)
    return worded(column, value)


def figures(value: Any) -> str:
    """46,000.00."""
    return f"{as_number(value) or 0:,.2f}"


def sum_in_words(value: Any) -> str:
    """人民币肆万陆仟元整（￥46,000.00）: the form in which documents state a sum."""
    return f"{money_upper(str(value))}（￥{figures(value)}）"


def _number(value: Any, spec: str) -> str:
    number = as_number(value)
    if number is None:
        return str(value)
    if spec == "han" and number == int(number):
        return han_number(int(number))
    return f"{number:f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:f}"


def _day(value: Any, _spec: str) -> str:
    day = as_day(value) or as_moment(value)
    return cndate(day) if day else str(value)


def _moment(value: Any, _spec: str) -> str:
    moment = as_moment(value)
    if moment is None:
        return _day(value, "")
    at = local(moment)
    return f"{cndate(at)}{at:%-H时%M分}"


def _officers(people: Sequence[Row], _spec: str) -> str:
    return "、".join(officer(person) for person in people)


def officer(person: Row) -> str:
    certificate = person.get("certificate")
    return f"{person['name']}（执法证号：{certificate}）" if certificate else str(person["name"])


def law_title(name: str) -> str:
    """《中华人民共和国行政处罚法》, whether or not the book-title marks were typed."""
    return f"《{official_name(name.strip().removeprefix('《').removesuffix('》'))}》"


def _articles(rows: Sequence[Row], _spec: str) -> str:
    """Articles grouped by law: 《甲法》第一条、第二条和《乙条例》第三条."""
    laws = [
        law + "、".join(str(row.get("article") or "") for row in group)
        for law, group in groupby(rows, key=lambda row: law_title(str(row["law"])))
    ]
    return "、".join(laws[:-1]) + ("和" if len(laws) > 1 else "") + laws[-1]


def _opinion(said: Row, _spec: str) -> str:
    signed = "　".join(filter(None, [said.get("name") or "", _day_or_none(said.get("on"))]))
    return f"{said.get('text') or ''}{f'（{signed}）' if signed else ''}"


def _day_or_none(value: Any) -> str:
    return _day(value, "") if filled(value) else ""


def _rows(rows: Sequence[Row], _spec: str) -> str:
    return "；".join("，".join(str(v) for v in row.values() if filled(v)) for row in rows)


def penalty(row: Row, kinds: Mapping[str, str]) -> str:
    """One penalty as it is pronounced; its sum always stands there in words as well."""
    said = str(row.get("content") or "").strip().removesuffix("。")
    amount = row.get("amount")
    if not said:
        said = kinds.get(str(row.get("kind")), str(row.get("kind") or ""))
        return said + (sum_in_words(amount) if filled(amount) else "")
    if filled(amount) and money_upper(str(amount)).removeprefix("人民币") not in said:
        return f"{said}（{money_upper(str(amount))}）"
    return said


def party_names(party: Row) -> str:
    """The party, and those who answer beside it, by name."""
    return "、".join(str(one["name"]) for one in with_joint(party))


def with_joint(party: Row) -> list[Row]:
    """The party, and those who answer beside it (共同当事人), as far as they have a name."""
    return [one for one in (party, *(party.get("joint") or ())) if filled(one.get("name"))]


def party_lines(party: Row) -> list[tuple[str, str]]:
    """The party's particulars after the name: label and value, what isn't known left out."""
    kind = str(party.get("kind") or "")
    labels = dict(_PARTY_PARTS) | {
        "legal_rep": _REPRESENTATIVE.get(kind, "法定代表人（负责人）"),
        "address": "住址" if kind == "citizen" else "住所（经营场所）",
    }
    return [(labels[p], str(party[p])) for p, _ in _PARTY_PARTS if filled(party.get(p))]


def remedies(value: Row, act: str = "本决定", *, on_spot: bool = False) -> list[str]:
    """What can be done against an act: the sentences fixed when it was made, or the usual ones.

    `act` is what the document calls itself (本决定, 本通知).
    """
    if filled(value.get("sentences")):
        return [str(sentence) for sentence in value["sentences"]]
    usual = Remedies(
        body=str(value.get("review_body") or ""),
        court=str(value.get("court") or ""),
        first=on_spot or bool(value.get("review_first")),
        on_spot=on_spot or bool(value.get("through_agency")),
        agency="本机关",
        online=str(value.get("online") or ""),
        rules=(),
        you="当事人",
    )
    paper = f"{act}书" if act.endswith("决定") else act
    return [said.replace("本决定书", paper).replace("本决定", act) for said in usual.sentences()]


_WORDS: Mapping[FieldKind, Callable[[Any, str], str]] = {
    FieldKind.TEXT: lambda value, _: str(value).strip(),
    FieldKind.PARAGRAPH: lambda value, _: str(value).strip(),
    FieldKind.NUMBER: _number,
    FieldKind.DATE: _day,
    FieldKind.DATETIME: _moment,
    FieldKind.MONEY: lambda value, _: sum_in_words(value),
    FieldKind.BOOL: lambda value, _: "是" if value else "否",
    FieldKind.PARTY: lambda value, _: party_names(value),
    FieldKind.OFFICERS: _officers,
    FieldKind.ARTICLES: _articles,
    FieldKind.ROWS: _rows,
    FieldKind.REMEDIES: lambda value, _: "".join(remedies(value)),
    FieldKind.OPINION: _opinion,
    FieldKind.SIGNED: _opinion,
}
