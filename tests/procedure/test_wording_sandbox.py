"""文书范本: text that tries to be more than words and declared fields is refused, in no time."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from xiezhi.procedure.documents import KINDS, DocumentKind
from xiezhi.procedure.documents.samples import sample_values
from xiezhi.procedure.documents.wording import kept, read, shown
from xiezhi.procedure.documents.wording_checks import LONGEST, MOST_LINES, check_wording
from xiezhi.procedure.documents.wording_pages import declared, worded
from xiezhi.record.blocks import Own, Page

DECISION = KINDS["penalty.decision"]
LINES = list(declared(DECISION))


def wrong(line: str, kind: DocumentKind = DECISION) -> list[str]:
    """What is said of one line put behind the declared ones."""
    lines = list(declared(kind))
    return [
        reason.say
        for reason in check_wording(kind, [*lines, line])
        if reason.field == f"section-{len(lines) + 1}"
    ]


# -- the sandbox ----------------------------------------------------------------------------------

ATTACKS = [
    "{unknown}",
    "{}",
    "{ }",
    "{party.__class__}",
    "{party.__init__.__globals__}",
    "{party.nothing}",
    "{party[name]}",
    "{party['name']}",
    "{party.name.first}",
    "{party!r}",
    "{fine:>1000000}",
    "{fine:upper}",
    "{pay_days:{pay_days}}",
    "{pay_days:999999999d}",
    "{0}",
    "{cause",
    "cause}",
    "{{cause}}",
    "{{ 7 * 7 }}",
    "{{ config.items() }}",
    "{% for x in range(10**9) %}x{% endfor %}",
    "{% while true %}",
    "{% include '/etc/passwd' %}",
    "{# note #}",
    "<% system('id') %>",
    "${7*7}",
    "#{7*7}",
    "$(id)",
    '#read("/etc/passwd")',
    '#import "@preview/x:0.1.0": *',
    '#include "../../settings.py"',
    "#let f(x) = f(x)",
    "#while true { }",
    '#eval("1")',
    '#image("x.png")',
    "#sys.inputs.data[0]",
    "\\input{/etc/passwd}",
    "\\write18{id}",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</p><iframe>",
    "<?php system('id'); ?>",
    "<!ENTITY x SYSTEM 'file:///etc/passwd'>",
    "见 ../../etc/passwd",
    "见 ..\\..\\boot.ini",
    "见 /etc/passwd",
    "见 C:\\Windows\\win.ini",
    "\\\\server\\share",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/html,x",
    "__import__('os').system('id')",
    "eval(1)",
    "【循环：evidence】",
    "【包含：penalty.none】",
    "【内容：不存在】",
    "【内容】",
    "【内容：cause.__class__】",
    "【有：不存在】文字",
    "【有：cause",
    "【】",
    "【标题】",
    "【标题】{cause}",
    "【逐项：evidence】{row.__class__}",
    "【逐项：evidence】{evidence}",
    "【逐项：cause】{cause}",
    "【条文：evidence】",
    "【主体：cause】",
    "【清单：goods】",
    "【表格：cause】",
    "【问答：evidence】",
    "【救济：party】",
    "【救济：remedies】另写",
    "[[cause",
    "cause]]",
    "[[ [[ {cause} ]] ]]",
    "**只有一边",
    "[[**{cause}]]**",
    "看不见\u200b的字",
    "反过来\u202e的字",
    "空\x00字符",
    "假遮盖⟦name⟧",
    "",
    "字" * (LONGEST + 1),
    "{" * 1000,
    "[" * 1001 + "]" * 3,
    "【" * 1000,
    "*" * 1001 + "x**",
]


@pytest.mark.parametrize("line", ATTACKS, ids=range(len(ATTACKS)))
def test_it_is_refused_with_a_sentence(line: str) -> None:
    said = wrong(line)
    assert said, line[:60]
    assert all(one.startswith(f"第 {len(LINES) + 1} 段") and one.endswith("。") for one in said)
    assert all(len(one) < 200 for one in said), "the text isn't given back at length"


@pytest.mark.parametrize(
    "line",
    [
        "当事人可以登录 https://example.gov.cn/ 查询，或者拨打 12345。",
        "依据《中华人民共和国行政处罚法》第五条（节选），执行 GB/T 9704-2012。",
        "罚款**{fine}**[[，其中{cause}]]，{pay_days:han}日内缴纳。",
        "【顶格】{当事人.姓名或者名称}：",
        "【附注】本决定书一式二份 [1] * 5。",
        "【小标题】其他",
        "【有：cause】【无：fine】本案不罚款。",
    ],
)
def test_ordinary_words_pass(line: str) -> None:
    assert wrong(line) == []


_ONES = ["{", "}", "[[", "]]", "**", "【", "】", "：", "｜", ".", "\n", "#", "\\", "\x00", "⟦"]
_WORDS = ["party", "当事人", "cause", "有", "内容", "标题", "逐项", "evidence", "name", "字", "han"]
SIGNS = st.sampled_from([*_ONES, *_WORDS])
TEXT = st.one_of(
    st.text(max_size=300), st.lists(SIGNS, max_size=60).map("".join), st.characters().map(str)
)


@given(st.lists(TEXT, max_size=12))
@example(["\ud800"])
@settings(max_examples=300, deadline=None)
def test_whatever_is_typed_ends_in_reasons_and_a_page(lines: list[str]) -> None:
    """Never anything but reasons; and what passes, or is skipped, can be laid out."""
    for reason in check_wording(DECISION, lines):
        assert reason.say
        assert reason.cite
    kind = worded(DECISION, "\n".join(lines) or "x")
    Page(kind, sample_values(DECISION), Own("机关", "", "")).blocks()


@given(TEXT)
@settings(max_examples=300, deadline=None)
def test_a_line_that_was_read_reads_the_same_again(line: str) -> None:
    made, faults = read(DECISION, line)
    if not faults:
        names = kept(DECISION, line)
        assert read(DECISION, names) == (made, [])
        assert kept(DECISION, shown(DECISION, names)) == names


@pytest.mark.parametrize(
    "sign", ["{", "}", "[[", "]]", "**", "【", "{a", "【有：", "a.", "【有：cause】", "#a", "_"]
)
def test_reading_takes_time_in_proportion(sign: str) -> None:
    """A hundred times the text takes nothing like ten thousand times as long."""

    def seconds(length: int) -> float:
        line = sign * (length // len(sign))
        began = time.perf_counter()
        read(DECISION, line)
        return time.perf_counter() - began

    seconds(2_000)
    assert seconds(400_000) < 2.0


def test_a_wording_has_bounds() -> None:
    assert "最多" in check_wording(DECISION, ["字"] * (MOST_LINES + 1))[0].say
    assert "超过" in check_wording(DECISION, ["字" * LONGEST] * 100)[0].say
    assert check_wording(DECISION, [])[0].say.endswith("没有内容。")
