"""Changing a power, a certificate or an account is an act, within one's own reach."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from tests.registry.builders import USCC, Town, a_town, account, an_item, an_officer
from xiezhi.identity.models import Organ, Person, Post
from xiezhi.procedure.citations import Refused
from xiezhi.procedure.roles import Role
from xiezhi.record.models import CalendarYear, Entry, File, Material
from xiezhi.registry import actions
from xiezhi.registry.models import Benchmark, Item, Law, MarketEntity, Officer

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 3, 2)


@pytest.fixture
def town() -> Town:
    return a_town()


def entries(agency: Organ) -> list[Entry]:
    return list(Entry.objects.filter(file__agency=agency).order_by("seq"))


def test_the_first_change_opens_the_standing_file(town: Town) -> None:
    officer = an_officer(town.market)
    actions.save(officer, by=town.admin)
    opened, changed = entries(town.market)
    assert (opened.kind, changed.kind) == ("record.open", "registry.change")
    assert changed.actor == town.admin
    assert changed.facts["say"] == "登记执法人员“钟离（99010023001）”"
    (row,) = changed.facts["changes"]
    assert (row["table"], row["row"], row["before"]) == ("registry_officer", str(officer.pk), None)
    assert row["after"]["categories"] == ["市场监管"]


def test_a_change_says_before_and_after(town: Town) -> None:
    officer = an_officer(town.market)
    actions.save(officer, by=town.admin)
    actions.suspend(officer, by=town.admin, since=DAY, why="涉嫌违纪，停职检查")
    said = entries(town.market)[-1].facts
    assert said["why"] == "涉嫌违纪，停职检查"
    assert "状态：有效 → 暂扣；暂扣、注销日期：（空） → 2026-03-02" in said["say"]
    (row,) = said["changes"]
    assert (row["before"]["status"], row["after"]["status"]) == ("valid", "suspended")
    actions.restore(officer, by=town.admin, why="查无实据")
    assert Officer.objects.get().status == "valid"


def test_saving_without_a_change_writes_nothing(town: Town) -> None:
    officer = an_officer(town.market)
    actions.save(officer, by=town.admin)
    before = len(entries(town.market))
    actions.save(Officer.objects.get(), by=town.admin)
    assert len(entries(town.market)) == before


def test_another_agencys_rows_are_out_of_reach(town: Town) -> None:
    officer = an_officer(town.market)
    with pytest.raises(Refused, match="不在您管理的机构范围内"):
        actions.save(officer, by=town.other)
    assert not Officer.objects.exists()
    officer = an_officer(town.market)
    actions.save(officer, by=town.admin)
    officer.post = "科长"
    with pytest.raises(Refused, match="不在您管理的机构范围内"):
        actions.save(officer, by=town.other)
    assert Officer.objects.get().post == ""
    assert not entries(town.health)


def test_a_row_cannot_be_pushed_onto_another_agency(town: Town) -> None:
    officer = an_officer(town.market)
    actions.save(officer, by=town.admin)
    officer.agency = town.health
    with pytest.raises(Refused):
        actions.save(officer, by=town.admin)
    assert Officer.objects.get().agency == town.market


def test_moving_a_row_is_written_in_both_files(town: Town) -> None:
    officer = an_officer(town.market)
    actions.save(officer, by=town.root)
    officer.agency = town.health
    actions.save(officer, by=town.root)
    assert entries(town.market)[-1].facts["changes"] == entries(town.health)[-1].facts["changes"]


def test_who_is_no_administrator_changes_nothing(town: Town) -> None:
    head = account("head", "程局", town.market, Role.AGENCY_HEAD, town.market)
    with pytest.raises(Refused):
        actions.save(an_officer(town.market), by=head)
    assert not Officer.objects.exists()


def test_a_former_administrator_changes_nothing(town: Town) -> None:
    Post.objects.filter(account=town.admin).update(until=dt.date(2021, 1, 1))
    with pytest.raises(Refused):
        actions.save(an_officer(town.market), by=town.admin)


def test_a_code_is_checked_and_tidied(town: Town) -> None:
    entity = MarketEntity(code=f" {USCC.lower()}", name="禾丰粮油", kind="company", region="990102")
    actions.save(entity, by=town.admin)
    assert MarketEntity.objects.get().code == USCC
    entity.code = "91230500MA1B3N1N2N"
    with pytest.raises(Refused, match="ID-USCC"):
        actions.save(entity, by=town.admin)


@pytest.mark.rule("PEN-24")
def test_an_item_needs_a_basis_that_can_be_read(town: Town) -> None:
    with pytest.raises(Refused, match="第几条"):
        actions.save(an_item(town.market, basis="食品安全法"), by=town.admin)
    assert not Item.objects.exists()


def test_a_benchmark_keeps_within_the_law(town: Town) -> None:
    item = an_item(town.market)
    actions.save(item, by=town.admin)
    grade = Benchmark(
        item=item,
        violation="经营超过保质期食品，货值不足一万元",
        basis="《中华人民共和国食品安全法》第一百二十四条第一款",
        grade="lighter",
        conditions="首次违法，货值不足一千元",
        fine_min=50000,
        fine_max=70000,
        legal_min=50000,
        legal_max=100000,
        issuer="榕城市市场监督管理局",
        number="榕市监规〔2025〕1号",
        effective_from=DAY,
    )
    actions.save(grade, by=town.admin)
    grade = Benchmark.objects.of(item, DAY).get()
    assert grade.judge(Decimal(50000)) == []
    (reason,) = grade.judge(Decimal(100000))
    assert reason.rule.code == "PEN-34"
    assert grade.judge(Decimal(100000), reasons="拒不改正", discussed=True) == []
    assert [r.rule.code for r in grade.judge(Decimal(100001))] == ["PEN-76-1", "PEN-34"]
    assert not Benchmark.objects.of(item, DAY - dt.timedelta(days=1)).exists()


def test_only_the_root_changes_what_concerns_everybody(town: Town) -> None:
    def law() -> Law:
        return Law(
            name="中华人民共和国示例法",
            short_name="示例法",
            kind="statute",
            version=DAY,
            effective_on=DAY,
        )

    with pytest.raises(Refused):
        actions.save(law(), by=town.admin)
    actions.save(law(), by=town.root)
    assert Law.objects.get().key == "示例法"
    off = {"year": 2027, "off": [dt.date(2027, 1, 1)], "source": "国办发明电"}
    with pytest.raises(Refused):
        actions.save(CalendarYear(**off), by=town.admin)
    actions.save(CalendarYear(region="990102", **off), by=town.admin)
    actions.save(CalendarYear(**off), by=town.root)


def test_many_changes_stand_in_a_material_of_the_entry(town: Town) -> None:
    found = [actions.put(an_item(town.market, f"A{n:03}"), by=town.admin) for n in range(25)]
    actions.write_down([change for change in found if change], by=town.admin, why="导入")
    entry = entries(town.market)[-1]
    assert entry.facts["say"] == "变更执法事项 25 条：新登记 25 条，修改 0 条"
    (kept,) = entry.facts["materials"]
    material = Material.objects.get(pk=kept["id"])
    assert len(json.loads(material.fields)["changes"]) == 25
    assert material.digest == kept["digest"]


def test_secrets_never_reach_the_ledger(town: Town) -> None:
    clerk = account("clerk", "小李", town.market, Role.HANDLER, town.market)
    actions.reset_password(clerk, "风雨同舟-砥砺前行-9", by=town.admin)
    token, secret = actions.issue_token(clerk, "对接", ["read"], by=town.admin)
    actions.disable(clerk, by=town.admin, why="调离")
    actions.revoke_token(token, by=town.admin)
    said = " ".join(entry.body for entry in entries(town.market))
    clerk.refresh_from_db()
    for word in (secret, "砥砺前行", clerk.password, "digest", "session_epoch"):
        assert word not in said
    assert "口令：（不记录） → 已重设" in said
    assert "启用：是 → 否" in said


def test_an_account_of_another_agency_is_out_of_reach(town: Town) -> None:
    clerk = account("clerk", "小李", town.market, Role.HANDLER, town.market)
    for attempt in (
        lambda: actions.disable(clerk, by=town.other),
        lambda: actions.reset_password(clerk, "风雨同舟-砥砺前行-9", by=town.other),
        lambda: actions.issue_token(clerk, "对接", ["read"], by=town.other),
        lambda: actions.save(Post(account=clerk, role="handler", organ=town.market), by=town.other),
        lambda: actions.save(Post(account=clerk, role="handler", organ=town.health), by=town.admin),
        lambda: actions.save(
            Post(account=town.admin, role="administrator", organ=town.city), by=town.admin
        ),
    ):
        with pytest.raises(Refused):
            attempt()


def test_a_unit_is_written_down_in_its_agencys_file(town: Town) -> None:
    unit = Organ(parent=town.market, kind="unit", slug="zf1", name="执法一科")
    actions.save(unit, by=town.admin)
    assert unit.path == f"{town.market.path}{unit.pk}."
    assert File.objects.get(agency=town.market).entries.count() == 2


def test_a_new_agency_opens_its_own_file(town: Town) -> None:
    agency = Organ(parent=town.city, kind="agency", slug="cgj", name="榕城市城市管理局")
    with pytest.raises(Refused):
        actions.save(agency, by=town.admin)
    agency = Organ(parent=town.city, kind="agency", slug="cgj", name="榕城市城市管理局")
    actions.save(agency, by=town.root)
    assert entries(agency)[-1].facts["say"] == "登记机构“榕城市城市管理局”"


def test_the_application_cannot_delete_from_the_registers(town: Town) -> None:
    actions.save(an_officer(town.market), by=town.admin)
    with connection.cursor() as cursor:
        for table in ("registry_officer", "identity_post", "identity_account"):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                cursor.execute(f"DELETE FROM {table}")


def test_a_new_person_is_reached_by_who_made_him(town: Town) -> None:
    person = Person(name="新人")
    actions.save(person, by=town.admin)
    actions.save(an_officer(town.market, person=person), by=town.admin)
    person.name = "改名"
    with pytest.raises(Refused):
        actions.save(person, by=town.other)
