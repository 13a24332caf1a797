"""Laws come in article by article, however often; the rulebook's citations are found in them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from xiezhi.procedure.citations import SourceStatus
from xiezhi.procedure.rulebook import RULES
from xiezhi.registry.actions import SHIPPED, import_laws
from xiezhi.registry.models import Article, Law
from xiezhi.registry.rules import Place, parse_place, parse_statute

#: A larger collection of laws that may lie beside the repository.
BESIDE = Path(__file__).resolve().parents[3] / "shared" / "laws"
FILES = sorted(SHIPPED.glob("*.md")) + sorted(BESIDE.glob("*.md"))
LAST = {
    "行政处罚法": 86,
    "行政强制法": 71,
    "行政复议法": 90,
    "行政许可法": 83,
    "行政诉讼法": 103,
    "政府信息公开条例": 56,
    "未成年人保护法": 132,
    "个人信息保护法": 74,
    "罚款决定与罚款收缴分离实施办法": 17,
    "最高人民法院关于适用《行政诉讼法》的解释": 163,
}
TODAY = dt.date(2026, 3, 2)
SMALL = """# 中华人民共和国示例法

2020年1月1日 第一届全国人民代表大会常务委员会第一次会议通过

<!-- INFO END -->

## 第一章　总　则

第一条 为了举例，制定本法。

### 第一节 一般规定

第二条 示例包括：

（一）甲；

（二）乙。

前款第二项不含丙。

第二条之一 另有规定的，从其规定。

## 第二章 附 则

第三条 本法自2020年7月1日起施行。
"""


def number_of(path: Path) -> int:
    """How many articles stand in a file, counted another way than the parser does."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return sum(line.startswith("第") and "条 " in line[:12] for line in lines)


@pytest.mark.parametrize("path", FILES, ids=[path.parent.name + path.stem for path in FILES])
def test_the_articles_of_a_law_are_numbered_without_a_gap(path: Path) -> None:
    statute = parse_statute(path.read_text(encoding="utf-8"), path.name)
    numbers = [article.place.article for article in statute.articles]
    assert numbers == list(range(1, len(numbers) + 1))
    assert statute.gaps() == []
    assert len(numbers) == number_of(path) == LAST.get(statute.short_name, len(numbers))
    assert all(article.text for article in statute.articles)
    assert statute.effective_on >= statute.version


