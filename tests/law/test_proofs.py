"""What counts as a proof, and what doesn't: small files of tests, read like the real ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.law import proofs

HEAD = "import pytest\nfrom tests.procedure.rows import Row\n"
RULE = '@pytest.mark.rule("PEN-9")\n'
ONE = "def test_it():\n    assert late\n"
TWO = "def test_it():\n    assert in_time\n    assert not late\n"
ROW = 'ROWS = [Row(check, "says", Q(), Q(), "PEN-9", "第六十四条")]\n'
PARAMS = 'P = [pytest.param(1, marks=pytest.mark.rule("PEN-9"))]\n'
EACH = '@pytest.mark.parametrize("n", P)\n'


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """Reads one file as if it were all the tests there are."""
    monkeypatch.setattr(proofs, "TESTS", tmp_path)

    def of(text: str) -> list[tuple[str, bool]]:
        path = tmp_path / "test_it.py"
        path.write_text(HEAD + text)
        return [(proof.code, proof.both) for proof in proofs.read(path)]

    return of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (ONE, []),
        ("# PEN-9\n" + ONE, []),
        (RULE + ONE, [("PEN-9", False)]),
        (RULE + TWO, [("PEN-9", True)]),
        (RULE + "@pytest.mark.parametrize('n', [1, 2])\n" + ONE, [("PEN-9", True)]),
        (RULE + "def test_it():\n    with refused('PEN-9'):\n        do()\n    assert done\n",
         [("PEN-9", True)]),
        ('pytestmark = pytest.mark.rule("PEN-9")\n' + ONE, [("PEN-9", False)]),
        ('pytestmark = [pytest.mark.slow, pytest.mark.rule("PEN-9")]\n' + TWO, [("PEN-9", True)]),
        (PARAMS + EACH + ONE, [("PEN-9", True)]),
        (PARAMS + "ALL = [*P]\n" + EACH.replace("P)", "ALL)") + ONE, [("PEN-9", True)]),
        (ROW, []),
        (ROW + "def test_it(row):\n    row.holds()\n", [("PEN-9", True)]),
        (ROW.replace("Row(", "Other(") + "def test_it(row):\n    row.holds()\n", []),
    ],
)  # fmt: skip
def test_what_proves_a_rule(read: object, text: str, found: list[tuple[str, bool]]) -> None:
    assert callable(read)
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        PARAMS + ONE,
        RULE + "def helper():\n    assert late\n",
        RULE + "@pytest.mark.skip\n" + TWO,
        RULE + "@pytest.mark.xfail(reason='')\n" + TWO,
    ],
)
def test_a_mark_that_no_test_carries_is_an_error(read: object, text: str) -> None:
    assert callable(read)
    with pytest.raises(ValueError, match="no test carries"):
        read(text)


def test_a_mark_names_its_rules_in_plain_words(read: object) -> None:
    assert callable(read)
    with pytest.raises(TypeError, match="plain words"):
        read("@pytest.mark.rule(CODE)\n" + ONE)
