"""Sessions are rows, so that one can be ended from the other side; every page reads one."""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.backends.db import SessionStore as Rows
from django.contrib.sessions.models import Session
from django.utils import timezone

from xiezhi.identity.prepared import Prepared, Slot

_SESSION = Prepared(
    lambda: Session.objects.filter(session_key=Slot("key"), expire_date__gt=Slot("now"))
)


class SessionStore(Rows):
    """Django's, with a prepared query. The class's name is part of what signs a session."""

    def _get_session_from_db(self) -> Any:
        found = _SESSION.first(key=self.session_key, now=timezone.now())
        if found is None:
            self._session_key = None
        return found
