"""What looks personal in a text: ID, phone, account numbers, addresses, e-mail, number plates.

Digits are read as a person reads them: full-width, Chinese or circled, broken by spaces, hyphens
or line ends. A detector would rather see too much than too little: a publisher answers for what
turns out to be harmless, nobody can take back what was shown.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

#: What is asked of every character of every text is answered once a character.
_of_a_character = lru_cache(maxsize=1 << 14)

_CHINESE_DIGITS = {c: i for i, cs in enumerate(
    ("〇零○Ｏ", "一壹幺", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
) for c in cs}  # fmt: skip
_X = frozenset("XxＸｘ×✕ХхΧχ")
_JOINERS = frozenset("._·•*/\\|+()[]{}（）［］【】〔〕「」．／＿＋'\"“”‘’~～")
_LISTING = frozenset(",，、;；")
_MOST_JOINERS = 8


@dataclass(frozen=True, slots=True)
class Finding:
    """A passage that looks personal. `certain` ones can't be shown even if somebody insists."""

    covering: str
    start: int
    end: int
    text: str
    certain: bool = False

    @property
    def key(self) -> str:
        """The value itself, however it was written: one answer serves all its places."""
        return f"{self.covering}:{fold(self.text)}"


def detect(text: str) -> list[Finding]:
    """Every suspicious passage, in order of place. What lies inside a longer one is left out,
    so that nobody is asked twice, except a number that is certain."""
    return list(_detected(text))


@lru_cache(maxsize=512)  # a page is looked at when it is drafted, answered for, and laid out
def _detected(text: str) -> tuple[Finding, ...]:
    kept: list[Finding] = []
    reach = _Reach(len(text))
    for found in sorted(_all(text), key=_importance):
        if reach.up_to(found.start) < found.end:  # no kept one has it inside
            kept.append(found)
            reach.extend(found.start, found.end)
    return tuple(sorted(kept, key=lambda f: (f.start, f.end)))


class _Reach:
    """Up to where anything extends that begins at a place or before it: a Fenwick tree of maxima.

    A hostile text holds thousands of overlapping findings; comparing each with each takes minutes.
    """

    def __init__(self, size: int) -> None:
        self._ends = [0] * (size + 2)

    def extend(self, start: int, end: int) -> None:
        at = start + 1
        while at < len(self._ends):
            self._ends[at] = max(self._ends[at], end)
            at += at & -at

    def up_to(self, start: int) -> int:
        at, furthest = start + 1, 0
        while at > 0:
            furthest = max(furthest, self._ends[at])
            at -= at & -at
        return furthest


_RANK = ("id", "phone", "account", "email", "address", "plate")


def _importance(found: Finding) -> tuple[bool, int, int]:
    return not found.certain, found.start - found.end, _RANK.index(found.covering)


@lru_cache(maxsize=2048)
def fold(text: str) -> str:
    """One spelling for all: digits plain, letters upper, no separators."""
    return "".join(c for c in map(_plain, text) if c)


def folded(text: str) -> tuple[str, list[int]]:
    """The folded text, and where each of its characters stood."""
    pairs = [(c, at) for at, raw in enumerate(text) for c in _plain(raw)]
    return "".join(c for c, _ in pairs), [at for _, at in pairs]


@_of_a_character
def _plain(char: str) -> str:
    digit = _digit(char)
    if digit is not None:
        return str(digit)
    if _joins(char):
        return ""
    return unicodedata.normalize("NFKC", char).upper()


@_of_a_character
def _digit(char: str) -> int | None:
    if "0" <= char <= "9":
        return ord(char) - 48
    if char < "\x80":
        return None
    return _CHINESE_DIGITS.get(char, unicodedata.digit(char, None))


@_of_a_character
def _joins(char: str) -> bool:
    return char in _JOINERS or char.isspace() or unicodedata.category(char) in ("Cf", "Pd", "Mn")


# -- runs of digits ---


@dataclass(frozen=True, slots=True)
class _Run:
    """Digits that belong together; `groups` are the places where a contiguous group begins."""

    digits: str
    places: tuple[int, ...]
    groups: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self.places[start], self.places[end - 1] + 1


@lru_cache(maxsize=8)  # every detector asks for the runs of the text at hand
def _runs(text: str, *, listing: bool) -> tuple[_Run, ...]:
    """Digits joined over separators; with `listing` also over commas and 顿号."""
    return tuple(_each_run(text, listing=listing))


