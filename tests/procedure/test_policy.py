"""Profiles: what they say, what they inherit, and that none can relax a statute."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import fields, replace
from pathlib import Path

import pytest

import xiezhi
from xiezhi.procedure import timelimits as t
from xiezhi.procedure.citations import Refused
from xiezhi.procedure.families import FAMILIES, family_of
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.policy import (
    KEYS,
    POLICIES,
    Policy,
    check_text,
    from_stored,
    from_text,
    load,
    value_fault,
)
from xiezhi.procedure.policydraft import changes, plain, write
from xiezhi.procedure.policykeys import Whole
from xiezhi.procedure.rulebook import RULES
from xiezhi.procedure.steps import ActKind

CHILD = 'code = "X"\ntitle = "某县实施方案"\nextends = "national"\n'


def row(key: str, value: str, rule: str = "PEN-14") -> str:
    return f'{CHILD}[{key}]\nvalue = {value}\nrule = "{rule}"\n'


def test_the_profiles_we_ship_load() -> None:
    assert {"national", "S1"} <= set(POLICIES)
    assert load("S1") is POLICIES["S1"]
    with pytest.raises(KeyError, match="S9"):
        load("S9")


@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES.keys())
def test_every_value_names_its_rule(policy: Policy) -> None:
    assert set(policy.sources) == set(KEYS)
    for key, source in policy.sources.items():
        assert source.rule in RULES, key
        assert policy.cite(key).law


def test_keys_and_fields_are_the_same() -> None:
    assert {f.name for f in fields(Policy)} == set(KEYS) | {"code", "title", "sources"}


@pytest.mark.rule("SAMR-7", "SAMR-4")
def test_market_supervision_reviews_every_general_penalty() -> None:
    """SAMR-7 [S1], SAMR-4."""
    s1, national = load("S1"), load("national")
    assert (s1.review_all, national.review_all) == (("penalty",), ())
    assert s1.sources["review_all"].profile == "S1"
    assert s1.sources["hearing_notice_days"].profile == "national"
    assert [e.most for e in s1.limit(t.DECIDE).extensions] == [30, None]
    assert national.limit(t.DECIDE).extensions == ()
    assert s1.annual_report_day(2027) == dt.date(2027, 1, 31)


def test_a_profile_sets_the_length_of_a_limit() -> None:
    tight = from_text(row("archive_days", "20", "PLAN-8"))
    assert tight.limit(t.ARCHIVE).n == 20
    assert tight.limit(t.ARCHIVE).id == "PLAN-8"
    assert tight.limit(t.COURT) is t.COURT
    none = from_text(row("verify_clue_extension_days", "0", "SAMR-1"))
    assert none.limit(t.CLUE).extensions == ()
    assert [e.most for e in load("S1").limit(t.CLUE).extensions] == [15]


@pytest.mark.parametrize("limit", t.LIMITS.values(), ids=t.LIMITS.keys())
def test_every_policy_key_of_a_limit_exists(limit: t.TimeLimit) -> None:
    assert not limit.policy_key or limit.policy_key in KEYS
    assert load("national").limit(limit).n == limit.n, "the baseline is the declared length"


@pytest.mark.parametrize(
    ("key", "relaxed", "allowed", "code"),
    [
        ("decide_days", "91", "90", "PEN-14"),
        ("publish_penalty_days", "8", "7", "PLAN-2"),
        ("publish_days", "21", "20", "PLAN-1"),
        ("publish_credit_days", "8", "5", "CR-1"),
        ("publish_enterprise_days", "21", "20", "SAMR-12"),
        ("withdraw_days", "4", "3", "PEN-22"),
        ("payment_days", "16", "15", "PEN-19"),
        ("payment_days", "14", "15", "PEN-19"),
        ("service_days", "8", "7", "PEN-15"),
        ("preserve_days", "8", "7", "PEN-6"),
        ("informant_days", "6", "5", "SAMR-9"),
        ("hearing_request_days", "4", "5", "PEN-9"),
        ("hearing_notice_days", "6", "7", "PEN-10"),
        ("decide_extension_days", "31", "30", "SAMR-4"),
        ("summary_fine_citizen", "201", "200", "PEN-16"),
        ("summary_fine_organisation", "3001", "3000", "PEN-16"),
        ("onspot_cash", "101", "100", "PEN-17"),
        ("officers_at_least", "1", "2", "PEN-3"),
        ("annual_report_due", '"02-01"', '"01-15"', "PLAN-4"),
        ("review_position", '"never"', '"both"', "PEN-12"),
    ],
)
def test_a_profile_may_tighten_but_not_relax(
    key: str, relaxed: str, allowed: str, code: str
) -> None:
    assert check_text(row(key, allowed, code)) == []
    reasons = check_text(row(key, relaxed, code))
    assert [(r.rule.code, r.field) for r in reasons] == [(code, key)]
    with pytest.raises(Refused):
        from_text(row(key, relaxed, code))


TERMS = """{ portal = { minor = 3, general = 12, serious = 36 },
credit = { minor = %s, general = %s, serious = %s },
enterprise = { minor = 3, general = 36, serious = %s } }""".replace("\n", " ")


@pytest.mark.rule("CR-10", "CR-5", "CR-6", "SAMR-18")
@pytest.mark.parametrize(
    ("months", "wrong"),
    [
        ((0, 12, 36, 36), ""),
        ((3, 3, 12, 36), ""),
        ((4, 12, 36, 36), "credit.minor"),
        ((0, 13, 36, 36), "credit.general"),
        ((0, 2, 36, 36), "credit.general"),
        ((0, 12, 37, 36), "credit.serious"),
        ((0, 12, 11, 36), "credit.serious"),
        ((0, 12, 36, 12), "enterprise.serious"),
    ],
)
def test_publication_terms_per_channel_and_class(months: tuple[int, ...], wrong: str) -> None:
    """SAMR-18, CR-4 to CR-6."""
    said = "".join(r.say for r in check_text(row("publication_terms", TERMS % months, "SAMR-18")))
    assert wrong in said
    assert bool(wrong) == bool(said)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (row("decide_dayz", "90"), "不认识的参数“decide_dayz”"),
        (row("decide_days", '"90"'), "整数"),
        (row("decide_days", "true"), "整数"),
        (row("decide_days", "0"), "不得少于 1"),
        (row("decide_days", "90", "PEN-999"), "不在规则库里"),
        (row("review_social_risk", "1"), "true 或者 false"),
        (row("review_all", '["flogging"]'), "行为种类"),
        (row("review_all", "3"), "行为种类"),
        (row("act_families", "[]"), "至少要有一项"),
        (row("act_families", '["penalty", "penalty"]'), "不重复"),
        (row("reviewer_percent", "101"), "不得超过 100"),
        (row("review_kinds", '["flogging"]'), "处罚种类"),
        (row("annual_report_due", '"1月31日"'), "月-日"),
        (row("publication_terms", "{ portal = 3 }"), "credit"),
        (row("publication_terms", "{ portal = {}, credit = {}, enterprise = {} }"), "minor"),
        (f"{CHILD}decide_days = 90\n", "value"),
        ('code = "X"\ntitle = "某县"\nextends = "nowhere"\n', "没有名为“nowhere”"),
        ('code = "X"\ntitle = "某县"\n', "没有上级方案"),
        ('title = "某县"\nextends = "national"\n', "没有写 code"),
        ("code = ", "文件写法有误"),
    ],
)
def test_a_faulty_profile_says_what_is_wrong(text: str, complaint: str) -> None:
    assert complaint in "".join(reason.say for reason in check_text(text))


def test_faults_are_told_all_at_once() -> None:
    text = CHILD + "".join(
        f'[{key}]\nvalue = {value}\nrule = "PEN-14"\n'
        for key, value in (("decide_days", 120), ("withdraw_days", 10), ("typo", 1))
    )
    assert [r.rule.code for r in check_text(text)] == ["PEN-14", "PEN-22", "POLICY-KEY"]


def test_profiles_are_keys_of_a_cache() -> None:
    assert len({load("S1"), load("national"), load("S1")}) == 2


# -- which acts a plan has ---

ALL = tuple(FAMILIES)


@pytest.mark.rule("PLAN-16")
@pytest.mark.parametrize(
    ("code", "families"),
    [
        ("S0", {"licence", "penalty", "inspection"}),
        ("S1", {"licence", "penalty", "coercion", "levy", "inspection"}),
        ("S2", {"penalty", "coercion", "levy", "licence", "confirmation", "inspection"}),
        ("S3", set(ALL)),
        ("S4", {"licence", "penalty", "coercion", "inspection", "levy"}),
        ("national", set(ALL)),
    ],
)
def test_each_plan_has_its_acts(code: str, families: set[str]) -> None:
    """PLAN-16: three kinds in S0, "6+5" in S3."""
    policy = load(code)
    assert {family for family in ALL if policy.enables(f"{family}.any")} == families
    for family in ALL:
        reasons = policy.opening_refusals(f"{family}.any")
        assert [r.rule.code for r in reasons] == ([] if family in families else ["FLOW-KIND"])


def test_a_refused_kind_names_the_clause() -> None:
    (reason,) = load("S0").opening_refusals("coercion.measure")
    assert reason.say == (
        "《高新区（新市区）卫健委实施方案》没有列入行政强制（方案二：许可、处罚、检查三类）。"
    )
    assert "行政许可、行政处罚、行政检查" in reason.todo


@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES.keys())
def test_what_is_no_act_of_enforcement_is_open_under_any_plan(policy: Policy) -> None:
    assert policy.enables("standing.register")


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_every_kind_belongs_to_a_family(kind: ActKind) -> None:
    assert family_of(kind.code) or kind.code.startswith("standing.")


def test_a_plan_may_ask_it_only_where_there_is_a_legal_unit() -> None:
    """L2: everything under S3, but major decisions only where nobody is there to review."""
    s3, s1 = load("S3"), load("S1")
    assert s3.review_all == s3.act_families
    assert set(s3.review_all) == set(ALL)
    assert s3.reviews_all("licence.general")
    assert not s1.reviews_all("licence.general")
    assert s3.without_legal_unit().review_all == ()
    assert s1.without_legal_unit() is s1, "a statute of its own, not a question of staff"


def test_two_versions_that_differ_in_their_sources_only_each_keep_their_own() -> None:
    plan = load("S3")
    key = next(iter(plan.sources))
    source = replace(plan.sources[key], note="第二版的说明")
    other = replace(plan, sources={**plan.sources, key: source})
    assert other == plan, "sources aren't compared"
    plan.without_legal_unit()
    assert other.without_legal_unit().sources[key].note == "第二版的说明"


@pytest.mark.parametrize(
    ("code", "key", "value"),
    [
        ("S1", "annual_report_due", "01-31"),
        ("S2", "annual_report_due", "01-15"),
        ("S2", "archive_days", 30),
        ("S2", "av_copy_hours", 24),
        ("S2", "reviewer_percent", 5),
        ("S1", "review_days", 10),
        *((code, "publish_penalty_days", 7) for code in POLICIES),
        *((code, "publish_days", 20) for code in POLICIES),
    ],
)
def test_what_the_plans_say(code: str, key: str, value: object) -> None:
    assert getattr(load(code), key) == value


@pytest.mark.parametrize("code", sorted(set(POLICIES) - {"national"}))
def test_what_a_plan_says_has_its_clause(code: str) -> None:
    """Every value of a plan's own names the place in the plan, or a rule that isn't a plan's."""
    for key, source in load(code).sources.items():
        if source.profile == code and source.rule.startswith(("PLAN", "REV")):
            assert source.note.startswith("方案"), key


