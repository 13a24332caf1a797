"""文书范本: released, in force by day and place, kept with the documents made in it."""

from __future__ import annotations

import datetime as dt
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError, IntegrityError
from django.utils import timezone
from pypdf import PdfReader

from tests.builders import Bureau, a_bureau, a_case, account, organ
from xiezhi.decision.models import Decision
from xiezhi.disclosure import drafting
from xiezhi.identity.models import Account, Organ
from xiezhi.procedure.citations import Refused
from xiezhi.procedure.documents import KINDS
from xiezhi.procedure.documents.wording_pages import declared
from xiezhi.procedure.roles import Role
from xiezhi.record import binding, wordings
from xiezhi.record.actions import standing_of
from xiezhi.record.canonical import canonical, material_digest
from xiezhi.record.models import Entry, Material, Rendition, Wording
from xiezhi.record.releasing import release_wording
from xiezhi.record.renditions import made
from xiezhi.record.wordings import KEY, in_force, kind_of
from xiezhi.registry.actions import standing_file

pytestmark = pytest.mark.django_db

CODE = "penalty.decision"
KIND = KINDS[CODE]
LINES = list(declared(KIND))
PUBLICITY = "【标题】公示告知"
SAID = "对本决定有疑问的，可以向本机关询问。"
OWN = "本机关设有法律咨询窗口。"
DAY = dt.date(2026, 3, 2)


@pytest.fixture(autouse=True)
def objects(tmp_path: Path, settings: Any) -> None:
    settings.OBJECTS = tmp_path / "objects"
    settings.DATA = tmp_path


@pytest.fixture
def bureau() -> Bureau:
    return a_bureau()


@pytest.fixture
def city(bureau: Bureau) -> Organ:
    assert bureau.agency.parent
    return bureau.agency.parent


@pytest.fixture
def keeper(bureau: Bureau) -> Account:
    """The agency's administrator."""
    return account("scjg-guan", "管一", bureau.agency, Role.ADMINISTRATOR, bureau.agency)


def with_(text: str, before: str = PUBLICITY, lines: Sequence[str] = ()) -> list[str]:
    made = list(lines or LINES)
    made.insert(made.index(before), text)
    return made


def release(
    where: Organ, by: Account, lines: Sequence[str], *, starts_on: dt.date | None = None
) -> Wording:
    file = standing_file(where, by=by)
    return release_wording(
        file, by=by, code=CODE, lines=lines, starts_on=starts_on or timezone.localdate()
    )


@pytest.fixture
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Today is a day of the story's year, so that what is released holds for the story."""
    monkeypatch.setattr(timezone, "localdate", lambda *_args, **_kw: DAY)
    return iter(())


def says(refused: pytest.ExceptionInfo[Refused]) -> str:
    return str(refused.value)


# -- releasing ------------------------------------------------------------------------------------


def test_a_release_is_an_act_in_the_standing_file(bureau: Bureau, city: Organ) -> None:
    first = release(city, bureau.supervisor, with_(SAID))
    second = release(city, bureau.supervisor, with_(f"{SAID}再说一句。"))
    assert (first.number, second.number, second.base) == (1, 2, None)
    entry = Entry.objects.get(file=second.material.file, seq=second.material.seq)
    assert (entry.kind, entry.actor) == ("record.release_wording", bureau.supervisor)
    assert entry.facts["say"].startswith("发布《行政处罚决定书》文书范本第 2 版，自")
    assert entry.facts["digest"] == second.digest
    assert entry.facts["materials"][0]["digest"] == second.material.digest
    assert SAID in second.text


def test_a_version_is_never_changed(bureau: Bureau, city: Organ) -> None:
    release(city, bureau.supervisor, with_(SAID))
    for sql in ("UPDATE record_wording SET note = 'x'", "DELETE FROM record_wording"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)


def test_a_version_has_its_number_once(bureau: Bureau, city: Organ) -> None:
    wording = release(city, bureau.supervisor, with_(SAID))
    wording.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        wording.save(force_insert=True)


@pytest.mark.parametrize("who", ["handler", "head", "unit_head", "reviewer", "publisher"])
def test_only_the_bureau_words_for_the_government(bureau: Bureau, city: Organ, who: str) -> None:
    standing_file(city, by=bureau.supervisor)
    with pytest.raises(Refused, match="您没有这个岗位"):
        release(city, getattr(bureau, who), with_(SAID))
    assert not Wording.objects.exists()


