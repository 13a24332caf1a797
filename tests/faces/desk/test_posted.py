"""What comes by post after its term: the page asks for the postmark and takes it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.builders import Bureau, a_case
from xiezhi.identity.models import Account

pytestmark = pytest.mark.django_db


@pytest.mark.rule("CAL-3")
def test_a_request_that_comes_late_is_taken_by_its_postmark(
    bureau: Bureau, as_: Callable[[Account], Client]
) -> None:
    today = timezone.localdate()
    story = a_case(bureau, day=today - dt.timedelta(days=40), fine="120000").noticed()
    last = story.stands().calendar.add_working_days(story.day, 5)
    assert last < today
    client = as_(bureau.handler)
    address = reverse("desk:act", args=[story.file.pk, "casework.request_hearing"])
    assert "交邮日期" in client.get(address).content.decode(), "the form opens after the term"
    said = {"on": today.isoformat(), "reason": "数额过高。"}
    for posted in ("", (last + dt.timedelta(days=1)).isoformat()):
        refused = client.post(address, {**said, "posted_on": posted})
        assert refused.status_code == 422
        assert "期满前交邮的，填写交邮日期" in refused.content.decode()
    assert client.post(address, {**said, "posted_on": last.isoformat()}).status_code == 302
    assert story.stands(today).has("casework.request_hearing")
