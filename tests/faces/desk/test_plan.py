"""方案 at the desk: seen by who works here, changed by who administers it, previewed, dated."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.builders import Bureau, a_bureau, account, organ
from tests.faces.desk.conftest import story_at
from tests.registry.builders import an_item
from xiezhi.faces.desk import plans
from xiezhi.identity.models import Account, Organ, Profile
from xiezhi.procedure.policy import load
from xiezhi.procedure.policykeys import GROUPS, KEYS
from xiezhi.procedure.roles import Role
from xiezhi.record.models import Entry, File
from xiezhi.record.policies import forget
from xiezhi.registry import actions
from xiezhi.registry.forms import PlanForm
from xiezhi.registry.models import Officer
from xiezhi.ui.text import cndate

AsPerson = Callable[[Account], Client]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _unread() -> Iterator[None]:
    forget()
    yield
    forget()


@pytest.fixture
def admin(bureau: Bureau) -> Account:
    return account("plans", "程管", bureau.agency, Role.ADMINISTRATOR, bureau.agency)


def typed(client: Client, bureau: Bureau, **more: Any) -> dict[str, Any]:
    """The page as it stands, with some inputs changed."""
    form: PlanForm = client.get(url("plan_edit", bureau)).context["form"]
    shown = {name: form[name].initial for name in form.fields}
    return {**shown, "clause": "安市监发〔2026〕12号", **more}


def url(name: str, bureau: Bureau) -> str:
    return reverse(f"desk:{name}", args=[bureau.agency.pk])


def test_every_key_stands_in_one_group() -> None:
    named = [key for keys in GROUPS.values() for key in keys]
    assert sorted(named) == sorted(KEYS)


def test_a_plan_is_read_with_its_articles(bureau: Bureau, as_: AsPerson) -> None:
    answer = as_(bureau.handler).get(reverse("desk:plans"), follow=True)
    page = answer.content.decode()
    assert answer.redirect_chain[-1][0] == url("plan", bureau)
    for said in ("10 个工作日", "方案四（三）4", "不超过 7", "年度的统计年报", "应不少于"):
        assert said in page
    assert "修改方案" not in page


def test_other_agencies_have_no_plan_for_me(bureau: Bureau, as_: AsPerson, admin: Account) -> None:
    """Default deny: a handler can't change it, another agency's people don't see it."""
    other = organ(bureau.agency.parent, "wjw", Organ.Kind.AGENCY, "安澜市卫生健康委员会")
    stranger = account("other", "康管", other, Role.ADMINISTRATOR, other)
    for who in (stranger, account("kang", "康宁", other, Role.HANDLER, other)):
        assert as_(who).get(url("plan", bureau)).status_code == 404
    assert as_(stranger).get(url("plan_edit", bureau)).status_code == 404
    assert as_(stranger).post(url("plan_edit", bureau), {"confirmed": "1"}).status_code == 404
    for mine in (bureau.handler, bureau.head, bureau.supervisor):
        assert as_(mine).get(url("plan_edit", bureau)).status_code == 403
    assert Client().get(url("plan_edit", bureau)).status_code == 302
    assert as_(admin).get(url("plan_edit", bureau)).status_code == 200


def test_each_key_is_an_input_with_its_bound_and_article(
    bureau: Bureau, as_: AsPerson, admin: Account
) -> None:
    form: PlanForm = as_(admin).get(url("plan_edit", bureau)).context["form"]
    names = {name.partition(".")[0] for name in form.fields} - {"starts_on", "clause"}
    assert names == set(KEYS)
    assert "不超过 90（《行政处罚法》第六十条）" in form["decide_days"].help_text
    assert "方案四（三）4" in form["review_days"].help_text
    assert form["decide_days"].label == "作出处罚决定（日）"


def test_the_effect_is_shown_before_anything_is_saved(
    bureau: Bureau, as_: AsPerson, admin: Account
) -> None:
    story = story_at(bureau, "submitted")
    client = as_(admin)
    values = typed(client, bureau, review_days=5, act_families=["penalty", "inspection"])
    answer = client.post(url("plan_edit", bureau), values)
    effect, page = answer.context["effect"], answer.content.decode()
    assert (effect.cases, effect.running) == (1, 1)
    assert effect.listed[0][0] == story.file.number
    assert story.file.title not in page, "who administers sees no case"
    assert any(row[1:] == ("法制审核", "10 个工作日", "5 个工作日") for row in effect.limits)
    assert "在办案件 1 件，继续适用启动时的方案" in page
    assert "其中 1 件正在走改动的期限" in page
    assert [label for label, _ in effect.pages] == ["执法流程", "办理时限", "重大执法决定法制审核"]
    assert not Profile.objects.exists()
    assert client.post(url("plan_edit", bureau), {**values, "again": "1"}).status_code == 200