SOURCE = Path(xiezhi.__file__).parent
#: Keys of one kind of value are asked for by the beginning of their name.
PREFIXES = ("low_fine", "huge_fine")


def test_every_key_is_read_by_somebody() -> None:
    """A value that nobody asks for is no rule, only a promise."""
    text = "".join(
        file.read_text(encoding="utf-8")
        for file in SOURCE.rglob("*.py")
        if file.name not in ("policykeys.py", "policydraft.py")
    )
    for key in KEYS:
        asked = rf'(?:policy|plan|\bp|self)\.{key}\b|policy_key="{key}"|"{key}"\)'
        prefixed = next((p for p in PREFIXES if key.startswith(p) and f'"{p}"' in text), None)
        assert prefixed or re.search(asked, text), key


# -- any government's plan, the five, the baseline and one that nobody has ---

MOXIAN = """\
code = "moxian"
title = "某县全面推行三项制度实施方案"
extends = "national"
[act_families]
value = ["penalty", "inspection"]
rule = "PLAN-16"
from = "方案一"
[review_all]
value = ["inspection"]
rule = "REV-GENERAL"
from = "方案三（二）"
[decide_days]
value = 60
rule = "PEN-14"
from = "方案四"
"""
EVERY = {**POLICIES, "moxian": from_text(MOXIAN)}
EACH_PLAN = pytest.mark.parametrize("policy", EVERY.values(), ids=EVERY.keys())


