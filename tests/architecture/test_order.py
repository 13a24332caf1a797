"""Later may know earlier; earlier never knows later."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from django.apps import apps
from django.db import models

from tests.architecture.house import ROOT, SOURCE, context_of, order, rank


def relations() -> list[models.ForeignKey[models.Model, models.Model]]:
    found = []
    for model in apps.get_models():
        if model.__module__.startswith("xiezhi."):
            found += [f for f in model._meta.get_fields() if isinstance(f, models.ForeignKey)]
    return found


def crossing() -> list[models.ForeignKey[models.Model, models.Model]]:
    return [field for field in relations() if home(field) != target(field)]


def home(field: models.ForeignKey[models.Model, models.Model]) -> str:
    return context_of(field.model.__module__)


def target(field: models.ForeignKey[models.Model, models.Model]) -> str:
    other = field.remote_field.model.__module__
    return context_of(other) if other.startswith("xiezhi.") else ""


def test_imports_follow_the_procedure() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    ran = subprocess.run([program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


def test_every_folder_says_when_it_happens() -> None:
    folders = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    assert folders <= {name for layer in order() for name in layer}


def test_foreign_keys_point_to_the_same_or_an_earlier_context() -> None:
    known = [field for field in crossing() if target(field)]
    forward = [field for field in known if rank(target(field)) >= rank(home(field))]
    assert not forward


def test_foreign_keys_between_contexts_protect_and_leave_no_name() -> None:
    """Nothing of an earlier context can vanish under a later one, nor see it."""
    for field in crossing():
        assert field.remote_field.on_delete is models.PROTECT, field
        assert field.remote_field.related_name == "+", field


def test_contexts_have_no_many_to_many_of_their_own() -> None:
    """A relation is a fact with a date and an author: it gets a table with a name."""
    for model in apps.get_models():
        if model.__module__.startswith("xiezhi."):
            assert not model._meta.local_many_to_many, model
