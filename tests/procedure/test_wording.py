"""Wording as data: read, judged, printed; what the law demands can never be dropped from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.record.document_samples import bare, sample
from xiezhi.procedure.documents import KINDS, DocumentKind, Field, FieldKind, Volume, check
from xiezhi.procedure.documents.model import Form, If, Para, Remedy, Section, Text, Who
from xiezhi.procedure.documents.samples import sample_values
from xiezhi.procedure.documents.wording import PARTS, Line, kept, read, shown, wordable
from xiezhi.procedure.documents.wording_checks import (
    check_wording,
    contains,
    rebased,
)
from xiezhi.procedure.documents.wording_pages import body, declared, worded
from xiezhi.record import phrases
from xiezhi.record.blocks import Block, Own, Page

DECISION = KINDS["penalty.decision"]
LINES = list(declared(DECISION))
WORDABLE = [kind for kind in KINDS.values() if wordable(kind)]


def codes(kind: DocumentKind) -> str:
    return kind.code


# -- the declaration as a wording -----------------------------------------------------------------


def as_one(page: Page) -> list[Block]:
    """Its blocks; forms that follow each other are one, as they are on paper."""
    made: list[Block] = []
    for block in page.blocks():
        if block["b"] == "form" and made and made[-1]["b"] == "form":
            made[-1] = {"b": "form", "rows": made[-1]["rows"] + block["rows"]}
        else:
            made.append(block)
    return made


@pytest.mark.parametrize("kind", WORDABLE, ids=codes)
def test_the_declaration_is_a_wording_and_prints_the_same(kind: DocumentKind) -> None:
    lines = declared(kind)
    assert check_wording(kind, lines, base=lines) == []
    again = worded(kind, "\n".join(lines))
    for values in (sample(kind.code), bare(kind.code), sample_values(kind)):
        own = Own("机关", "号", "日期")
        assert as_one(Page(again, values, own)) == as_one(Page(kind, values, own))


@pytest.mark.parametrize("kind", WORDABLE, ids=codes)
def test_every_line_is_edited_with_labels_and_kept_with_names(kind: DocumentKind) -> None:
    for line in declared(kind):
        assert kept(kind, shown(kind, line)) == line


@pytest.mark.parametrize("kind", WORDABLE, ids=codes)
def test_sample_values_fill_the_whole_document(kind: DocumentKind) -> None:
    values = sample_values(kind)
    assert check(kind, values) == []
    assert {field.name for field in kind.fields} <= set(values)


def test_parts_are_those_that_are_printed() -> None:
    printed = {name for name, _ in phrases._PARTY_PARTS} | {"name"}
    assert set(PARTS[FieldKind.PARTY]) == printed


# -- mandatory content ----------------------------------------------------------------------------


def dropped(*lines: str, kind: DocumentKind = DECISION) -> list[str]:
    return [str(reason) for reason in check_wording(kind, lines) if reason.field is None]


def mandatory(kind: DocumentKind) -> list[Field]:
    """Demanded fields that the declaration prints in exactly one line."""
    found = []
    for field in kind.fields:
        lines = [read(kind, text)[0] for text in declared(kind)]
        uses = [line for line in lines if _prints(line, field.name)]
        if field.rule and len(uses) == 1 and field.kind is not FieldKind.BOOL:
            found.append(field)
    return found


def _prints(line: Line, name: str) -> bool:
    in_text = line.mark in ("", "顶格", "附注") and f"{{{name}" in line.text
    return in_text or (name in line.fields and line.mark != "条文")


@pytest.mark.parametrize("kind", WORDABLE, ids=codes)
def test_no_demanded_field_can_be_left_out(kind: DocumentKind) -> None:
    for field in mandatory(kind):
        rest = [t for t in declared(kind) if not _prints(read(kind, t)[0], field.name)]
        said = dropped(*(rest or ["别的话。"]), kind=kind)
        assert any(f"“{field.label}" in one for one in said), field.name
        assert all("，《" in one for one in said), "each with its article"


@pytest.mark.parametrize(
    "trick",
    [
        "【有：statement】【内容：facts】",
        "【无：facts】【内容：facts】",
        "【有：fine】【内容：facts】",
        "[[{statement}{facts}]]",
        "{facts}，{statement}",
        "[[{facts}，{hearing_said}]]。",
        "【有：facts】【有：benchmark】{facts}",
    ],
)
def test_a_demanded_field_cant_be_hidden_behind_a_condition(trick: str) -> None:
    lines = [line if line != "【内容：facts】" else trick for line in LINES]
    assert any("只在部分情况下写明“违法事实”" in one for one in dropped(*lines))


@pytest.mark.parametrize(
    "instead",
    ["{facts}", "[[{facts}]]。", "经查：{facts}", "【有：facts】{facts}", "{facts}，{cause}"],
)
def test_a_demanded_field_may_be_said_otherwise(instead: str) -> None:
    lines = [line if line != "【内容：facts】" else instead for line in LINES]
    assert dropped(*lines) == []


def test_the_demanded_parts_of_a_party_stay() -> None:
    head = "【主体：party】当事人"
    only_name = [line if line != head else "当事人：{party}" for line in LINES]
    assert any("当事人的" in one and "DOC-DECISION" in one for one in dropped(*only_name))
    both = [x if x != head else "当事人：{party.name}，住所：{party.address}" for x in LINES]
    assert dropped(*both) == []


def test_the_remedies_stay_as_a_block() -> None:
    block = "【救济：remedies】"
    named = [line if line != block else "不服的，{remedies}" for line in LINES]
    assert any("救济途径和期限" in one for one in dropped(*named))


def test_both_answers_to_a_question_stay() -> None:
    for answer in ("有", "无"):
        lines = [x for x in LINES if f"【{answer}：surcharge】" not in x]
        assert any("逾期缴纳是否加处罚款" in one for one in dropped(*lines))


def test_a_remedy_stays_where_no_field_demands_it() -> None:
    """A made-up kind: the block itself is what the law wants (REM-1)."""
    kind = DocumentKind(
        "made.up",
        "示例决定书",
        Volume.OPEN,
        1,
        fields=(Field("remedies", "救济", FieldKind.REMEDIES), Field("reason", "理由")),
        body=(Para("{reason}"), Remedy()),
    )
    assert any("REM-1" in one for one in dropped("{reason}", kind=kind))


# -- adding to what stands above ------------------------------------------------------------------


@given(st.lists(st.tuples(st.integers(0, len(LINES)), st.just("【附注】本机关的话。")), max_size=6))
def test_whatever_is_added_between_passes(added: list[tuple[int, str]]) -> None:
    lines = list(LINES)
    for place, text in added:
        lines.insert(place, text)
    assert check_wording(DECISION, lines, base=LINES) == []


@pytest.mark.parametrize("number", range(len(LINES)))
def test_whatever_is_dropped_or_altered_is_refused(number: int) -> None:
    altered = [*LINES[:number], LINES[number] + "改", *LINES[number + 1 :]]
    for lines in (LINES[:number] + LINES[number + 1 :], altered):
        assert any(
            f"统一范本第 {number + 1} 段" in one.say
            for one in check_wording(DECISION, lines, LINES)
        )


def test_another_order_is_refused() -> None:
    lines = [LINES[1], LINES[0], *LINES[2:]]
    assert contains(lines, LINES)
    assert any("换了位置" in one.say for one in check_wording(DECISION, lines, LINES))


@given(
    st.lists(st.sampled_from("abcdef"), unique=True),
    st.lists(st.sampled_from("abcdef"), unique=True),
    st.lists(st.tuples(st.integers(0, 8), st.sampled_from("XYZ"))),
)
def test_additions_move_to_a_new_wording(
    old: list[str], new: list[str], added: list[tuple[int, str]]
) -> None:
    own = list(old)
    for place, text in added:
        own.insert(min(place, len(own)), text)
    made = rebased(own, old, new)
    assert contains(made, new) == []
    assert sorted(made) == sorted([*new, *(text for _, text in added)])


# -- to sections ----------------------------------------------------------------------------------


def test_a_wording_becomes_sections() -> None:
    made = body(
        DECISION,
        [
            "【主体：party】被处罚人",
            "【有：fine】【无：surcharge】不加处{fine}。",
            "【内容：facts】经查，",
            "坏{x}",
        ],
    )
    wanted: tuple[Section, ...] = (
        Who("party", "被处罚人"),
        If("fine", (If("surcharge", (), (Para("不加处{fine}。"),)),)),
        Text("facts", "经查，"),
    )
    assert made == wanted


def test_rows_that_follow_each_other_are_one_form() -> None:
    kind = KINDS["filing.approval"]
    made = body(kind, ["【表格：case_name】", "【表格：cause｜source】", "字", "【表格：party】"])
    assert made == (Form((("case_name",), ("cause", "source"))), Para("字"), Form((("party",),)))
