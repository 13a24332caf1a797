"""No number, address or name of a person gets into a page, however it is written or hidden."""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import COMPANY, Story, a_bureau, a_case
from tests.disclosure.showing import OPEN_GATE, Showing, all_covered
from xiezhi.casework import actions as casework
from xiezhi.disclosure import actions, drafting
from xiezhi.disclosure.covering import Coverer, Passage
from xiezhi.disclosure.known import Knowledge, knowledge_of
from xiezhi.disclosure.leaf import mark, split
from xiezhi.procedure.citations import Refused
from xiezhi.procedure.redaction import Known

PERSON: dict[str, Any] = {
    "kind": "citizen",
    "name": "张卫东",
    "code": "",
    "address": "安澜市西埠区和平路 12 号 3 栋 2 单元 501 室",
    "phone": "13987654321",
    "legal_rep": "",
    "id_number": "11010519491231002X",
}
_WIDE = {ord("0") + n: 0xFF10 + n for n in range(10)}
_CHINESE = {ord("0") + n: char for n, char in enumerate("〇一二三四五六七八九")}
#: How people write a number so that a machine doesn't see it.
DISGUISES = (
    str,
    " ".join,
    lambda digits: "-".join((digits[:3], digits[3:7], digits[7:])),
    lambda digits: digits.translate({ord("0") + n: 0xFF10 + n for n in range(10)}),
    lambda digits: digits.translate(
        {ord("0") + n: ord("〇一二三四五六七八九"[n]) for n in range(10)}
    ),
    "\u200b".join,
    lambda digits: "\n".join((digits[:6], digits[6:])),
    lambda digits: f"（{digits[:4]}）{digits[4:]}",
)


