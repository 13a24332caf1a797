# ruff: noqa: E501 - tables of texts stay one line a kind
"""Documents as PDF: readable by others' tools, archival, the same bytes each time, never fooled."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.record.document_samples import AGENCY, PARTY, bare, sample
from xiezhi.procedure.documents import KINDS
from xiezhi.record import glyphs, phrases
from xiezhi.record.typesetting import VERSION, Typeset, typeset

ON = dt.date(2026, 10, 12)
URL = "https://gongshi.anlan.example/v/7Q4K-2MXP-9TBD"
NUMBER = "澜市监罚〔2026〕57号"


def made(code: str, values: dict[str, Any] | None = None, **more: Any) -> Typeset:
    values = sample(code) if values is None else values
    settings_: dict[str, Any] = {
        "agency_name": AGENCY,
        "number": NUMBER,
        "on": ON,
        "verify_url": URL,
    } | more
    return typeset(code, values, **settings_)


def tool(name: str, *arguments: str, path: Path, after: str = "") -> str:
    """What another program says of a PDF; it may not complain."""
    program = shutil.which(name)
    if program is None:
        pytest.fail(f"{name} is not installed: scripts/system.sh installs it")
    command = [program, *arguments, str(path), *filter(None, [after])]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    return done.stdout.decode()


def text_of(pdf: bytes, folder: Path) -> str:
    path = folder / "d.pdf"
    path.write_bytes(pdf)
    return tool("pdftotext", "-raw", path=path, after="-")


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def flowing(pdf: bytes, folder: Path) -> str:
    """The text without page numbers and running titles, without blanks."""
    with pikepdf.open(io.BytesIO(pdf)) as opened, opened.open_metadata() as metadata:
        running = squeezed(str(metadata["dc:title"]))
    pages = [squeezed(page) for page in text_of(pdf, folder).split("\f")]
    bare_pages = (page.removeprefix(running) for page in pages)
    return "".join(re.sub(r"第\d+页共\d+页(扫码验真)?$", "", page) for page in bare_pages)


@pytest.mark.parametrize("fill", [sample, bare], ids=["full", "bare"])
@pytest.mark.parametrize("code", KINDS)
def test_every_kind_is_readable_and_archival(code: str, fill: Any, tmp_path: Path) -> None:
    values = fill(code)
    done = made(code, values)
    path = tmp_path / "d.pdf"
    path.write_bytes(done.pdf)
    assert hashlib.sha256(done.pdf).hexdigest() == done.sha256
    tool("qpdf", "--check", path=path)
    info = tool("pdfinfo", path=path)
    assert re.search(rf"Pages:\s+{done.pages}\n", info)
    assert "Tagged:          yes" in info
    fonts = tool("pdffonts", path=path).splitlines()[2:]
    assert all(re.search(r"\byes (yes|no)  ?yes\b", row) for row in fonts)
    assert {row.split("+")[1].split("-")[0] for row in fonts} <= {"NotoSerifSC", "NotoSansSC"}
    text = squeezed(text_of(done.pdf, tmp_path))
    assert KINDS[code].title in text or code == "file.back"
    assert re.search(r"(?<!\*)\*\*(?!\*)", text) is None
    for wrong in ("None", "{", "}", "[[", "（）", "，，", "。。", "：。"):
        assert wrong not in text
    with pikepdf.open(io.BytesIO(done.pdf)) as pdf, pdf.open_metadata() as metadata:
        assert metadata["pdfaid:part"] == "2"
        assert metadata["pdfaid:conformance"] == "A"
        assert metadata["pdfuaid:part"] == "1"


DECISION_SAYS = (
    "当事人：澜江县河口镇顺发便利店", "92990124MA7N3K2X4T", "澜江县河口镇滨河路18号1层", "经营者：陈某",
    "一、违法事实和证据", "已超过保质期56日", "1.现场笔录（勘验笔录、现场笔录），1份，证明检查时的现场情况；",
    "《中华人民共和国食品安全法》第三十四条第十项",
    "《中华人民共和国食品安全法》第一百二十四条第一款第五项和《中华人民共和国行政处罚法》第三十二条第一项",
    "没收违法所得人民币壹拾肆元整（￥14.00）", "3.罚款人民币叁仟元整（￥3,000.00）。",
    "应当自收到本决定书之日起十五日内", "每日按罚款数额的百分之三加处罚款",
    "六十日内向澜江县人民政府申请行政复议", "六个月内向澜江县人民法院提起行政诉讼",
    "本决定不停止执行", AGENCY, "2026年10月12日", "扫码验真", "第1页共4页", NUMBER,
)  # fmt: skip


def test_the_decision_says_what_article_59_wants(tmp_path: Path) -> None:
    values = {k: v for k, v in sample("penalty.decision").items() if k != "performance"}
    text = squeezed(text_of(made("penalty.decision", values).pdf, tmp_path))
    for said in DECISION_SAYS:
        assert said in text, said


def test_on_the_spot_review_comes_first(tmp_path: Path) -> None:
    """复议法 art. 23(1)(一)."""
    text = squeezed(text_of(made("penalty.onspot").pdf, tmp_path))
    assert "应当自收到本决定书之日起六十日内先向澜江县人民政府申请行政复议" in text
    assert "行政复议申请也可以通过本机关提交" in text


def test_a_record_has_a_place_to_sign_on_every_page(tmp_path: Path) -> None:
    values = sample("evidence.interview")
    values["talk"] = values["talk"] * 12
    done = made("evidence.interview", values)
    assert done.pages > 2
    assert text_of(done.pdf, tmp_path).count("被询问人（逐页签名）") == done.pages


def test_long_text_runs_over_pages_and_is_all_there(tmp_path: Path) -> None:
    lines = [f"第{n}段：{'情况说明。' * 40}" for n in range(60)]
    done = made("penalty.decision", sample("penalty.decision") | {"facts": "\n".join(lines)})
    text = flowing(done.pdf, tmp_path)
    assert done.pages > 10
    assert all(f"第{n}段：" in text for n in range(60))
    assert text.count("情况说明。") == 60 * 40
    last = f"第{done.pages}页共{done.pages}页"
    assert last in squeezed(text_of(done.pdf, tmp_path))


def test_only_served_documents_carry_the_code(tmp_path: Path) -> None:
    assert "扫码验真" in text_of(made("penalty.notice").pdf, tmp_path)
    assert "扫码验真" not in text_of(made("filing.approval").pdf, tmp_path)
    assert "扫码验真" not in text_of(made("penalty.notice", verify_url=None).pdf, tmp_path)
    draft = squeezed(text_of(made("penalty.notice", draft=True).pdf, tmp_path))
    assert "扫码验真" not in draft
    assert "草稿" in draft


def test_nothing_stands_on_a_page_alone(tmp_path: Path) -> None:
    """A signature or a seal always has some of its text above it (GB/T 9704)."""
    for length in range(10, 30):
        values = sample("correction.order") | {"breach": "经营过期食品。" * length * 3}
        pages = text_of(made("correction.order", values).pdf, tmp_path).split("\f")
        sealed = next(page for page in pages if "（印章）" in page)
        before = squeezed(sealed.split(AGENCY)[0 if sealed.startswith("责令") else 1])
        assert len(before.replace("责令改正通知书", "").replace(NUMBER, "")) > 10


# -- the same bytes --------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["penalty.decision", "filing.approval", "evidence.interview"])
def test_the_same_input_gives_the_same_bytes(code: str) -> None:
    assert made(code).sha256 == made(code).sha256


def test_another_process_gives_the_same_bytes() -> None:
    script = (
        "from tests.record.test_typesetting import made;"
        "print(made('filing.approval').sha256, made('penalty.decision').sha256)"
    )
    environment = {**os.environ, "TZ": "America/New_York", "LANG": "C", "PYTHONHASHSEED": "7"}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True, env=environment,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.stdout.split() == [made("filing.approval").sha256, made("penalty.decision").sha256]


def test_an_unknown_version_is_refused() -> None:
    assert made("filing.approval", version=VERSION).sha256 == made("filing.approval").sha256
    with pytest.raises(KeyError, match="layout version 0"):
        made("filing.approval", version="0")


# -- hostile values --------------------------------------------------------------------------------

HOSTILE = [
    "#panic()", "]", "[", "$x$", "*加粗*", "_斜体_", "= 标题", "- 列表", "`raw`", "@label", "<b>",
    "\\u{41}", "//注释", "/*", '"引号"', "{party}", "{{x}}", "[[{fine}]]", "**强调**", "%s", "${jndi}",
    "#import \"/etc/passwd\"", "#read(\"style.typ\")", "]#eval(\"1\")[", "'; DROP TABLE", "~", "---", "...",
    "http://x.example", "第１条", "a\u202eb", "𠮷野家", "䶮", "é", "İ", "ﷺ", "👩‍👩‍👧", "\U000f0000", "\ud800",
    "a\x00b\x1b[31m", "x" * 300, "超" * 500, "\u200b", "\u3000全角\u3000",
]  # fmt: skip


def shown(text: str) -> str:
    """What of a typed text can stand on paper."""
    from xiezhi.record.blocks import legible

    return squeezed(glyphs.printable(legible(text)))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_prints_literally(name: str, tmp_path: Path) -> None:
    values = sample("penalty.decision") | {"party": {**PARTY, "name": f"甲{name}乙"}}
    values["facts"] = f"丙{name}丁"
    text = flowing(made("penalty.decision", values).pdf, tmp_path)
    assert f"当事人：甲{shown(name)}乙" in text
    assert f"丙{shown(name)}丁" in text


@settings(
    max_examples=int(os.environ.get("XIEZHI_EXAMPLES", "60")),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    name=st.text(min_size=1, max_size=40),
    facts=st.text(max_size=400),
    cause=st.text(min_size=1, max_size=30),
)
def test_any_text_can_be_typeset(name: str, facts: str, cause: str) -> None:
    values = sample("penalty.decision") | {
        "party": {**PARTY, "name": name},
        "facts": facts,
        "cause": cause,
        "evidence": [{"name": name, "proves": facts}],
    }
    assert made("penalty.decision", values, agency_name=name, number=cause).pages >= 2
    assert made("service.receipt", {"recipient": name, "refusal": facts}).pages >= 1


def test_characters_without_a_glyph_are_named() -> None:
    assert glyphs.printable("王䶮") == "王䶮" or "〓" in glyphs.printable("王䶮")
    assert glyphs.printable("李\U0010fffd") == "李〓［U+10FFFD］"
    assert glyphs.printable("葛\U000e0100") == "葛"
    assert {ord(c) for c in "〓［］+U0123456789ABCDEF￥〔〕《》“”"} <= glyphs.covered()


# -- wording ---------------------------------------------------------------------------------------


def test_articles_are_grouped_by_law() -> None:
    rows = [
        {"law": "《行政处罚法》", "article": "第二十八条"},
        {"law": "中华人民共和国行政处罚法", "article": "第三十二条"},
        {"law": "食品安全法实施条例", "article": "第一条"},
    ]
    field = KINDS["penalty.decision"].field("law_applied")
    assert field is not None
    assert phrases.worded(field, rows) == (
        "《中华人民共和国行政处罚法》第二十八条、第三十二条和《食品安全法实施条例》第一条"
    )


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"kind": "warning"}, "警告"),
        ({"kind": "fine", "amount": "46000.00"}, "罚款人民币肆万陆仟元整（￥46,000.00）"),
        ({"kind": "fine", "content": "罚款 46,000 元", "amount": "46000"},
         "罚款 46,000 元（人民币肆万陆仟元整）"),
        ({"kind": "fine", "content": "罚款肆万陆仟元整", "amount": "46000"}, "罚款肆万陆仟元整"),
        ({"kind": "close", "content": "责令关闭。"}, "责令关闭"),
    ],
)  # fmt: skip
def test_a_penalty_is_pronounced_with_its_sum_in_words(row: dict[str, Any], said: str) -> None:
    from xiezhi.procedure.documents.vocabulary import PENALTY_KINDS

    assert phrases.penalty(row, dict(PENALTY_KINDS)) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2026-11-22T15:22", "2026年11月22日15时22分"),
        ("2026-11-21T16:30:00.000000Z", "2026年11月22日0时30分"),
        ("2026-11-22", "2026年11月22日"),
    ],
)
def test_moments_are_on_the_clock_of_shanghai(value: str, said: str) -> None:
    field = KINDS["evidence.scene"].field("started_at")
    assert field is not None
    assert phrases.worded(field, value) == said
