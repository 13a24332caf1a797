"""The engine named in `DATABASES`; see `django_database`."""

from __future__ import annotations

import select

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """Before each request Django asks the database `SELECT 1` on the connection it kept.

    A server that has gone away (restarted, or ended the session) has closed its end, and the
    socket says so without a question: nothing waits to be read on one that stands idle. Whatever
    does wait there is looked into as before.
    """

    def is_usable(self) -> bool:
        if self.connection is None or self.connection.closed:
            return False
        asked = select.poll()
        asked.register(self.connection.fileno(), select.POLLIN)
        return not asked.poll(0) or super().is_usable()
