"""Chinese numerals and the places of laws."""

from __future__ import annotations

import pytest

from xiezhi.registry.rules import Place, law_key, numeral, parse_basis, parse_numeral, parse_place


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("八十六", 86),
        ("一百", 100),
        ("一百零八", 108),
        ("一百一十", 110),
        ("一百十二", 112),
        ("一百六十三", 163),
        ("一千二百六十", 1260),
        ("一千零一", 1001),
        ("一千零一十", 1010),
    ],
)
def test_a_numeral_is_read(text: str, value: int) -> None:
    assert parse_numeral(text) == value


def test_every_numeral_is_read_as_it_is_written() -> None:
    assert [parse_numeral(numeral(n)) for n in range(1, 10000)] == list(range(1, 10000))


@pytest.mark.parametrize(
    "text", ["", "零", "十百", "一百八", "一百零十", "二百零", "一零五", "12", "两"]
)
def test_what_is_no_numeral_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="数字"):
        parse_numeral(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("第一百零八条", Place(108)),
        ("第二十条之一", Place(20, branch=1)),
        ("第五十八条第一款", Place(58, paragraph=1)),
        ("第五十八条第一款第二项", Place(58, paragraph=1, item=2)),
        ("第五十八条第一款第（二）项", Place(58, paragraph=1, item=2)),
        ("第九条第(一)项", Place(9, item=1)),
        ("第一百二十条之一第二款第（三）项第1目", Place(120, 1, 2, 3, 1)),
    ],
)
def test_a_place_is_read(text: str, place: Place) -> None:
    assert parse_place(text) == place
    assert parse_place(str(place)) == place


@pytest.mark.parametrize("text", ["五十八条", "第58条", "第五十八条第二", "第五十八款", "第条"])
def test_what_is_no_place_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"第五十八条第一款|数字"):
        parse_place(text)


def test_a_basis_has_one_citation_a_line() -> None:
    basis = "《中华人民共和国食品安全法》第三十四条第（十）项\n《食品安全法实施条例》第六条；"
    assert [str(cited) for cited in parse_basis(basis)] == [
        "《中华人民共和国食品安全法》第三十四条第（十）项",
        "《食品安全法实施条例》第六条",
    ]


def test_each_bad_line_of_a_basis_is_named() -> None:
    with pytest.raises(ValueError, match=r"“食品安全法三十四条”.*；.*“第5条”"):
        parse_basis("食品安全法三十四条\n《食品安全法》第六条\n《食品安全法》第5条")


@pytest.mark.parametrize(
    "title",
    [
        "最高人民法院关于适用《中华人民共和国行政诉讼法》的解释",
        "最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释",
        "最高人民法院关于适用<行政诉讼法>的解释",
    ],
)
def test_a_law_is_found_however_its_title_is_written(title: str) -> None:
    assert law_key(title) == "最高人民法院关于适用行政诉讼法的解释"