def test_saving_makes_a_version_and_an_entry(bureau: Bureau, as_: AsPerson, admin: Account) -> None:
    client = as_(admin)
    starts = timezone.localdate() + dt.timedelta(days=3)
    values = typed(client, bureau, review_days=5, starts_on=starts.isoformat())
    preview = client.post(url("plan_edit", bureau), values)
    again: dict[str, list[str]] = {}
    for name, value in preview.context["typed"]:
        again.setdefault(name, []).append(value)
    answer = client.post(url("plan_edit", bureau), {**again, "confirmed": "1"}, follow=True)
    made = Profile.objects.get()
    assert (made.name, made.starts_on, made.made_by) == ("S1@1", starts, admin)
    assert "（还没有开始）" in answer.content.decode()
    entry = Entry.objects.get(kind="registry.set_profile")
    assert entry.facts["values"] == [{"key": "review_days", "before": 10, "after": 5}]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"decide_days": 120}, "不得超过 90"),
        ({"payment_days": 10}, "法律规定是 15"),
        ({"annual_report_due": "02-15"}, "不得晚于 01-31"),
        ({"annual_report_due": "一月底"}, "应当写成月-日"),
        ({"act_families": []}, "至少要有一项"),
        ({"publication_terms.credit.minor": 4}, "credit.minor 不得超过 3"),
        ({"starts_on": "2026-01-01", "review_days": 5}, "施行日期已经过去"),
        ({"clause": "", "review_days": 5}, "请填写依据"),
        ({}, "没有改动任何一项"),
    ],
)
def test_a_refused_change_names_the_article(
    bureau: Bureau, as_: AsPerson, admin: Account, more: dict[str, Any], said: str
) -> None:
    """Before and after the effects were shown: whoever skips the page changes nothing."""
    client = as_(admin)
    values = typed(client, bureau, **more)
    for confirmed in ({}, {"confirmed": "1"}):
        answer = client.post(url("plan_edit", bureau), {**values, **confirmed})
        assert answer.status_code == 422
        assert said in answer.content.decode()
    assert not Profile.objects.exists()


def test_a_kind_outside_the_plan_is_neither_offered_nor_opened(
    bureau: Bureau, as_: AsPerson, admin: Account
) -> None:
    """FLOW-KIND, with the clause of the plan."""
    actions.set_profile(
        bureau.agency,
        by=admin,
        values={"act_families": ["licence"]},
        starts_on=timezone.localdate(),
        clause="方案二：许可",
    )
    client, opening = as_(bureau.handler), reverse("desk:open", args=["casework.register_clue"])
    assert opening not in client.get(reverse("desk:work")).content.decode()
    for answer in (client.get(opening), client.post(opening, {"cause": "无证经营"})):
        assert "没有列入行政处罚（方案二：许可）" in answer.content.decode()
    assert not File.objects.exclude(kind="standing.register").exists()


@pytest.mark.rule("PLAN-12", "PLAN-6", "PLAN-11", "OGI-5")
@pytest.mark.parametrize(
    ("code", "said", "unsaid"),
    [
        ("S4", "向司法局报送三项制度推进情况", "记录仪"),
        ("S2", "更新本月的公示内容", "推进情况"),
        ("S3", "执法人员 3 人，应配执法记录仪 5 台、扫描仪 2 台", "推进情况"),
        ("S1", "信息公开工作年度报告", "记录仪"),
    ],
)
def test_what_the_plan_asks_now_stands_beside_it(code: str, said: str, unsaid: str) -> None:
    bureau = a_bureau(policy=code)
    rows = plans.watched(bureau.agency, load(code), dt.date(2026, 11, 22))
    told = "；".join(text for _, text in rows)
    assert said in told
    assert unsaid not in told


@pytest.mark.rule("PLAN-10")
def test_five_in_a_hundred_officers_are_reviewers(bureau: Bureau) -> None:
    """The builders' agency has three officers and one reviewer; with 34 % it would need two."""
    today, plan = dt.date(2026, 11, 22), load("S2")
    told = dict(plans.watched(bureau.agency, plan, today))["审核人员"]
    assert told == "执法人员 3 人，审核人员 1 人，应不少于 1 人，已配足"
    stricter = dict(plans.watched(bureau.agency, replace(plan, reviewer_percent=34), today))
    assert stricter["审核人员"].endswith("应不少于 2 人，还差 1 人")


@pytest.mark.rule("PLAN-13", "PLAN-14")
def test_a_government_reads_how_far_its_agencies_are(bureau: Bureau) -> None:
    city = bureau.agency.parent
    assert city is not None
    today = dt.date(2026, 11, 22)
    before = [text for _, text in plans.watched(city, load("S4"), today)]
    assert "2023年6月30日前 90% 的执法主体，现在 0/1，没有达到" in "；".join(before)
    story_at(bureau, "registered")
    after = [text for _, text in plans.watched(city, load("S4"), today)]
    assert "2023年10月31日前 100% 的执法主体，现在 1/1，已达到" in "；".join(after)
    assert "完成本月考评并通报" in str(plans.watched(city, load("S3"), today))
    assert "通报" not in str(plans.watched(city, load("S4"), today))


@pytest.mark.rule("PLAN-15")
def test_a_changed_list_is_to_be_put_on_record(bureau: Bureau, admin: Account) -> None:
    """An officer's certificate is no list; an item is."""
    today = timezone.localdate()

    def told() -> str:
        return dict(plans.watched(bureau.agency, load("S1"), today))["清单备案"]

    officer = Officer.objects.filter(agency=bureau.agency).first()
    assert officer is not None
    officer.number = "99010099999"
    actions.save(officer, by=admin)
    assert told() == "清单没有变动过"
    actions.save(an_item(bureau.agency), by=admin)
    assert told() == f"{cndate(today)}清单有变动，应当报司法局备案"