@EACH_PLAN
def test_no_plan_relaxes_an_article(policy: Policy) -> None:
    for key in KEYS:
        assert KEYS[key].wrong(plain(policy, key)) is None, key


@EACH_PLAN
def test_a_plan_opens_the_kinds_of_its_families_and_no_others(policy: Policy) -> None:
    for code in KINDS:
        family = family_of(code)
        # An agency owes its reply to a reconsideration under any plan (复议法第四十八条).
        owed = code == "reconsideration.reply"
        assert policy.enables(code) is (owed or not family or family in policy.act_families)
        assert bool(policy.opening_refusals(code)) is not policy.enables(code)


@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES.keys())
def test_what_a_plan_says_can_be_written_down_and_read_back(policy: Policy) -> None:
    """A version of a plan that ships is a profile that passes the check."""
    changed = changes(policy, {"archive_days": 7, "review_kinds": []})
    text = write(
        policy, changed, base=policy.code, version=3, title="某县“方案”", clause="三（二）"
    )
    made = from_text(text)
    assert (made.code, made.title) == (f"{policy.code}@3", "某县“方案”")
    assert (made.archive_days, made.review_kinds) == (7, ())
    assert made.sources["archive_days"].note == "三（二）"
    assert {key for key in KEYS if plain(made, key) != plain(policy, key)} == {
        "archive_days",
        "review_kinds",
    }