def _each_run(text: str, *, listing: bool) -> Iterator[_Run]:
    digits: list[str] = []
    places: list[int] = []
    groups: list[int] = []
    gap = 0
    for at, char in enumerate(text):
        digit = _digit(char)
        if digit is None and char in _X and len(digits) >= 17 and gap <= _MOST_JOINERS:
            digit = -1
        if digit is not None:
            if not digits or gap:
                groups.append(len(digits))
            digits.append("X" if digit < 0 else str(digit))
            places.append(at)
            gap = 0
        elif digits:
            gap += 1
            if gap > _MOST_JOINERS or not (_joins(char) or (listing and char in _LISTING)):
                yield _Run("".join(digits), tuple(places), tuple(groups))
                digits, places, groups, gap = [], [], [], 0
    if digits:
        yield _Run("".join(digits), tuple(places), tuple(groups))


def _windows(text: str, least: int, most: int) -> Iterator[tuple[_Run, int, int]]:
    """Parts of runs that begin and end where a group does.

    Over commas only where the groups are all long or all single digits: "第 9、10、11 项" is a
    list, "138，0013，8000" and "1、3、8、0、0…" are no lists.
    """
    for listing in (False, True):
        for run in _runs(text, listing=listing):
            ends = [*run.groups[1:], len(run.digits)]
            for i, start in enumerate(run.groups):
                sizes: set[int] = set()
                for group in range(i, len(ends)):  # a slice would copy the rest each time
                    at, end = run.groups[group], ends[group]
                    sizes.add(end - at)
                    if end - start > most:
                        break
                    if end - start >= least and (not listing or min(sizes) >= 3 or sizes == {1}):
                        yield run, start, end


# -- numbers of persons ---

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def id_checks(digits: str) -> bool:
    """Is the last character of a citizen's number right (GB 11643)?"""
    total = sum(int(d) * w for d, w in zip(digits[:17], _WEIGHTS, strict=True))
    return "10X98765432"[total % 11] == digits[17]


def _looks_like_id(digits: str) -> bool:
    if len(digits) == 18:
        return digits[0] in "12345678" and _is_date(digits[6:14]) and "X" not in digits[:17]
    return len(digits) == 15 and digits.isdigit() and _is_date(f"19{digits[6:12]}")


def _is_date(digits: str) -> bool:
    if not digits.isdigit() or not "1800" <= digits[:4] <= "2099":
        return False
    try:
        dt.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True


def _ids(text: str) -> Iterator[Finding]:
    for run in _runs(text, listing=True):
        for start in range(len(run.digits) - 17):
            part = run.digits[start : start + 18]
            if _looks_like_id(part) and id_checks(part):
                yield _finding("id", text, *run.span(start, start + 18), certain=True)
    for run, start, end in _windows(text, 15, 18):
        if _looks_like_id(run.digits[start:end]):
            yield _finding("id", text, *run.span(start, end))


_MOBILE = re.compile(r"(?:0{0,2}86)?1[3-9]\d{9}")
_LANDLINE = re.compile(r"(?:0{0,2}86)?0[1-9]\d{1,2}[2-8]\d{6,7}")


def _phones(text: str) -> Iterator[Finding]:
    for run, start, end in _windows(text, 10, 16):
        part = run.digits[start:end]
        if _MOBILE.fullmatch(part) or _LANDLINE.fullmatch(part):
            yield _finding("phone", text, *run.span(start, end))
    yield from _labelled(text, _PHONE_LABEL, "phone", 7)


def _accounts(text: str) -> Iterator[Finding]:
    dateless = _ISO_DATE.sub(lambda m: "年" * len(m[0]), text)
    for run in _runs(dateless, listing=False):
        if len(run.digits) >= 12:
            yield _finding("account", text, *run.span(0, len(run.digits)))
    for run, start, end in _windows(text, 15, 19):
        if _luhn(run.digits[start:end]):
            yield _finding("account", text, *run.span(start, end))
    yield from _labelled(text, _ACCOUNT_LABEL, "account", 8)


_ISO_DATE = re.compile(
    r"(?<![0-9])(?:19|20)\d\d([-/.])(?:0?[1-9]|1[0-2])\1(?:[12]\d|3[01]|0?[1-9])(?![0-9])"
)


def _luhn(digits: str) -> bool:
    if not digits.isdigit() or digits[0] not in "34569":
        return False
    doubled = [int(d) * (2 if n % 2 else 1) for n, d in enumerate(reversed(digits))]
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0


