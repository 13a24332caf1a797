"""Every declared document names each missing mandatory item with its article."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.record.document_samples import PARTY, bare, sample
from xiezhi.procedure.documents import KINDS, Volume, check, in_order, missing, title_of
from xiezhi.procedure.documents.model import BUILT_IN, placeholders, section_fields
from xiezhi.procedure.kinds import KINDS as ACT_KINDS
from xiezhi.procedure.rulebook import RULES

MANDATORY = [
    pytest.param(code, field.name, field.rule, id=f"{code}-{field.name}")
    for code, kind in KINDS.items()
    for field in kind.fields
    if field.rule
]


def _demanding(code: str, name: str) -> dict[str, Any]:
    """A full document in which nothing else excuses the field."""
    values = sample(code)
    field = KINDS[code].field(name)
    assert field is not None
    if field.given and "=" in field.given:
        condition, _, answer = field.given.partition("=")
        values[condition] = answer
    if field.unless:
        values[field.unless] = False if isinstance(values[field.unless], bool) else None
    return values


@pytest.mark.parametrize(("code", "name", "rule"), MANDATORY)
def test_a_missing_item_is_named_with_its_article(code: str, name: str, rule: str) -> None:
    values = _demanding(code, name)
    assert check(KINDS[code], values) == []
    del values[name]
    (reason,) = [r for r in check(KINDS[code], values) if r.field == name]
    field = KINDS[code].field(name)
    assert field is not None
    assert field.label in reason.say
    assert KINDS[code].title in reason.say
    assert reason.rule is RULES[rule]
    assert str(reason.cite) in str(reason)


@pytest.mark.parametrize("empty", [None, "", "  ", [], {}, [{}], [{"name": ""}]])
def test_blanks_are_missing(empty: Any) -> None:
    values = sample("penalty.decision") | {"evidence": empty}
    assert [r.field for r in check(KINDS["penalty.decision"], values)] == ["evidence"]


@pytest.mark.parametrize("code", KINDS)
def test_the_mandatory_content_alone_is_enough(code: str) -> None:
    assert check(KINDS[code], bare(code)) == []


PARTS = [
    ("penalty.decision", "party", {**PARTY, "address": ""}, "party.address", "DOC-DECISION"),
    ("penalty.decision", "remedies", {"review_body": "某县人民政府"}, "remedies.court",
     "DOC-DECISION"),
    ("penalty.decision", "remedies", {"court": "某县人民法院"}, "remedies.review_body",
     "DOC-DECISION"),
    ("penalty.decision", "penalties", [{"content": "罚款"}], "penalties.kind", "DOC-DECISION"),
    ("penalty.onspot", "remedies", {"review_body": "某县人民政府"}, "remedies.court", "DOC-ONSPOT"),
    ("preservation.notice", "goods", [{"name": "账册"}], "goods.quantity", "PEN-6"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "name", "value", "field", "rule"), PARTS)
def test_a_missing_part_is_named(code: str, name: str, value: Any, field: str, rule: str) -> None:
    reasons = check(KINDS[code], sample(code) | {name: value})
    assert [(r.field, r.rule.code) for r in reasons] == [(field, rule)]


#: 处罚法 art. 59(1): one row an item of the article.
ARTICLE_59 = {
    "当事人的姓名或者名称、地址": ["party"],
    "违反法律、法规、规章的事实和证据": ["facts", "evidence"],
    "行政处罚的种类和依据": ["penalties", "law_breached", "law_applied"],
    "申请行政复议、提起行政诉讼的途径和期限": ["remedies"],
    "行政处罚的履行方式和期限": ["performance"],
}


@pytest.mark.parametrize(("item", "names"), ARTICLE_59.items())
def test_the_decision_asks_for_each_item_of_article_59(item: str, names: list[str]) -> None:
    values = {k: v for k, v in sample("penalty.decision").items() if k not in names}
    if "performance" in names:
        values["fine"] = None
    said = {r.field: r for r in check(KINDS["penalty.decision"], values)}
    for name in names:
        assert said[name].rule.code == "DOC-DECISION"
        assert item in said[name].say or item.endswith(said[name].todo.removeprefix("填写"))


FINE = ["pay_days", "bank_name", "bank_address", "surcharge"]


@pytest.mark.parametrize("name", FINE)
def test_a_fine_needs_bank_amount_term_and_surcharge(name: str) -> None:
    values = {k: v for k, v in sample("penalty.decision").items() if k != name}
    (reason,) = check(KINDS["penalty.decision"], values)
    assert reason.rule.code == "DOC-FINE"
    assert check(KINDS["penalty.decision"], values | {"fine": None}) == []
    assert check(KINDS["penalty.decision"], values | {"fine": "0.00"}) == []


def test_what_is_collected_on_the_spot_needs_no_bank() -> None:
    """处罚法 arts. 67, 68: the bank is named only where the party has to go there."""
    values = sample("penalty.onspot") | {"bank_name": "", "pay_days": None, "surcharge": None}
    assert check(KINDS["penalty.onspot"], values | {"pay_mode": "on_spot"}) == []
    found = check(KINDS["penalty.onspot"], values | {"pay_mode": "bank"})
    assert [r.field for r in found] == ["pay_days", "bank_name", "surcharge"]


def test_whether_a_surcharge_is_due_may_be_answered_no() -> None:
    assert check(KINDS["penalty.decision"], sample("penalty.decision") | {"surcharge": False}) == []


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("notice_served_on", "去年", "不是日期"),
        ("notice_served_on", "2026-02-30", "不是日期"),
        ("fine", "三千", "不是金额"),
        ("fine", "NaN", "不是金额"),
        ("fine", "1e400", "不是金额"),
        ("surcharge", "也许", "是或者否"),
        ("pay_days", "十五", "不是数字"),
        ("party", "某公司", "分项"),
        ("party", {"address": "某地"}, "缺少名称"),
        ("evidence", "现场笔录", "列表"),
        ("evidence", [{"name": "笔录", "kind": "unheard-of"}], "可选项"),
        ("penalties", [{"kind": "fine", "amount": "many"}], "不是金额"),
        ("law_applied", [{"article": "第一条"}], "缺少名称"),
        ("facts", ["一段"], "一项内容"),
    ],
)  # fmt: skip
def test_a_malformed_value_is_refused_before_the_act(name: str, value: Any, said: str) -> None:
    reasons = check(KINDS["penalty.decision"], sample("penalty.decision") | {name: value})
    assert [r.field for r in reasons] == [name]
    assert said in reasons[0].say


@pytest.mark.parametrize("code", KINDS)
def test_declarations_are_whole(code: str) -> None:
    kind = KINDS[code]
    shown = set(section_fields(kind.body))
    assert {name for name in shown if kind.field(name) is None} <= BUILT_IN
    hidden = {f.name for f in kind.fields if f.required} - shown
    assert hidden == set(), "a mandatory field must be printed"
    for field in kind.fields:
        assert field.rule is None or field.rule in RULES
        assert field.given is None or kind.field(field.given.partition("=")[0])
        assert field.unless is None or kind.field(field.unless)
    assert re.fullmatch(r"[a-z_]+\.[a-z_]+", code)


def test_numbers_and_places_are_unique() -> None:
    series = [kind.series for kind in KINDS.values() if kind.series]
    assert len(set(series)) == len(series)
    for volume in Volume:
        orders = [kind.order for kind in in_order(volume)]
        assert len(set(orders)) == len(orders)


def test_a_file_and_a_document_never_share_a_series() -> None:
    """Both count by agency, year and series: numbers would jump."""
    files = [kind.series for kind in ACT_KINDS.values() if kind.series]
    assert len(set(files)) == len(files)
    assert not set(files) & {kind.series for kind in KINDS.values()}


def test_every_document_of_an_act_is_declared() -> None:
    for act_kind in ACT_KINDS.values():
        wanted = {code for step in act_kind.steps for code in step.documents}
        assert wanted <= set(KINDS)
        together = {code for row in act_kind.together for code in (*row.wanted, *row.given)}
        assert {code for code in together if "." in code} <= set(KINDS)


def test_open_volume_begins_with_filing_and_decision() -> None:
    """案卷 order: filing, decision, other served documents, evidence, hearing record."""
    codes = [kind.code for kind in in_order(Volume.OPEN)]
    wanted = ["filing.approval", "penalty.decision", "service.receipt", "penalty.notice",
              "evidence.scene", "hearing.record"]  # fmt: skip
    assert sorted(wanted, key=codes.index) == wanted
    inside = [kind.code for kind in in_order(Volume.INTERNAL)]
    wanted = ["source.registration", "inquiry.report", "review.opinion", "decision.discussion",
              "hearing.report", "case.closing"]  # fmt: skip
    assert sorted(wanted, key=inside.index) == wanted


WHOLE = {
    "filing.approval", "evidence.scene", "inquiry.report", "review.opinion", "penalty.notice",
    "penalty.decision", "service.receipt", "case.closing",
}  # fmt: skip


def test_a_whole_file_lacks_nothing() -> None:
    assert missing("penalty.general", WHOLE) == []
    assert missing("penalty.summary", {"evidence.scene", "penalty.onspot", "case.closing"}) == []
    assert missing("penalty.general", {"source.registration", "filing.refusal"}) == []


@pytest.mark.rule("PEN-23")
@pytest.mark.parametrize("code", sorted(WHOLE))
def test_each_document_of_a_file_is_missed(code: str) -> None:
    (reason,) = missing("penalty.general", WHOLE - {code})
    assert code == "evidence.scene" or title_of(code) in reason.todo


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        ("preservation.notice", "PEN-6"),
        ("correction.order", "PEN-CORRECT"),
        ("statement.record", "PEN-8"),
        ("hearing.report", "PEN-64-8"),
        ("execution.court", "COE-15"),
        ("inquiry.suspension", "PEN-14"),
        ("test.commission", "PEN-23"),
    ],
)
def test_what_is_begun_must_be_ended(given: str, rule: str) -> None:
    assert [r.rule.code for r in missing("penalty.general", WHOLE | {given})] == [rule]


@pytest.mark.rule("PEN-5")
def test_a_general_case_is_filed_before_it_goes_on() -> None:
    """Art. 54(2): what meets the conditions is filed, and the file shows it; else it says why."""
    (reason,) = missing("penalty.general", WHOLE - {"filing.approval"})
    assert reason.rule.code == "PEN-5"
    assert missing("penalty.general", {"source.registration", "filing.refusal"}) == []


@pytest.mark.rule("PEN-11")
@pytest.mark.parametrize(
    ("said", "lacking"),
    [
        ({}, []),
        ({"closed": True}, ["closed_why"]),
        ({"closed": True, "closed_why": "privacy"}, []),
        ({"closed": True, "closed_why": "为了方便"}, ["closed_why"]),
    ],
)
def test_a_hearing_is_closed_only_for_what_the_law_protects(
    said: dict[str, Any], lacking: list[str]
) -> None:
    values = {k: v for k, v in sample("hearing.notice").items() if not k.startswith("closed")}
    found = check(KINDS["hearing.notice"], {**values, **said})
    assert [reason.field for reason in found] == lacking


def test_placeholders_are_read() -> None:
    assert list(placeholders("{party.name}：[[（{number}）]]{fine:upper}")) == [
        "party",
        "number",
        "fine",
    ]