BOUNDED = [(key.name, key.shape) for key in KEYS.values() if isinstance(key.shape, Whole)]


@pytest.mark.parametrize(("name", "shape"), BOUNDED, ids=[name for name, _ in BOUNDED])
def test_each_bound_on_both_sides(name: str, shape: Whole) -> None:
    """What the article allows at its edge is allowed; one step over it is refused with the rule."""
    edges = [(shape.most, 1), (shape.least, -1), (shape.exact, 1), (shape.exact, -1)]
    for edge, step in edges:
        if edge is not None:
            assert value_fault(name, edge) is None
            fault = value_fault(name, edge + step)
            assert fault is not None
            assert (fault.problem, fault.reason.rule.code) == ("relaxes", KEYS[name].rule)
            assert fault.floor == shape.floor
    below = value_fault(name, shape.from_ - 1)
    assert below is not None
    assert below.problem == "shape"


def test_a_stored_version_stays_readable() -> None:
    """A key the software forgot, and a value that a later article forbids, don't brick a File."""
    text = (
        f'{CHILD}[long_gone]\nvalue = 1\nrule = "X"\n[decide_days]\nvalue = 95\nrule = "PEN-14"\n'
    )
    assert from_stored(text).decide_days == 95
    with pytest.raises(Refused):
        from_text(text)
