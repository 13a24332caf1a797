"""Published procedures: every step, limit and document of every act kind stands on its page."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
from django.test import Client

from xiezhi.procedure import guide, recordings
from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.charts import name_of
from xiezhi.procedure.documents import KINDS as DOCUMENTS
from xiezhi.procedure.documents import Volume
from xiezhi.procedure.gates import gates
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.policy import load
from xiezhi.procedure.review_grounds import CHECKLIST
from xiezhi.procedure.steps import ActKind

pytestmark = pytest.mark.django_db
PLAN = load("national")
EVERY = pytest.mark.parametrize("kind", guide.published(), ids=lambda kind: kind.code)


def words(client: Client, address: str) -> str:
    """What a page says, without its pictures: the text must be whole by itself."""
    answer = client.get(address)
    assert answer.status_code == 200
    page = re.sub(r"<svg.*?</svg>", "", answer.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", "", html.unescape(re.sub(r"<[^>]+>", "", page)))


def said(text: object) -> str:
    return re.sub(r"\s+", "", str(text))


@EVERY
def test_a_kind_is_whole_in_words(client: Client, kind: ActKind) -> None:
    page = words(client, f"/procedures/{kind.code}/")
    assert said(name_of(kind)) in page
    for stage in kind.stages:
        assert said(stage.label) in page
    for step in kind.steps:
        assert said(ACTS[step.act].label) in page
        for rule in gates(step):
            assert said(f"{rule.title}（{rule.cite}") in page
    for row in guide.limit_rows(kind, PLAN):
        for part in (row.limit.label, row.limit.trigger_label, row.length, row.limit.cite):
            assert said(part) in page
        assert said(row.status) in page
    for code in guide.paper_codes(kind):
        assert said(DOCUMENTS[code].title) in page
    for line in (*guide.review_rule(kind, PLAN), *guide.disclosure_rule(kind, PLAN)):
        assert said(line) in page


@EVERY
def test_a_kind_is_drawn_twice_with_a_name(client: Client, kind: ActKind) -> None:
    page = client.get(f"/procedures/{kind.code}/").content.decode()
    assert page.count('role="img"') >= 2
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert "style=" not in page


def test_the_list_leads_to_every_kind(client: Client) -> None:
    page = client.get("/procedures/").content.decode()
    for kind in guide.published():
        assert f'href="/procedures/{kind.code}/"' in page
    assert "/procedures/standing.register/" not in page


def test_a_file_that_is_no_procedure_has_no_page(client: Client) -> None:
    for code in ("standing.register", "nothing", "penalty"):
        assert client.get(f"/procedures/{code}/").status_code == 404


def test_recordings_list_the_steps_that_must_be_recorded(client: Client) -> None:
    page = words(client, "/procedures/recordings/")
    for kind in guide.published():
        for step, how in recordings.to_record(kind):
            assert said(ACTS[step.act].label) in page
            assert said(how.shows) in page
    assert "出处待核" in page, "what no source confirms says so"


def test_the_case_file_lists_papers_in_their_order(client: Client) -> None:
    page = words(client, "/procedures/case-file/")
    for kind in guide.published():
        listed = [paper for _volume, papers in guide.binding(kind) for paper in papers]
        bound = {code for code in guide.paper_codes(kind)
                 if DOCUMENTS[code].volume is not Volume.BINDING}  # fmt: skip
        assert {paper.code for paper in listed} == bound
        for _volume, papers in guide.binding(kind):
            assert [paper.order for paper in papers] == sorted(paper.order for paper in papers)
            numbered = "".join(f"{n}.{said(paper.title)}" for n, paper in enumerate(papers, 1))
            assert numbered in page


def test_the_review_page_has_points_and_kinds(client: Client) -> None:
    page = words(client, "/procedures/review/")
    for point in CHECKLIST:
        assert said(point.label) in page
    for kind in guide.published():
        assert said("".join(guide.review_rule(kind, PLAN))) in page


def test_the_service_guide_has_the_limits_of_licences(client: Client) -> None:
    page = words(client, "/procedures/service-guide/")
    licences = [kind for kind in KINDS.values() if kind.family == "licence"]
    for kind in licences:
        assert said(name_of(kind)) in page
    if not licences:
        assert "还没有公布许可的办理流程" in page


def test_a_promised_limit_is_shown_beside_the_legal_one() -> None:
    """承诺期限: a plan may be shorter than the law, and then both are said."""
    kind = KINDS["penalty.general"]
    rows = {row.limit.id: row for row in guide.limit_rows(kind, replace(PLAN, decide_days=60))}
    assert (rows["PEN-14"].length, rows["PEN-14"].statutory) == ("60 日", "90 日")
    assert rows["PEN-15"].statutory == ""
