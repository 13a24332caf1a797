"""A twelfth act kind by declarations alone: its File is opened, reviewed, decided, archived."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.builders import Bureau
from tests.kinds import twelfth
from tests.kinds.test_lives import START, cast
from xiezhi.casework.forms.declared import form_for
from xiezhi.config.sample.kinds import telling
from xiezhi.decision.models import Decision
from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.declared import DECLARED
from xiezhi.procedure.documents import KINDS as DOCUMENTS
from xiezhi.procedure.families import FAMILIES
from xiezhi.procedure.kinds import KINDS
from xiezhi.record.actions import standing_of
from xiezhi.record.calendars import calendar_for
from xiezhi.record.models import Material
from xiezhi.record.renditions import rendition_of

NEW = {"award": "行政奖励"}


@pytest.fixture
def declared(monkeypatch: pytest.MonkeyPatch) -> None:
    """The kind in its tables, as a line in each of procedure's lists would put it there."""
    monkeypatch.setattr("xiezhi.procedure.review_grounds.FAMILIES", {**FAMILIES, **NEW})
    for act in twelfth.ACTS:
        monkeypatch.setitem(ACTS, act.name, act)
    for document in (twelfth.ASSESSMENT, twelfth.DECISION, twelfth.REFUSAL):
        monkeypatch.setitem(DOCUMENTS, document.code, document)
    award = twelfth.kind()
    monkeypatch.setitem(KINDS, award.code, award)
    for step in award.steps:
        if step.says:
            monkeypatch.setitem(DECLARED, step.act, step)
            monkeypatch.setitem(telling._FORMS, step.act, form_for(ACTS[step.act], step))


@pytest.mark.django_db
@pytest.mark.usefixtures("declared")
def test_a_new_act_kind_is_data(bureau: Bureau) -> None:
    calendar = calendar_for(bureau.agency.region)
    file = telling.tell(twelfth.LIFE, cast(bureau), START, calendar)
    standing = standing_of(file, today=dt.date(2026, 11, 20))
    assert standing.has("record.archive")
    decision = Decision.objects.get(file=file)
    assert (decision.outcome_label, decision.party_name) == (
        "给予奖励",
        "安澜市禾丰粮油商贸有限公司",
    )
    made = Material.objects.get(file=file, code="award.decision")
    assert made.values["merits"].startswith("主动报告"), "filled from the assessment"
    assert rendition_of(made).pages == 1
