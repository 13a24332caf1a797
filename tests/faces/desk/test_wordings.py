"""文书范本 at the desk: who reads, who edits, previews that store nothing, release in two steps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.builders import Bureau, account, organ
from xiezhi.config.middleware import STRICT_HEADER
from xiezhi.faces.desk.views import wordings as views
from xiezhi.identity.models import Account, Organ
from xiezhi.procedure.documents import KINDS
from xiezhi.procedure.documents.wording import shown
from xiezhi.procedure.documents.wording_pages import declared
from xiezhi.procedure.roles import Role
from xiezhi.record.models import Blob, Entry, Material, Wording
from xiezhi.record.releasing import release_wording
from xiezhi.registry.actions import standing_file

pytestmark = pytest.mark.django_db
CODE = "penalty.decision"
KIND = KINDS[CODE]
LINES = [shown(KIND, line) for line in declared(KIND)]
#: Without a line that no rule demands.
FEWER = [line for line in LINES if "听证情况" not in line]
SAID = "对本决定有疑问的，可以向本机关询问。"
As = Callable[[Account], Client]


@pytest.fixture(autouse=True)
def objects(tmp_path: Path, settings: Any) -> None:
    settings.OBJECTS = tmp_path / "objects"


@pytest.fixture
def city(bureau: Bureau) -> Organ:
    assert bureau.agency.parent
    return bureau.agency.parent


@pytest.fixture
def keeper(bureau: Bureau) -> Account:
    return account("scjg-guan", "管一", bureau.agency, Role.ADMINISTRATOR, bureau.agency)


def url(name: str, where: Organ) -> str:
    return reverse(f"desk:{name}", args=[where.pk, CODE])


def sent(lines: list[str], **more: str) -> dict[str, str]:
    rows = {f"section-{n}": text for n, text in enumerate(lines, 1)}
    return rows | {"starts_on": timezone.localdate().isoformat(), "note": "", **more}


def released(bureau: Bureau, city: Organ, lines: list[str]) -> Wording:
    return release_wording(
        standing_file(city, by=bureau.supervisor),
        by=bureau.supervisor,
        code=CODE,
        lines=lines,
        starts_on=timezone.localdate(),
    )


# -- reading --------------------------------------------------------------------------------------


def test_everybody_reads_what_documents_say_here(bureau: Bureau, city: Organ, as_: As) -> None:
    released(bureau, city, [*LINES, SAID])
    client = as_(bureau.handler)
    listed = client.get(reverse("desk:wordings"), follow=True)
    assert "安澜市人民政府第 1 版" in listed.content.decode()
    read = client.get(url("wording", bureau.agency)).content.decode()
    assert SAID in read
    assert "编写新的一版" not in read
    assert "何砚秋" in read
    compared = client.get(url("wording_compare", bureau.agency), {"new": Wording.objects.get().pk})
    assert "两版有 1 处不同" in compared.content.decode()
    assert "违法事实和证据" not in compared.content.decode()


def test_every_document_is_listed_under_its_family(bureau: Bureau, as_: As) -> None:
    text = as_(bureau.supervisor).get(reverse("desk:wordings"), follow=True).content.decode()
    missing = [
        k.title for c, k in KINDS.items() if not c.startswith("file.") and k.title not in text
    ]
    assert not missing
    assert "行政处罚" in text


@pytest.mark.parametrize("given", ["x", "999999", "-1", "1" * 20])
def test_an_unknown_version_is_not_found(bureau: Bureau, as_: As, given: str) -> None:
    answer = as_(bureau.handler).get(url("wording_compare", bureau.agency), {"old": given})
    assert answer.status_code == 404


def test_another_trees_wordings_dont_exist(bureau: Bureau, as_: As) -> None:
    other = organ(None, "bieshi", Organ.Kind.GOVERNMENT, "别市人民政府")
    client = as_(bureau.handler)
    for name in ("wording", "wording_compare", "wording_sample"):
        assert client.get(url(name, other)).status_code == 404
    assert client.get(reverse("desk:wording", args=[bureau.agency.pk, "x.y"])).status_code == 404
    assert (
        client.get(reverse("desk:wording", args=[bureau.agency.pk, "file.cover"])).status_code
        == 404
    )


# -- who edits ------------------------------------------------------------------------------------

EDITS = ("wording_edit", "wording_look", "wording_draft")


@pytest.mark.parametrize("who", ["handler", "head", "reviewer", "publisher", "archivist"])
def test_others_neither_edit_nor_preview(bureau: Bureau, city: Organ, as_: As, who: str) -> None:
    client = as_(getattr(bureau, who))
    for name in EDITS:
        for where in (city, bureau.agency):
            assert client.post(url(name, where), sent(LINES)).status_code == 403
    assert not Wording.objects.exists()


def test_a_keeper_edits_nothing_above_or_beside(
    bureau: Bureau, city: Organ, keeper: Account, as_: As
) -> None:
    other = organ(city, "wjw", Organ.Kind.AGENCY, "安澜市卫生健康委员会")
    client = as_(keeper)
    for name in EDITS:
        assert client.post(url(name, city), sent(LINES)).status_code == 403
        assert client.post(url(name, other), sent(LINES)).status_code == 404
    assert as_(bureau.supervisor).post(url("wording_edit", other), sent(LINES)).status_code == 403


# -- editing and releasing ------------------------------------------------------------------------


def test_sections_move_without_script(bureau: Bureau, city: Organ, as_: As) -> None:
    client = as_(bureau.supervisor)
    three = ["甲。", "乙。", "丙。"]

    def after(do: str) -> list[str]:
        answer = client.post(url("wording_edit", city), sent(three, do=do))
        return [s.text for s in answer.context["sections"]]

    assert after("up-2") == ["乙。", "甲。", "丙。"]
    assert after("down-2") == ["甲。", "丙。", "乙。"]
    assert after("drop-1") == ["乙。", "丙。"]
    assert after("add-3") == [*three, ""]
    assert after("up-1") == after("down-9") == after("drop-0") == three


def test_a_release_asks_first(bureau: Bureau, city: Organ, as_: As) -> None:
    client = as_(bureau.supervisor)
    asked = client.post(url("wording_edit", city), sent([*LINES, SAID], do="release"))
    assert asked.status_code == 200
    assert "改动 1 处" in asked.content.decode()
    assert not Wording.objects.exists()
    sure = sent([*LINES, SAID], confirmed="1", seen=asked.context["seen"])
    done = client.post(url("wording_edit", city), sure, follow=True)
    assert "已发布《行政处罚决定书》文书范本" in done.content.decode()
    wording = Wording.objects.get()
    assert wording.lines == [*declared(KIND), SAID], "kept with names, edited with labels"
    assert wording.made_by == bureau.supervisor


def test_what_is_wrong_stands_beside_its_place(bureau: Bureau, city: Organ, as_: As) -> None:
    lines = [*[line for line in LINES if "救济" not in line], "{party.__class__}"]
    answer = as_(bureau.supervisor).post(url("wording_edit", city), sent(lines, confirmed="1"))
    text = answer.content.decode()
    assert answer.status_code == 422
    assert f'id="section-{len(lines)}-error"' in text
    assert f'href="#section-{len(lines)}"' in text
    assert "没有写明“救济途径和期限”" in text
    assert "《行政处罚法》第五十九条第一款" in text.replace("</span>", "").replace(
        '<span class="nb">', ""
    )
    assert not Wording.objects.exists()


def test_a_release_says_which_cases_and_agencies_it_concerns(
    bureau: Bureau, city: Organ, keeper: Account, as_: As
) -> None:
    from tests.builders import a_case

    a_case(bureau).filed()
    first = released(bureau, city, [*LINES, SAID])
    own = [*first.lines, "本机关设有咨询窗口。"]
    release_wording(
        standing_file(bureau.agency, by=keeper),
        by=keeper,
        code=CODE,
        lines=own,
        starts_on=timezone.localdate(),
    )
    answer = as_(bureau.supervisor).post(url("wording_edit", city), sent(FEWER, do="release"))
    assert "没有" not in str(answer.context["effect"].cases)
    assert answer.context["effect"].cases == [("行政处罚（普通程序）", 1)]
    assert answer.context["effect"].losing == []
    changed = sent([*FEWER, "全新的话。"], do="release", seen=answer.context["seen"])
    answer = as_(bureau.supervisor).post(url("wording_edit", city), changed)
    assert [o.name for o in answer.context["effect"].losing] == [bureau.agency.name]


def test_an_agencys_editor_keeps_the_bureaus_sections(
    bureau: Bureau, city: Organ, keeper: Account, as_: As
) -> None:
    released(bureau, city, [*LINES, SAID])
    client = as_(keeper)
    editor = client.get(url("wording_edit", bureau.agency))
    assert all(section.fixed for section in editor.context["sections"])
    dropped = client.post(url("wording_edit", bureau.agency), sent(LINES, confirmed="1"))
    assert dropped.status_code == 422
    assert "被删去、改动或者换了位置" in dropped.content.decode()
    client.post(
        url("wording_edit", bureau.agency), sent([*LINES, SAID, "本机关的话。"], confirmed="1")
    )
    assert Wording.objects.filter(organ=bureau.agency).count() == 1


def test_an_addition_is_offered_anew_on_a_new_wording(
    bureau: Bureau, city: Organ, keeper: Account, as_: As
) -> None:
    first = released(bureau, city, [*LINES, SAID])
    release_wording(
        standing_file(bureau.agency, by=keeper),
        by=keeper,
        code=CODE,
        lines=[*first.lines, "本机关的话。"],
        starts_on=timezone.localdate(),
    )
    released(bureau, city, [*LINES, "另一句。"])
    client = as_(keeper)
    assert "现在不使用" in client.get(url("wording", bureau.agency)).content.decode()
    editor = client.get(url("wording_edit", bureau.agency))
    assert [s.text for s in editor.context["sections"] if not s.fixed] == ["本机关的话。"]
    assert "另一句。" in [s.text for s in editor.context["sections"]]


# -- previews -------------------------------------------------------------------------------------


def test_a_preview_shows_pages_and_stores_nothing(bureau: Bureau, city: Organ, as_: As) -> None:
    client = as_(bureau.supervisor)
    before = [model.objects.count() for model in (Blob, Entry, Material, Wording)]
    answer = client.post(url("wording_look", city), sent([*LINES, "{不存在}"]))
    text = answer.content.decode()
    assert answer["Content-Security-Policy"] == STRICT_HEADER
    assert 'src="data:image/png;base64,' in text
    assert "没有“不存在”这一项" in text
    assert 'hx-swap-oob="true"' in text
    assert [model.objects.count() for model in (Blob, Entry, Material, Wording)] == before


def test_the_faults_of_a_preview_stand_where_they_were_typed(
    bureau: Bureau, city: Organ, as_: As
) -> None:
    answer = as_(bureau.supervisor).post(url("wording_look", city), sent(["", "", "{x}", *LINES]))
    wrong = {s.number for s in answer.context["sections"] if s.reasons}
    assert wrong == {3}


def test_the_draft_as_pdf(bureau: Bureau, city: Organ, as_: As) -> None:
    answer = as_(bureau.supervisor).post(url("wording_draft", city), sent(LINES))
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert answer["Cache-Control"] == "private, no-store"
    read = as_(bureau.handler).get(url("wording_sample", bureau.agency))
    assert read.content.startswith(b"%PDF")


def test_previews_are_limited(
    bureau: Bureau, city: Organ, as_: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "_A_MINUTE", 0)
    client = as_(bureau.supervisor)
    assert "预览次数过多" in client.post(url("wording_look", city), sent(LINES)).content.decode()
    assert client.post(url("wording_draft", city), sent(LINES)).status_code == 429
    caches["local"].clear()


def test_the_editor_has_no_script_of_its_own(bureau: Bureau, city: Organ, as_: As) -> None:
    answer = as_(bureau.supervisor).get(url("wording_edit", city))
    assert answer["Content-Security-Policy"] == STRICT_HEADER
    text = answer.content.decode()
    assert " style=" not in text
    assert " onclick" not in text
    assert "最多" not in text


def test_the_day_it_begins_is_asked_for(bureau: Bureau, city: Organ, as_: As) -> None:
    past = (timezone.localdate() - dt.timedelta(days=1)).isoformat()
    client = as_(bureau.supervisor)
    for given in ("", "no day", past):
        answer = client.post(
            url("wording_edit", city), sent(LINES, confirmed="1") | {"starts_on": given}
        )
        assert answer.status_code == 422
        assert "施行日期" in answer.content.decode()
    assert not Wording.objects.exists()


def test_it_is_an_act_like_any_other_in_the_standing_file(
    bureau: Bureau, city: Organ, as_: As
) -> None:
    """Offered in the File, asked for by its form: what the API's operation takes, too."""
    file = standing_file(city, by=bureau.supervisor)
    client = as_(bureau.supervisor)
    address = reverse("desk:act", args=[file.pk, "record.release_wording"])
    assert address in client.get(reverse("desk:case", args=[file.pk])).content.decode()
    assert client.get(address).context["form"].act == "record.release_wording"
    given = {"code": CODE, "text": "\n".join([*LINES, SAID]), "note": ""}
    answer = client.post(address, {**given, "starts_on": timezone.localdate().isoformat()})
    assert answer.status_code == 302
    assert Wording.objects.get().lines[-1] == SAID