def id_numbers() -> st.SearchStrategy[str]:
    """Citizens' numbers with a right check character."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)

    def whole(region: int, day: str, order: int) -> str:
        first = f"{region}{day}{order:03d}"
        total = sum(int(d) * w for d, w in zip(first, weights, strict=True))
        return first + "10X98765432"[total % 11]

    days = st.dates(min_value=dt.date(1930, 1, 1), max_value=dt.date(2020, 1, 1))
    return st.builds(
        whole, st.integers(110101, 659999), days.map(lambda d: f"{d:%Y%m%d}"), st.integers(0, 999)
    )


def phones() -> st.SearchStrategy[str]:
    return st.builds(lambda a, b: f"1{a}{b:09d}", st.integers(3, 9), st.integers(0, 10**9 - 1))


def accounts() -> st.SearchStrategy[str]:
    return st.integers(10**15, 10**19 - 1).map(lambda n: f"6{n}"[:19])


def digits_of(text: str) -> str:
    """The digits a reader could put together again, signs and hidden characters taken out."""
    folded = unicodedata.normalize("NFKC", text)
    folded = folded.translate({ord(c): str(n) for n, c in enumerate("〇一二三四五六七八九")})
    return re.sub(r"[^0-9X]", "", folded.upper())


def nobody() -> Coverer:
    return Coverer(Knowledge((), ()), answers={})


@settings(max_examples=150, deadline=None)
@given(
    number=st.one_of(id_numbers(), phones(), accounts()),
    disguise=st.sampled_from(DISGUISES),
    before=st.sampled_from(["当事人", "电话：", "身份证号", "账号 ", "联系人赵某，", ""]),
    after=st.sampled_from(["。", "证实上述情况。", "，", ""]),
)
def test_no_number_survives_in_any_spelling(
    number: str, disguise: Any, before: str, after: str
) -> None:
    coverer = nobody()
    made = coverer.text(f"{before}{disguise(number)}{after}", "facts")
    shown = "".join(run[1] for run in split(made) if run[0] != "c")
    assert number not in digits_of(shown)
    assert coverer.open()


@settings(max_examples=80, deadline=None)
@given(number=id_numbers(), disguise=st.sampled_from(DISGUISES))
def test_an_id_number_is_covered_even_if_somebody_insists(number: str, disguise: Any) -> None:
    text = f"身份证号{disguise(number)}。"
    asked = nobody()
    asked.text(text, "facts")
    insisting = Coverer(Knowledge((), ()), answers=dict.fromkeys(asked.found, False))
    made = insisting.text(text, "facts")
    assert number not in digits_of("".join(r[1] for r in split(made) if r[0] != "c"))
    assert insisting.open()


@settings(max_examples=80, deadline=None)
@given(
    secret=st.text("甲乙丙丁ABC123", min_size=3, max_size=12),
    around=st.text("一二三，。的了在", max_size=20),
)
def test_what_the_file_knows_is_covered_everywhere(secret: str, around: str) -> None:
    known = Knowledge((Known(secret, "secret"),), ())
    made = Coverer(known).text(f"{around}{secret}{around}{secret}", "facts")
    assert secret not in "".join(run[1] for run in split(made) if run[0] != "c")


def test_a_typed_mark_is_no_mark() -> None:
    """Nobody can write a cover into a document, nor end one early."""
    made = nobody().text(f"甲{mark('secret')}乙⟧丙⟦", "facts")
    assert [run[0] for run in split(made)] == ["t"]


# -- whole pages --


class Telling(Story):
    """A case whose facts say more than they should."""

    facts = (
        "库管员赵小梅（电话 138 0013 8000，身份证号 １１０１０１１９９００１０１００１５）证实"
        "上述情况，货款汇入账号 6222 0212 3456 7890 128。法定代表人 韩　某某 到场。"
    )

    def report(self) -> Any:
        made = super().report()
        made.values["facts"] = self.facts
        return made

    def investigated(self) -> Any:
        super().investigated()
        casework.interview(
            self.file,
            by=self.bureau.handler,
            on=self.day,
            site=self.bureau.on_site(),
            values={
                "started_at": f"{self.day}T14:00",
                "ended_at": f"{self.day}T15:00",
                "place": "安澜市东埠区临港路 18 号",
                "told": "已出示执法证件，告知权利义务。",
                "interviewee": {"kind": "citizen", "name": "赵小梅", "phone": "13800138000"},
                "talk": [{"q": "谁更改了生产日期？", "a": "老板让改的。"}],
            },
        )
        return self


@pytest.fixture
def telling(db: None) -> Telling:
    company = {**COMPANY, "legal_rep": "韩某某", "phone": "0990-7654321"}
    told = Telling(a_bureau(), party=company)
    told.decided()
    return told


@pytest.mark.django_db
def test_nothing_personal_is_in_the_page(telling: Telling) -> None:
    page = Showing(telling).drafted().page
    shown = digits_of(page)
    for number in ("13800138000", "110101199001010015", "6222021234567890128", "7654321"):
        assert number not in shown
    for name in ("赵小梅", "韩某某"):
        assert name not in page
    assert "赵某" in page


@pytest.mark.django_db
def test_a_draft_waits_until_every_finding_is_answered(telling: Telling) -> None:
    """RED-5: each is named, with the words around it; one answer too few refuses all."""
    by, file = telling.bureau.publisher, telling.file
    with pytest.raises(Refused, match="RED-5") as refusal:
        actions.prepare(file, by=by, on=telling.day, facts=OPEN_GATE)
    answers = all_covered(telling)
    assert len(refusal.value.reasons) == len(answers) >= 2
    for key in answers:
        fewer = {other: True for other in answers if other != key}
        with pytest.raises(Refused, match="RED-5"):
            actions.prepare(file, by=by, on=telling.day, facts=OPEN_GATE, answers=fewer)


@pytest.mark.django_db
def test_the_gate_is_asked_before_anything_is_drafted(telling: Telling) -> None:
    by, file, answers = telling.bureau.publisher, telling.file, all_covered(telling)
    for facts, rule in (
        (replace(OPEN_GATE, secrecy_reviewed=None), "GATE-1-2"),
        (replace(OPEN_GATE, state_secret=True), "GATE-1"),
        (replace(OPEN_GATE, third_party_harm=None), "GATE-2"),
        (replace(OPEN_GATE, province_unfit=True), "GATE-6"),
    ):
        with pytest.raises(Refused, match=rule):
            actions.prepare(file, by=by, on=telling.day, facts=facts, answers=answers)


@pytest.mark.django_db
def test_the_publisher_covers_more(telling: Telling) -> None:
    draft = Showing(telling).drafted(passages=[Passage("更改外包装生产日期", "secret")])
    assert "更改外包装生产日期" not in draft.page
    draft = Showing(telling).drafted(passages=[Passage("库管员", "secret")])
    assert "库管员" not in draft.page
    rows = {row["what"] for row in draft.content["covered"]}
    assert "商业秘密" in rows


@pytest.mark.django_db
def test_what_is_learnt_after_signing_stops_the_publication(telling: Telling) -> None:
    signature = Showing(telling).signed()
    shown = signature.draft.content["listed"]["outcome"]
    late = Knowledge((Known(shown, "secret"),), ())
    assert drafting.leaks(signature.draft.page, late) == ["secret"]
    assert drafting.leaks(signature.draft.page, knowledge_of(telling.file)) == []


@pytest.mark.django_db
def test_of_a_punished_person_only_the_name_is_shown() -> None:
    story = a_case(party=PERSON).decided()
    page = Showing(story).drafted().page
    assert "张卫东" in page
    assert "11010519491231002X" not in page
    assert "13987654321" not in digits_of(page)
    assert "和平路" not in page
    said = json.loads(page)
    assert "张卫东" not in said["listed"]["title"]


@pytest.mark.django_db
@pytest.mark.parametrize("age", [True, None], ids=["未成年人不公示", "不知道年龄不等于成年"])
def test_a_minor_is_never_shown(age: bool | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """MIN 103; and unknown is not no."""
    story = a_case(party=PERSON).decided()
    answers = all_covered(story)
    decision = actions.decision_of(story.file)
    assert decision.party_is_minor is False
    decision.party_is_minor = age
    monkeypatch.setattr(actions, "decision_of", lambda _file: decision)
    with pytest.raises(Refused, match="GATE-3"):
        Showing(story).drafted(answers=answers)


@pytest.mark.django_db
def test_a_traders_public_name_stays_whole() -> None:
    """王小明 is covered as a person, and stays in 王小明小吃店."""
    trader = {
        **COMPANY,
        "kind": "sole_trader",
        "name": "东埠区王小明小吃店",
        "code": "92990101MA7K2Q4H41",
        "legal_rep": "王小明",
    }
    page = Showing(a_case(party=trader).decided()).drafted().page
    assert "东埠区王小明小吃店" in page
    assert "王小明" not in page.replace("东埠区王小明小吃店", "")
    assert "王某" in page
