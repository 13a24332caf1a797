"""What the written pages promise is there: links, pictures, commands, both languages alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.house import ROOT, SOURCE, tracked
from xiezhi.config.sample import PASSWORD
from xiezhi.config.sample.government import PLANS

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
HEADING = re.compile(r"^(#{1,6})\s+(.*)$", re.MULTILINE)
TARGET = re.compile(r"^([a-z-]+):.*## ", re.MULTILINE)
LARGEST = 250_000
PAGES = sorted(
    path
    for path in tracked()
    if path.suffix == ".md"
    and not path.is_relative_to(ROOT / "tests")
    and SOURCE not in path.parents
)
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def prose(path: Path) -> str:
    """A page without its code."""
    return CODE.sub("", path.read_text(encoding="utf-8"))


def headings(path: Path) -> list[tuple[int, str]]:
    return [(len(marks), text.strip()) for marks, text in HEADING.findall(prose(path))]


def anchor(heading: str) -> str:
    """The name under which a heading is linked to."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def links(path: Path) -> Iterator[str]:
    yield from (link for link in LINK.findall(prose(path)) if "://" not in link)


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_links_lead_somewhere(path: Path) -> None:
    for link in links(path):
        file, _, part = link.partition("#")
        target = (path.parent / file).resolve() if file else path
        assert target.exists(), link
        if part:
            assert part in [anchor(text) for _, text in headings(target)], link


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_a_page_has_one_title(path: Path) -> None:
    assert [level for level, _ in headings(path)].count(1) == 1


@pytest.mark.parametrize("path", READMES, ids=named)
def test_targets_named_in_the_readme_exist(path: Path) -> None:
    targets = set(TARGET.findall((ROOT / "Makefile").read_text()))
    asked = set(re.findall(r"`?\bmake ([a-z-]+)", path.read_text(encoding="utf-8")))
    assert {"demo", "test"} <= asked <= targets


@pytest.mark.parametrize("path", READMES, ids=named)
def test_log_ins_named_in_the_readme_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    known = {who.username: who.name for plan in PLANS for who in plan.people} | {"admin": "管澜"}
    section = text[text.index(PASSWORD) : text.index("make test")]
    rows = [line for line in section.splitlines() if line.startswith("| `")]
    asked = [name for row in rows for name in re.findall(r"`(\w+)`", row.split("|")[1])]
    assert asked
    for name in asked:
        assert known[name] in section


def test_pictures_are_small_and_used() -> None:
    pictures = sorted((ROOT / "docs" / "pictures").glob("*.png"))
    assert pictures
    said = "".join(path.read_text(encoding="utf-8") for path in PAGES)
    for picture in pictures:
        assert picture.stat().st_size < LARGEST, picture
        assert picture.name in said, picture


def test_both_readmes_have_the_same_sections_pictures_and_commands() -> None:
    english, chinese = (path.read_text(encoding="utf-8") for path in READMES)
    levels = [[level for level, _ in headings(path)] for path in READMES]
    assert levels[0] == levels[1]
    for found in (r"pictures/[\w.-]+\.png", r"^\s*(make [a-z]+.*)$"):
        both = [re.findall(found, text, re.MULTILINE) for text in (english, chinese)]
        assert both[0] == both[1]


def test_every_page_is_in_the_index() -> None:
    """Somebody who opens docs/ finds everything from there."""
    folder = ROOT / "docs"
    index = {(folder / link.partition("#")[0]).resolve() for link in links(folder / "README.md")}
    pages = {path for path in PAGES if path.is_relative_to(folder)} - {folder / "README.md"}
    indexed_as_folder = {path for path in pages if path.parent == folder / "decisions"}
    assert not {named(path) for path in pages - indexed_as_folder - index}


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_chinese_is_set_in_chinese(path: Path) -> None:
    """Full-width punctuation between Chinese words, no exclamation marks."""
    text = prose(path)
    assert "！" not in text
    assert not re.findall(r"[\u4e00-\u9fff][,;!?][\u4e00-\u9fff]", text)


@pytest.mark.parametrize("path", sorted((ROOT / "docs").rglob("*.md")), ids=named)
def test_constraints_and_tables_named_exist(path: Path) -> None:
    """A page that names a guard which was renamed would promise what isn't there."""
    source = "".join(
        file.read_text(encoding="utf-8")
        for file in SOURCE.rglob("*")
        if file.suffix in (".py", ".sql", ".toml", ".html")
    )
    asked = set(re.findall(r"`([a-z]+(?:_[a-z]+)+)`", path.read_text(encoding="utf-8")))
    assert not {name for name in asked if name not in source}
