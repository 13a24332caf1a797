"""A prepared query answers with what the library would answer, object for object."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Model, QuerySet
from django.db.models.signals import post_init, pre_init

from tests.builders import Bureau, a_bureau, a_case
from xiezhi.casework.models import Case, Party
from xiezhi.identity.inserts import Insert
from xiezhi.identity.models import Account, Organ
from xiezhi.identity.prepared import Among, Prepared, Slot, together
from xiezhi.record.models import Duty, Entry, File, Material, Participant

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau() -> Bureau:
    return a_bureau()


def said(one: Any, depth: int = 3) -> dict[str, Any]:
    """The columns of an object, its state, and the objects read along with it."""
    columns = {f.attname: getattr(one, f.attname) for f in one._meta.concrete_fields}
    along = {
        name: said(other, depth - 1) if other is not None and depth else other
        for name, other in one._state.fields_cache.items()
        if not isinstance(other, Model) or other is not one
    }
    return {**columns, "_adding": one._state.adding, "_db": one._state.db, "_along": along}


QUERIES: dict[str, Any] = {
    "accounts": lambda: Account.objects.select_related("person", "unit__parent__parent"),
    "files": lambda: File.objects.select_related("agency__parent", "unit"),
    "participants": lambda: Participant.objects.select_related("person"),
    "entries": lambda: Entry.objects.select_related("actor__person"),
    "materials": lambda: Material.objects.select_related("blob"),
    "organs": lambda: Organ.objects.select_related("parent"),
    "duties": lambda: Duty.objects.select_related("person", "file__agency"),
}


@pytest.mark.parametrize("name", QUERIES)
def test_the_same_objects(bureau: Bureau, name: str) -> None:
    a_case(bureau).filed()

    def make() -> QuerySet[Any, Any]:
        found: QuerySet[Any, Any] = QUERIES[name]().order_by("pk")
        return found

    expected, found = list(make()), Prepared(make).all()
    assert expected
    assert [said(one) for one in found] == [said(one) for one in expected]
    assert [type(one) for one in found] == [type(one) for one in expected]
    again = type(found[0])._default_manager.get(pk=found[0].pk)
    assert found[0] == again
    assert hash(found[0]) == hash(again)
    found[0].refresh_from_db()


def test_nobody_listens_to_the_making_of_objects() -> None:
    """`Prepared` makes objects without telling listeners: there are none to tell."""
    for model in (Account, File, Participant, Entry, Material, Organ, Duty, Case, Party):
        assert not pre_init.has_listeners(model)
        assert not post_init.has_listeners(model)
        assert model.__init__ is Model.__init__
        assert all("from_db" not in vars(kind) for kind in model.__mro__ if kind is not Model)


def test_one_of_a_list(bureau: Bureau) -> None:
    files = [a_case(bureau).registered().file.pk for _ in range(3)]
    asked = Prepared(lambda: File.objects.filter(Among("pk", Slot("files"))).order_by("pk"))
    for wanted in ([], files[:1], files):
        assert [file.pk for file in asked.all(files=wanted or [uuid.uuid4()])] == sorted(wanted)


def a_file(bureau: Bureau, n: int) -> File:
    return File(
        agency=bureau.agency,
        unit=bureau.unit,
        kind="penalty.general",
        version="2021",
        policy="S1",
        number=f"安〔2026〕{n}号",
        title="试",
        opened_on=dt.date(2026, 3, 2),
    )


def a_matter(file: File) -> Case:
    return Case(file=file, cause="试", source="report", found_on=file.opened_on, brief="试")


def test_rows_are_written_as_the_library_writes_them(bureau: Bureau) -> None:
    files = [a_file(bureau, n) for n in range(3)]
    Insert(File).create(files)
    assert list(File.objects.order_by("number")) == files
    parties = [Party(file=f, kind="legal_person", name=f"第{n}") for n, f in enumerate(files)]
    writing = Insert(Party)
    writing.create(parties[:2])
    writing.create(parties[2:])
    writing.create([])
    for party in parties:
        assert said(party)["_adding"] is False
        stored = Party.objects.get(pk=party.pk)
        assert {f.attname: getattr(party, f.attname) for f in Party._meta.concrete_fields} == {
            f.attname: getattr(stored, f.attname) for f in Party._meta.concrete_fields
        }


def test_rows_of_several_tables_are_told_and_stand_there_by_the_end(bureau: Bureau) -> None:
    file = a_file(bureau, 1)
    party = Party(file=file, kind="legal_person", name="甲")
    with transaction.atomic():
        Insert(File).told([file])
        Insert(Case).told([a_matter(file)])
        Insert(Party).told([party])
        assert said(party)["_adding"] is False
        assert not party.pk, "nobody asked for its number"
    assert Case.objects.get(pk=file.pk).cause == "试"
    assert Party.objects.get(file=file).name == "甲"


def test_nothing_that_was_told_is_written_if_one_is_refused(bureau: Bureau) -> None:
    file = a_file(bureau, 1)
    wrong = Party(file=file, kind="legal_person", name=None)  # type: ignore[misc]

    def tell() -> None:
        with transaction.atomic():
            Insert(File).told([file])
            Insert(Party).told([wrong])
            Insert(Case).create([a_matter(file)])

    with pytest.raises(IntegrityError):
        tell()
    assert not File.objects.filter(pk=file.pk).exists()


NEW: dict[str, Any] = {
    "a duty": (Duty, {"act": "a", "role": "handler", "person_id": None, "why": "因为"}),
    "an entry": (Entry, {"actor": None, "kind": "a.b", "body": "{}"}),
    "a material": (Material, {"seq": 1, "kind": Material.Kind.DOCUMENT, "code": "c", "blob": None}),
    "a participant": (Participant, {"capacity": "handler"}),
    "a party": (Party, {"kind": "legal_person", "name": "甲"}),
}


@pytest.mark.parametrize("name", NEW)
def test_a_new_row_is_what_the_model_makes(bureau: Bureau, name: str) -> None:
    model, values = NEW[name]
    values = {**values, "file": a_file(bureau, 1)}
    made, expected = Insert(model).new(**values), model(**values)
    kept = [f for f in model._meta.concrete_fields if not getattr(f, "generated", False)]
    own = {field.attname for field in kept if field.has_default()}
    for field in kept:
        if field.attname not in own or field.name in values:
            assert getattr(made, field.attname) == getattr(expected, field.attname)
        assert type(getattr(made, field.attname)) is type(getattr(expected, field.attname))
    assert made._state.adding
    assert made.file is expected.file
    with pytest.raises(KeyError):
        Insert(model).new(nothing=1)


def test_rows_are_written_in_portions(bureau: Bureau) -> None:
    file = a_case(bureau).registered().file
    Insert(Party).create(
        [Party(file=file, kind="legal_person", name=f"第 {n} 个") for n in range(120)]
    )
    assert Party.objects.filter(file=file, name__startswith="第").count() == 120


def test_several_questions_at_once(bureau: Bureau) -> None:
    file = a_case(bureau).registered().file
    parties = Prepared(lambda: Party.objects.filter(file=Slot("file")))
    entries = Prepared(lambda: Entry.objects.filter(file=Slot("file")).values_list("seq", "kind"))
    found, rows = together((parties, {"file": file.pk}), (entries, {"file": file.pk}))
    assert [said(one) for one in parties.objects(found)] == [
        said(one) for one in Party.objects.filter(file=file)
    ]
    assert rows == [(1, "casework.register_clue")]