def test_a_law_is_read_whole() -> None:
    statute = parse_statute(SMALL, "示例法(2020-01-01).md")
    assert (statute.name, statute.kind) == ("中华人民共和国示例法", "statute")
    assert (statute.effective_on, statute.assumed) == (dt.date(2020, 7, 1), False)
    assert [str(a.place) for a in statute.articles] == ["第一条", "第二条", "第二条之一", "第三条"]
    assert [a.part for a in statute.articles][1:] == [
        "第一章 总则 / 第一节 一般规定",
        "第一章 总则 / 第一节 一般规定",
        "第二章 附则",
    ]
    assert statute.articles[1].paragraphs == [
        "示例包括：\n（一）甲；\n（二）乙。",
        "前款第二项不含丙。",
    ]


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        (SMALL, "示例法.md", "文件名"),
        (SMALL.replace("<!-- INFO END -->", ""), "示例法(2020-01-01).md", "INFO END"),
        (SMALL.split("## ", 1)[0], "示例法(2020-01-01).md", "第一条"),
        (SMALL.replace("第三条", "第二条"), "示例法(2020-01-01).md", "出现了两次"),
        (SMALL.replace("第三条 ", "第三十百条 "), "示例法(2020-01-01).md", "数字"),
    ],
)
def test_a_faulty_file_says_what_is_wrong(text: str, name: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parse_statute(text, name)


def test_a_missing_number_is_told() -> None:
    statute = parse_statute(SMALL.replace("第三条 ", "第五条 "), "示例法(2020-01-01).md")
    assert statute.gaps() == [3, 4]


@pytest.mark.django_db
def test_importing_again_changes_nothing() -> None:
    first, second = import_laws(), import_laws()
    assert first.laws["new"] == len(list(SHIPPED.glob("*.md"))) == second.laws["unchanged"]
    assert first.articles["new"] == Article.objects.count() == second.articles["unchanged"]
    assert not second.laws["new"]
    assert not second.doubts


@pytest.mark.django_db
def test_a_corrected_text_keeps_its_rows(tmp_path: Path) -> None:
    file = tmp_path / "示例法(2020-01-01).md"
    file.write_text(SMALL, encoding="utf-8")
    import_laws(tmp_path)
    kept = Article.objects.get(number=1).pk
    file.write_text(SMALL.replace("为了举例", "为了示例"), encoding="utf-8")
    done = import_laws(tmp_path)
    assert (done.laws["updated"], done.articles["updated"]) == (1, 1)
    assert done.articles["unchanged"] == 3
    assert Article.objects.get(number=1).pk == kept
    assert Article.objects.get(number=1).text == "为了示例，制定本法。"


@pytest.mark.django_db
def test_one_bad_file_keeps_all_out(tmp_path: Path) -> None:
    (tmp_path / "示例法(2020-01-01).md").write_text(SMALL, encoding="utf-8")
    (tmp_path / "坏.md").write_text("# 坏", encoding="utf-8")
    with pytest.raises(CommandError, match=r"坏\.md：文件名"):
        call_command("import_laws", str(tmp_path))
    assert not Law.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("day", "year"),
    [("2020-06-30", None), ("2020-07-01", 2020), ("2022-12-31", 2020), ("2023-01-01", 2022)],
)
def test_the_version_of_that_day_applies(tmp_path: Path, day: str, year: int | None) -> None:
    (tmp_path / "示例法(2020-01-01).md").write_text(SMALL, encoding="utf-8")
    newer = SMALL.replace("2020年7月1日起施行", "2023年1月1日起施行")
    (tmp_path / "示例法(2022-08-01).md").write_text(newer, encoding="utf-8")
    import_laws(tmp_path)
    law = Law.objects.in_force("示例法", dt.date.fromisoformat(day))
    assert (law.version.year if law else None) == year


@pytest.mark.django_db
def test_a_place_gives_its_words() -> None:
    import_laws()
    article = Article.objects.at("行政处罚法", "第五十八条", TODAY)
    assert article is not None
    assert article.part == "第五章 行政处罚的决定 / 第三节 普通程序"
    assert article.words(parse_place("第五十八条第一款第（二）项")).startswith(
        "（二）直接关系当事人"
    )
    assert "初次从事" in article.words(Place(58, paragraph=2))
    assert article.words(Place(58, paragraph=9)) == ""
    assert Article.objects.at("行政处罚法", "第八十七条", TODAY) is None
    assert Article.objects.at("没有这部法", "第一条", TODAY) is None


@pytest.mark.django_db
def test_every_statute_the_rules_quote_is_shipped() -> None:
    import_laws()
    for rule in RULES.values():
        law = Law.objects.in_force(rule.cite.law, TODAY)
        if law is None or not rule.cite.article.startswith("第"):
            continue
        label = rule.cite.article.split("、")[0].split("至")[0]
        place = parse_place(label)
        article = Article.objects.at(rule.cite.law, place.label, TODAY)
        assert article, f"{rule.code}: {rule.cite}"
        if rule.cite.status == SourceStatus.STATUTE_TEXT and rule.cite.quote:
            squeezed = "".join(article.text.split())
            for words in rule.cite.quote.split("……"):
                assert "".join(words.split()) in squeezed, rule.code


@pytest.mark.django_db
@pytest.mark.skipif(not BESIDE.is_dir(), reason="no larger collection beside the repository")
def test_a_larger_collection_comes_in_whole(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("import_laws", str(BESIDE))
    assert Law.objects.count() == len(list(BESIDE.glob("*.md")))
    assert Article.objects.count() == sum(number_of(path) for path in BESIDE.glob("*.md"))
    said = capsys.readouterr().out
    assert f"新增 {Law.objects.count()} 部" in said
    assert f"新增 {Article.objects.count()} 条" in said
