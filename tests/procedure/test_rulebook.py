"""One row per rule: its code, its article, and the words of the article where we have them.

`statutes/` holds the cited articles, copied from the published texts. With XIEZHI_STATUTES set to
a folder of whole statutes (one Markdown file each, named `<title>(<date>).md`), the tests read
those instead.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path

import pytest

from xiezhi.procedure.citations import Rule, SourceStatus
from xiezhi.procedure.rulebook import RULES, official_name, refuse, rule

_HERE = Path(__file__).parent / "statutes"
_HEAD = re.compile(r"^(第[一二三四五六七八九十百零]+条)[\s　]", re.MULTILINE)


def _folder() -> Path:
    return Path(os.environ.get("XIEZHI_STATUTES") or _HERE)


@lru_cache
def articles(law: str) -> dict[str, str] | None:
    """The articles of a law by their number, or None where its text isn't at hand."""
    plain = law.replace("〈中华人民共和国行政诉讼法〉", "《行政诉讼法》")
    found = sorted(_folder().glob(f"{plain}(*.md"))
    if not found:
        return None
    text = found[-1].read_text(encoding="utf-8")
    starts = list(_HEAD.finditer(text))
    ends = [start.start() for start in starts[1:]] + [len(text)]
    return {s[1]: text[s.start() : end] for s, end in zip(starts, ends, strict=True)}


def squeeze(text: str) -> str:
    """Without white space, which the copies set differently."""
    return re.sub(r"\s+", "", text)


_ARTICLE = re.compile(r"^第[一二三四五六七八九十百零]+条")
_QUOTED = [r for r in RULES.values() if r.cite.quote and articles(r.cite.law) is not None]


@pytest.mark.parametrize("each", RULES.values(), ids=RULES.keys())
def test_rule_names_itself_and_its_source(each: Rule) -> None:
    assert each.title
    assert each.cite.law
    assert each.cite.article
    assert len(each.title) <= 20, "a title is short"


@pytest.mark.parametrize("each", _QUOTED, ids=[r.code for r in _QUOTED])
def test_quote_stands_in_the_article_word_for_word(each: Rule) -> None:
    number = _ARTICLE.match(each.cite.article)
    assert number, f"{each.code} quotes a statute but names no article"
    text = squeeze((articles(each.cite.law) or {})[number[0]])
    for piece in each.cite.quote.split("……"):
        assert squeeze(piece) in text, f"{each.code}: “{piece}” isn't in {each.cite}"


def test_statutes_we_claim_to_have_read_have_an_article_number() -> None:
    for each in RULES.values():
        if each.cite.status is SourceStatus.STATUTE_TEXT:
            assert _ARTICLE.match(each.cite.article), each.code


def test_most_rules_are_quoted_from_a_statute() -> None:
    assert len(_QUOTED) > 120


@pytest.mark.parametrize(
    "code",
    [
        *(f"CAL-{n}" for n in range(1, 13)),
        *(f"PEN-{n}" for n in range(1, 29)),
        *(f"REM-{n}" for n in range(1, 13)),
        *(f"PLAN-{n}" for n in range(1, 10)),
        *(f"SAMR-{n}" for n in range(1, 21)),
        *(f"CR-{n}" for n in range(1, 10)),
        *(f"SUP-{n}" for n in range(1, 7)),
        *(f"GATE-{n}" for n in range(1, 10)),
        *("COE-10", "COE-15", "TRF-1", "TRF-2", "TRF-3", "TRF-8", "OGI-1", "OGI-6", "OGI-7"),
        *("DOC-DECISION", "DOC-ONSPOT", "DOC-FINE", "DOC-NOTICE", "DOC-DEMAND", "DOC-COURT"),
        *("PEN-48-2", "MIN-1", "ARCH-1", "FLOW-ORDER", "FLOW-KIND", "FLOW-LATE", "FLOW-ONCE"),
    ],
)
def test_code_of_the_law_reference_is_in_the_rulebook(code: str) -> None:
    assert rule(code).code == code


def test_refusal_names_rule_article_and_remedy() -> None:
    reason = refuse("PEN-12", "还没有通过法制审核。", todo="提请法制审核。", field="clearance")
    assert str(reason) == "还没有通过法制审核。（PEN-12，《行政处罚法》第五十八条第一款）"
    assert (reason.todo, reason.field) == ("提请法制审核。", "clearance")


def test_unknown_code_is_our_mistake() -> None:
    with pytest.raises(KeyError, match="NO-SUCH"):
        refuse("NO-SUCH", "不存在的规则。")


def test_documents_print_the_full_name_of_a_law() -> None:
    assert official_name("行政处罚法") == "中华人民共和国行政处罚法"
    assert official_name("市场监督管理行政处罚程序规定") == "市场监督管理行政处罚程序规定"
