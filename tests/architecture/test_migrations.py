"""Migrations are reviewed as law: they say all that changed, and they never delete facts."""

from __future__ import annotations

import re

import pytest
from django.core.management import call_command

from tests.architecture.house import ROOT, SOURCE

DELETES = re.compile(
    r"\b(DeleteModel|RemoveField)\(|\b(DROP\s+TABLE|DROP\s+COLUMN|TRUNCATE\s+TABLE|DELETE\s+FROM)\b",
    re.IGNORECASE,
)


@pytest.mark.django_db
def test_no_model_changed_without_its_migration() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=1)


def test_migrations_delete_no_facts() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in sorted(SOURCE.rglob("migrations/*.py"))
        for match in DELETES.finditer(path.read_text())
    ]
    assert not found
