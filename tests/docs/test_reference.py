"""Reference pages that are read off the code say what the code does today."""

from __future__ import annotations

import pytest
from django.core.management import get_commands

from scripts.reference import FOLDER, PAGES, page
from xiezhi.config.cli import COMMANDS

COMMANDS_PAGE = (FOLDER / "commands.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_page_is_current(name: str) -> None:
    written = (FOLDER / name).read_text(encoding="utf-8")
    assert written == page(name), "run `make reference` and read the difference"


@pytest.mark.parametrize("name", [name for name, _what, _function in COMMANDS])
def test_each_command_is_described(name: str) -> None:
    assert f"`xiezhi {name}" in COMMANDS_PAGE


def test_each_management_command_is_described() -> None:
    own = [name for name, app in get_commands().items() if str(app).startswith("xiezhi")]
    assert own
    for name in own:
        assert f"`xiezhi {name}" in COMMANDS_PAGE or f"`{name}`" in COMMANDS_PAGE, name
