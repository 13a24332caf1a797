"""Nothing personal survives, however it is written; what isn't answered blocks."""

from __future__ import annotations

import datetime as dt
import random
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xiezhi.procedure.detectors import detect, fold, id_checks, is_uscc
from xiezhi.procedure.redaction import LABELS, Known, redact

ID = "11010519491231002X"


@pytest.mark.parametrize(
    ("text", "covering"),
    [
        (f"身份证号{ID}", "id"),
        ("１１０１０５１９４９１２３１００２Ｘ", "id"),
        ("110105 19491231 002x", "id"),
        ("1101-05-1949-12-31-002X", "id"),
        ("110105\n19491231\n002X", "id"),
        ("110105194912310021", "id"),  # a typing mistake in the last digit
        ("110105491231002", "id"),  # the fifteen digits of before 1999
        ("一一〇一〇五一九四九一二三一〇〇二X", "id"),
        ("护照 E12345678", "id"),
        ("13800138000", "phone"),
        ("138 0013 8000", "phone"),
        ("138，0013，8000", "phone"),
        ("+86-138-0013-8000", "phone"),
        ("1、3、8、0、0、1、3、8、0、0、0", "phone"),
        ("幺三八〇〇幺三八〇〇〇", "phone"),
        ("①③⑧⓪⓪①③⑧⓪⓪⓪", "phone"),
        ("0990-6234567", "phone"),
        ("（010）62345678", "phone"),
        ("电话：1234567", "phone"),
        ("微信号：zhang_san88", "phone"),
        ("6222 0210 0111 2345 678", "account"),
        ("账户：12345678", "account"),
        ("zhang.san@example.com", "email"),
        ("zhang.san ＠ example．com", "email"),
        ("苏A·12345", "plate"),
        ("京AD12345", "plate"),
        ("家住临江路 18 号", "address"),
        ("李某住安澜市东埠区临江路18号3单元502室，务工", "address"),
        ("户籍所在地：某省某县某镇某村三组", "address"),
        ("在阳光花园3号楼2单元501室查获", "address"),
    ],
)
def test_detected_however_it_is_written(text: str, covering: str) -> None:
    assert covering in {found.covering for found in detect(text)}


@pytest.mark.parametrize(
    "text",
    [
        "2026年8月18日10时30分",
        "2026-08-18 10:30 至 2026-08-19 11:20",
        "安市监罚〔2026〕318号",
        "罚款人民币肆万陆仟元整（￥46,000.00）",
        "第 3、4、5、6、7、8、9、10、11、12、13 项",
        "统一社会信用代码 91230500MA1B3N1N2M",
        "统一社会信用代码 113307023369256057",
        "《食品安全法》第一百二十四条第一款第五项",
        "GB 17761-2018",
        "货值金额 17,400 元，违法所得 1,932.50 元",
        "入住该酒店的旅客",
        "住建部门",
        "住设罚〔2026〕1号，当事人",
        "共计 13 小时，6 分 42 秒",
    ],
)
def test_ordinary_words_of_a_decision_are_left_alone(text: str) -> None:
    assert detect(text) == []
    assert redact(text).visible == text


def test_what_is_found_is_covered_and_blocks_until_answered() -> None:
    text = "联系人电话 13800138000，产品条码 6901234567892。"
    first = redact(text)
    assert first.blocked
    assert "138" not in first.visible
    assert "690" not in first.visible
    phone, code = (found.key for found in first.findings)
    assert [reason.field for reason in first.refusals()] == [phone, code]
    done = redact(text, answers={phone: True, code: False})
    assert not done.blocked
    assert done.visible == "联系人电话 【已遮盖：联系方式】，产品条码 6901234567892。"
    segments, findings, _ = done
    assert [piece.covering for piece in segments] == ["", "phone", ""]
    assert len(findings) == 2


def test_a_citizens_number_is_never_shown_even_if_somebody_insists() -> None:
    first = redact(f"证件 {ID}")
    insisted = redact(f"证件 {ID}", answers={first.findings[0].key: False})
    assert insisted.blocked
    assert ID not in insisted.visible
    assert not redact(f"证件 {ID}", answers={first.findings[0].key: True}).blocked


def test_one_answer_serves_all_places_of_a_value() -> None:
    text = "13800138000、138 0013 8000"
    key = detect("13800138000")[0].key
    assert not redact(text, answers={key: True}).blocked


def test_known_values_are_covered_without_asking() -> None:
    known = [Known("王小明", "name"), Known("安澜市东埠区临江路18号", "address")]
    done = redact("证人王　小明（住安澜市东埠区临江路 １８ 号）说。", known)
    assert not done.blocked
    assert "小明" not in done.visible
    assert "临江路" not in done.visible
    assert {piece.covering for piece in done.segments} == {"", "name", "address"}


def test_a_known_number_needs_no_answer() -> None:
    done = redact("电话 138-0013-8000", [Known("13800138000", "phone")])
    assert not done.blocked
    assert done.findings