def test_an_agencys_keeper_words_for_nobody_else(
    bureau: Bureau, city: Organ, keeper: Account
) -> None:
    other = organ(city, "wjw", Organ.Kind.AGENCY, "安澜市卫生健康委员会", region="990100")
    standing_file(city, by=bureau.supervisor)
    standing_file(other, by=bureau.supervisor)
    for where in (city, other):
        with pytest.raises(Refused, match="您没有这个岗位"):
            release(where, keeper, with_(SAID))


def test_a_supervisor_adds_nothing_to_an_agencys_wording(bureau: Bureau) -> None:
    with pytest.raises(Refused, match="由系统管理员发布"):
        release(bureau.agency, bureau.supervisor, with_(OWN))


def test_what_the_article_demands_stays(bureau: Bureau, city: Organ) -> None:
    without = [line for line in LINES if "救济" not in line]
    with pytest.raises(Refused) as refused:
        release(city, bureau.supervisor, without)
    assert "没有写明“救济途径和期限”" in says(refused)
    assert "《行政处罚法》第五十九条第一款" in says(refused)
    assert not Wording.objects.exists()


def test_it_doesnt_begin_in_the_past_nor_before_an_earlier_version(
    bureau: Bureau, city: Organ
) -> None:
    today = timezone.localdate()
    with pytest.raises(Refused, match="施行日期已经过去"):
        release(city, bureau.supervisor, with_(SAID), starts_on=today - dt.timedelta(days=1))
    release(city, bureau.supervisor, with_(SAID), starts_on=today + dt.timedelta(days=30))
    with pytest.raises(Refused, match="新的一版不能比它早"):
        release(city, bureau.supervisor, LINES, starts_on=today)


def test_the_case_files_cover_has_no_wording(bureau: Bureau, city: Organ) -> None:
    file = standing_file(city, by=bureau.supervisor)
    for code in ("file.cover", "nothing"):
        with pytest.raises(Refused, match="没有这种"):
            release_wording(
                file, by=bureau.supervisor, code=code, lines=["x"], starts_on=timezone.localdate()
            )


# -- adding below ---------------------------------------------------------------------------------


def test_an_agency_adds_and_never_drops(bureau: Bureau, city: Organ, keeper: Account) -> None:
    above = release(city, bureau.supervisor, with_(SAID))
    with pytest.raises(Refused, match=r"统一范本第 \d+ 段“对本决定有疑问的"):
        release(bureau.agency, keeper, with_(OWN))
    own = release(bureau.agency, keeper, with_(OWN, lines=above.lines))
    assert own.base == above
    today = timezone.localdate()
    assert in_force(CODE, bureau.agency, today) == own
    assert in_force(CODE, city, today) == above


def test_without_a_wording_above_an_agency_adds_to_the_declaration(
    bureau: Bureau, keeper: Account
) -> None:
    with pytest.raises(Refused, match="被删去、改动或者换了位置"):
        release(bureau.agency, keeper, LINES[:1] + LINES[2:])
    assert release(bureau.agency, keeper, with_(OWN)).base is None


def test_additions_to_what_no_longer_stands_above_dont_count(
    bureau: Bureau, city: Organ, keeper: Account
) -> None:
    today = timezone.localdate()
    first = release(city, bureau.supervisor, with_(SAID))
    release(bureau.agency, keeper, with_(OWN, lines=first.lines))
    new = release(city, bureau.supervisor, with_("新的一句。"), starts_on=today + dt.timedelta(9))
    later = in_force(CODE, bureau.agency, today + dt.timedelta(9))
    assert later == new, "the bureau's words win until the agency adds to them anew"


