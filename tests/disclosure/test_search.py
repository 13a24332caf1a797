"""Every fragment of two characters or more is found; which plan is taken changes nothing."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import COMPANY, Bureau, a_bureau, a_case
from tests.disclosure.showing import Showing
from xiezhi.disclosure import actions, bigrams, tasks
from xiezhi.disclosure import search as searching
from xiezhi.disclosure.models import BigramCount, Publication
from xiezhi.disclosure.search import Query, search

NAMES = (
    "安澜市鑫达建材有限公司",
    "东埠区恒润橡塑制品厂（普通合伙）",
    "ABC Foods 食品(安澜)有限公司",
)


@pytest.fixture
def bureau(db: None) -> Bureau:
    return a_bureau()


@pytest.fixture
def shown(bureau: Bureau) -> list[Publication]:
    made = []
    for n, name in enumerate(NAMES):
        story = a_case(bureau, day=dt.date(2026, 3, 2 + 5 * n), party={**COMPANY, "name": name})
        made.append(Showing(story.decided()).shown())
    tasks.sweep()
    return made


def found(text: str = "", **more: object) -> list[str]:
    return [row.party_name for row in search(Query(text=text, **more)).rows]  # type: ignore[arg-type]


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_fragments_pairs_are_among_the_texts_pairs(before: str, after: str) -> None:
    middle = "恒润橡塑"
    whole = set(bigrams.pairs(bigrams.plain(f"{before}{middle}{after}")))
    assert set(bigrams.pairs(middle)) <= whole


@pytest.mark.parametrize("walk", [False, True], ids=["用索引", "逐行比较"])
def test_every_fragment_is_found(
    shown: list[Publication], monkeypatch: pytest.MonkeyPatch, walk: bool
) -> None:
    if walk:
        monkeypatch.setattr(searching, "_is_quicker_walked", lambda *_: True)
    for publication in shown:
        for text in (publication.party_name, publication.number):
            for size in (2, 4):
                for at in range(len(text) - size + 1):
                    part = text[at : at + size]
                    if len(bigrams.plain(part)) >= 2 and " " not in part:
                        assert publication.party_name in found(part), part


@pytest.mark.parametrize(
    "typed",
    [
        "安市监罚〔2026〕1号",
        "安市监罚[2026]1号",
        "安市监罚（2026）1号",
        "安市监罚 2026 1号",
        "２０２６〕１号",
    ],
)
def test_a_number_is_found_however_it_is_typed(shown: list[Publication], typed: str) -> None:
    assert NAMES[0] in found(typed)


def test_all_words_must_occur(shown: list[Publication]) -> None:
    assert found("鑫达 生产日期") == [NAMES[0]]
    assert found("鑫达 橡塑") == []
    assert found("abc") == [NAMES[2]]


def test_letters_that_stand_apart_are_not_found(shown: list[Publication]) -> None:
    """建材 and 材有 both occur in 建材有限; 建有材 doesn't occur anywhere."""
    assert found("建有材") == []
    assert found("建材有") == [NAMES[0]]


@pytest.mark.parametrize("typed", ["%", "_", "'", "''); DROP TABLE x; --", "\\", "鑫' & 'x", ":*"])
def test_signs_mean_nothing(shown: list[Publication], typed: str) -> None:
    found(typed)


def test_filters(shown: list[Publication], bureau: Bureau) -> None:
    first, second, third = (p.published_on for p in shown)
    assert first < second < third
    assert found(agency=bureau.agency.pk) == list(reversed(NAMES))
    assert found(agency=bureau.agency.pk + 999) == []
    assert found(kind="penalty", since=second) == [NAMES[2], NAMES[1]]
    assert found(until=second, text="有限") == [NAMES[0]]
    assert found(kind="licence") == []


def test_pages_and_totals(shown: list[Publication]) -> None:
    first = search(Query(), size=2)
    assert (len(first.rows), first.total, first.more) == (2, 3, False)
    second = search(Query(), start=2, size=2)
    assert (len(second.rows), second.total) == (1, 3)
    assert search(Query(text="没有这样的公司")).total == 0


def test_many_hits_are_not_counted_one_by_one(
    shown: list[Publication], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "MOST", 1)
    monkeypatch.setattr(searching, "COMPARED", 1)
    for text in ("生产", "生产日期", ""):
        result = search(Query(text=text), size=2)
        assert (result.total, result.more) == (1, True)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text("甲乙丙1a\n", max_size=40))
def test_the_database_makes_the_same_pairs(db: None, text: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tsvector_to_array(disclosure_pairs(%s))", [text])
        made = cursor.fetchone()[0]
    assert sorted(made) == bigrams.pairs(text)


def test_pairs_are_counted_once(shown: list[Publication]) -> None:
    assert BigramCount.objects.get(gram="鑫达").n == 1
    assert BigramCount.objects.get(gram="生产").n == 3
    assert tasks.sweep()["counted"] == 0
    assert BigramCount.objects.get(gram="生产").n == 3


def test_a_withdrawn_page_is_found_by_its_number_only(
    shown: list[Publication], bureau: Bureau
) -> None:
    gone = shown[0]
    on = gone.published_on
    actions.withdraw(gone, by=bureau.publisher, on=on, ground="revoked", reason="复议撤销。")
    assert found("鑫达") == []
    assert [row.number for row in search(Query(text=gone.number)).rows] == [gone.number]


def test_an_ended_page_leaves_the_search(shown: list[Publication]) -> None:
    last = max(p.expires_on for p in shown if p.expires_on)
    assert tasks.sweep(last)["ended"] == 2
    assert tasks.sweep(last + dt.timedelta(days=1))["ended"] == 1
    assert found("鑫达") == []