def test_the_agencys_own_telephone_is_no_finding() -> None:
    text = "联系电话 0990-6234567"
    assert redact(text).blocked
    assert not redact(text, public=["09906234567"]).blocked
    assert redact(text, public=["0990-6234567"]).visible == text
    assert redact(f"证件 {ID}", public=[ID]).blocked, "a citizen's number is never harmless"


def test_a_right_company_code_hides_no_citizen() -> None:
    """A number that checks as both is a citizen's."""
    both = next(
        n for seed in range(100_000) if is_uscc(n := _citizen(random.Random(seed))) and id_checks(n)
    )
    assert redact(both).blocked


def _citizen(rng: random.Random) -> str:
    born = dt.date(1930, 1, 1) + dt.timedelta(days=rng.randrange(33_000))
    region = rng.choice(["110105", "211103", "650104", "350502"])
    body = f"{region}{born:%Y%m%d}{rng.randrange(1000):03}"
    return next(body + c for c in "0123456789X" if id_checks(body + c))


def _mobile(rng: random.Random) -> str:
    return f"1{rng.choice('3456789')}{rng.randrange(10**9):09}"


def _card(rng: random.Random) -> str:
    body = "62" + "".join(rng.choices(string.digits, k=16))
    total = sum(
        (d if n % 2 else (d * 2 - 9 if d > 4 else d * 2))
        for n, d in enumerate(map(int, reversed(body)))
    )
    return f"{body}{-total % 10}"


_STYLES = (
    str.maketrans("", ""),
    str.maketrans(string.digits, "０１２３４５６７８９"),
    str.maketrans(string.digits, "〇一二三四五六七八九"),
    str.maketrans(string.digits, "零壹贰叁肆伍陆柒捌玖"),
    str.maketrans("123456789", "①②③④⑤⑥⑦⑧⑨"),
)
_GAPS = ("", " ", "-", "　", "\n", "—", "·", ".", "\u200b", "/", " - ", "_", "\u00a0")
_AROUND = st.text("的号码是第条元（）：；证件年月ab，。 \n", max_size=12)


@st.composite
def _written(draw: st.DrawFn) -> tuple[str, str]:
    """A person's number in some writing, inside some text: (text, plain number)."""
    rng = random.Random(draw(st.integers(0, 2**32)))
    number = draw(st.sampled_from([_citizen, _mobile, _card]))(rng)
    gap = draw(st.sampled_from(_GAPS))
    size = draw(st.integers(1, 6))
    parts = [number[n : n + size] for n in range(0, len(number), size)]
    shown = gap.join(parts).translate(draw(st.sampled_from(_STYLES)))
    if draw(st.booleans()):
        shown = shown.replace("X", "x")
    return draw(_AROUND) + shown + draw(_AROUND), number


@settings(max_examples=200)
@given(story=_written())
def test_no_number_of_a_person_survives_in_any_writing(story: tuple[str, str]) -> None:
    text, number = story
    done = redact(text)
    assert done.blocked
    for piece in done.segments:
        assert number not in fold(piece.text)
        assert sum(c.isdigit() for c in fold(piece.text)) < len(number) // 2


@settings(max_examples=200)
@given(story=_written(), glued=st.text("0123456789", min_size=1, max_size=3))
def test_digits_next_to_it_are_no_hiding_place(story: tuple[str, str], glued: str) -> None:
    text, number = story
    plain = next((t for t in (text,) if number in t), None)
    if plain is None:
        return
    done = redact(plain.replace(number, number + glued))
    assert number not in fold("|".join(piece.text for piece in done.segments))


@given(text=st.text(max_size=80))
def test_any_text_comes_back_whole_or_covered(text: str) -> None:
    done = redact(text)
    rest = text
    for piece in done.segments:
        assert bool(piece.text) != bool(piece.covering)
        if piece.text:
            assert piece.text in rest
            rest = rest[rest.index(piece.text) + len(piece.text) :]
    if not done.findings:
        assert "".join(piece.text for piece in done.segments) == text
    again = redact("\n\n\n\n\n\n\n\n\n年".join(piece.text for piece in done.segments))
    assert not again.findings


def test_every_kind_of_finding_has_a_label() -> None:
    kinds = {"id", "phone", "account", "email", "address", "plate"}
    assert kinds <= set(LABELS)


@pytest.mark.parametrize(
    ("code", "right"),
    [
        ("91230500MA1B3N1N2M", True),
        ("11230500001755309F", True),
        ("91320105780688132K", True),
        ("113307023369256057", True),
        ("11500242322384326D", True),
        ("91230500MA1B3N1N2N", False),
        ("91230500MA1B3N1N2", False),
        ("91230500MA1B3N1I2M", False),
    ],
)
def test_company_codes(code: str, right: bool) -> None:
    assert is_uscc(code) is right