def test_a_version_that_misses_a_new_demand_counts_for_nothing(
    bureau: Bureau, city: Organ, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an update that declares another mandatory field: the declaration prints it."""
    release(city, bureau.supervisor, with_(SAID))
    monkeypatch.setattr(wordings, "_sound", lambda *_: False)
    assert in_force(CODE, bureau.agency, timezone.localdate()) is None


@pytest.mark.parametrize("text", ["\ud800", "a\nb", "\x00"])
def test_what_no_text_may_hold_is_a_reason(bureau: Bureau, city: Organ, text: str) -> None:
    with pytest.raises(Refused, match="看不见的"):
        release(city, bureau.supervisor, with_(text))


def test_a_county_adds_to_its_city(bureau: Bureau, city: Organ) -> None:
    county = organ(city, "lanjiang", Organ.Kind.GOVERNMENT, "澜江县人民政府", region="990124")
    their = account("county", "县督", county, Role.SUPERVISOR, county)
    above = release(city, bureau.supervisor, with_(SAID))
    with pytest.raises(Refused, match="统一范本第"):
        release(county, their, LINES)
    assert release(county, their, with_("县里的话。", lines=above.lines)).base == above


# -- documents ------------------------------------------------------------------------------------


def text_of(pdf: bytes) -> str:
    return "".join(p.extract_text() for p in PdfReader(io.BytesIO(pdf)).pages).replace("\n", "")


def test_the_version_of_the_day_is_used(bureau: Bureau, city: Organ, on_the_day: None) -> None:
    begins = DAY + dt.timedelta(days=5)
    wording = release(city, bureau.supervisor, with_(SAID), starts_on=begins)
    assert in_force(CODE, bureau.agency, begins - dt.timedelta(days=1)) is None
    assert in_force(CODE, bureau.agency, begins) == wording


@pytest.fixture
def decided(
    bureau: Bureau, city: Organ, monkeypatch: pytest.MonkeyPatch
) -> tuple[Material, Material]:
    """A decision made before a wording was released, and one after."""
    before = a_case(bureau).decided()
    with monkeypatch.context() as past:
        past.setattr(timezone, "localdate", lambda *_a, **_k: DAY)
        release(city, bureau.supervisor, LINES)
        release(city, bureau.supervisor, with_(SAID))
    after = a_case(bureau).decided()
    one, two = (Material.objects.get(file=s.file, code=CODE) for s in (before, after))
    return one, two


def test_a_new_document_carries_the_wording_and_an_old_one_doesnt(
    decided: tuple[Material, Material],
) -> None:
    before, after = decided
    assert KEY not in before.values
    assert after.values[KEY]["number"] == 2
    assert after.values[KEY]["organ"] == "安澜市人民政府"
    assert SAID not in text_of(made(before).pdf)
    assert SAID in text_of(made(after).pdf)
    assert kind_of(before) is KIND


def test_the_wording_is_part_of_what_the_ledger_holds(decided: tuple[Material, Material]) -> None:
    for material in decided:
        again = material_digest(
            kind=material.kind,
            code=material.code,
            title=material.title,
            number=material.number,
            on=material.on,
            fields=canonical(json.loads(material.fields)),
            blob=None,
        )
        assert again == material.digest


def test_documents_stay_the_same_whatever_is_released_later(
    bureau: Bureau, city: Organ, decided: tuple[Material, Material]
) -> None:
    printed = [made(material).pdf for material in decided]
    release(city, bureau.supervisor, with_("完全不同的话。"))
    assert [made(material).pdf for material in decided] == printed
    assert not Rendition.objects.exists()


def test_the_package_holds_the_wording_and_verifies(
    decided: tuple[Material, Material], tmp_path: Path
) -> None:
    out = io.BytesIO()
    binding.packed(decided[1].file, out)
    with zipfile.ZipFile(out) as packed:
        (name,) = [n for n in packed.namelist() if n.startswith("文书范本/")]
        assert name == "文书范本/行政处罚决定书 安澜市人民政府第2版.txt"
        assert SAID in packed.read(name).decode()
        packed.extractall(tmp_path / "package")
    ran = subprocess.run(
        [sys.executable, "check_package.py", "."],
        cwd=tmp_path / "package",
        capture_output=True,
        text=True,
        check=False,
    )
    assert "不符" not in ran.stdout.replace("没有不符", ""), ran.stdout
    assert ran.returncode in (0, 2), ran.stdout + ran.stderr


def test_nobody_chooses_the_wording_of_a_document(bureau: Bureau, city: Organ) -> None:
    """What is handed in under the reserved name is not taken over."""
    from xiezhi.record.wordings import stamped

    values = stamped(CODE, {KEY: {"digest": "0" * 64}, "cause": "x"}, bureau.agency, DAY)
    assert values == {"cause": "x"}
    assert KEY not in {field.name for kind in KINDS.values() for field in kind.fields}


def test_the_public_page_says_what_the_served_document_says(
    decided: tuple[Material, Material],
) -> None:
    before, after = (
        drafting.prepare(
            Decision.objects.get(material=material),
            standing_of(material.file, today=timezone.localdate()),
        ).page
        for material in decided
    )
    assert SAID in after
    assert SAID not in before