_PHONE_LABEL = re.compile(r"(?:电话|手机|座机|联系方式|传真|号码|(?i:tel|mobile|phone))\D{0,4}")
_ACCOUNT_LABEL = re.compile(r"(?:账号|账户|帐号|帐户|卡号|银行卡)\D{0,6}")


def _labelled(text: str, label: re.Pattern[str], covering: str, least: int) -> Iterator[Finding]:
    """A number behind a word that says what it is may be shorter."""
    ends = {place: m.end() for m in label.finditer(text) for place in range(m.start(), m.end() + 1)}
    for run in _runs(text, listing=False):
        if len(run.digits) >= least and run.places[0] in ends:
            yield _finding(covering, text, *run.span(0, len(run.digits)))


# -- other marks of persons ---

#: Begins where a word begins: else each letter of a long word would be tried as the first.
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+\s*[@＠]\s*[\w-]+(?:\s*[.．。]\s*[\w-]+)+", re.ASCII)
_PASSPORT = re.compile(r"(?<![A-Za-z0-9])(?:[EGDSPKHM]|E[A-Z]|[HM])\d{8}(?:\d{2})?(?![A-Za-z0-9])")
_SOCIAL = re.compile(
    r"(?:微信|(?i:qq)|支付宝|抖音)(?:号码|号|账号)?[\s:：为是]{0,3}[A-Za-z0-9_-]{5,}"
)
_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]"
    r"\s*[A-HJ-NP-Z]\s*[·.\-]?\s*[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])"
)
_PLACE = "省市区县旗镇乡村路街巷弄号室栋幢楼组苑园"
_HOME_LABEL = re.compile(
    r"(?:(?<![居入])住(?![所址宿院房建处])|住址|住所地?|家住|现住|居住在?|住在|户籍(?:所在)?地(?:址)?|家庭地址|通讯地址|暂住地?)"
    rf"[\s:：为是在于]{{0,3}}([^，。；;\n（）()〔〕]{{0,40}}?[{_PLACE}][^，。；;\n（）()〔〕]{{0,30}})"
)
_HOME = re.compile(
    r"[\u4e00-\u9fff0-9０-９]{2,16}?(?:小区|花园|公寓|家园|家属院|宿舍|新村|苑|城|庭|府)"
    r"[\u4e00-\u9fffA-Za-z0-9０-９#\-—\s]{0,14}?(?:栋|幢|号楼|单元|室|户)"
    r"[0-9０-９一二三四五六七八九十\-—]*(?:单元|室|号|户)?[0-9０-９]*(?:室|号|户)?"
)
_SIMPLE = (("email", _EMAIL), ("id", _PASSPORT), ("phone", _SOCIAL), ("plate", _PLATE))


def _others(text: str) -> Iterator[Finding]:
    half = "".join(_halfwidth(char) for char in text)
    for covering, pattern in _SIMPLE:
        for match in pattern.finditer(half):
            yield _finding(covering, text, match.start(), match.end())
    for match in _HOME_LABEL.finditer(text):
        yield _finding("address", text, match.start(1), match.end(1))
    for match in _HOME.finditer(text):
        yield _finding("address", text, match.start(), match.end())


@_of_a_character
def _halfwidth(char: str) -> str:
    plain = unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 else char


# -- all together ---

_USCC = re.compile(r"(?<![0-9A-Z])[0-9A-HJ-NP-RTUWXY]{18}(?![0-9A-Z])")
_USCC_CHARS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def is_uscc(code: str) -> bool:
    """A right 统一社会信用代码 (GB 32100): public, though it may be eighteen digits."""
    if len(code) != 18 or any(c not in _USCC_CHARS for c in code):
        return False
    total = sum(_USCC_CHARS.index(c) * pow(3, n, 31) for n, c in enumerate(code[:17]))
    return _USCC_CHARS[(31 - total % 31) % 31] == code[17]


def _all(text: str) -> Iterator[Finding]:
    codes = [m.span() for m in _USCC.finditer(text) if is_uscc(m[0])]
    for found in (*_ids(text), *_phones(text), *_accounts(text), *_others(text)):
        if found.certain or not any(a <= found.start and found.end <= b for a, b in codes):
            yield found


def _finding(covering: str, text: str, start: int, end: int, *, certain: bool = False) -> Finding:
    return Finding(covering, start, end, text[start:end], certain)
