"""The PDF of a document: made once, on first need or by the worker, and always the same bytes.

An act never waits for the typesetter. Whoever asks first makes the rendition; of two who ask at
the same moment both make the same bytes and one row stays.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction

from xiezhi.procedure.documents import KINDS
from xiezhi.record import storage
from xiezhi.record.models import Blob, Entry, Material, Rendition
from xiezhi.record.typesetting import VERSION, Typeset, typeset
from xiezhi.record.wordings import kind_of

PDF = "application/pdf"


def verify_url(material: Material) -> str:
    """Where the code on a served document leads: its verification page on the public portal."""
    return f"{site_address()}/d/{material.digest[:20]}/"


def site_address() -> str:
    """The public site's address, without a slash at the end."""
    given = str(getattr(settings, "PUBLIC_ADDRESS", "") or "")
    if urlsplit(given).scheme in ("http", "https"):
        return given.rstrip("/")
    hosts = [h.lstrip(".") for h in settings.ALLOWED_HOSTS if h and h != "*"]
    return f"https://{hosts[0] if hosts else 'localhost'}"


def rendition_of(material: Material, version: str = VERSION) -> Rendition:
    """The rendition of a document in the layout it was first made with, made now if need be.

    Raises KeyError for a material that is no document of ours.
    """
    known = Rendition.objects.filter(material=material).select_related("blob").order_by("pk")
    return known.first() or _kept(material, made(material, version), version)


def made(material: Material, version: str = VERSION) -> Typeset:
    """The document laid out, not stored: at its head the agency, or in whose name it acted.

    A justice bureau reconsiders in the name of the government (复议法 art. 61).
    """
    kind = kind_of(material)
    return typeset(
        kind,
        material.values,
        agency_name=material.values.get("in_name_of") or material.file.agency.name,
        number=material.number,
        on=material.on,
        verify_url=verify_url(material) if kind.qr else None,
        version=version,
    )


def _kept(material: Material, done: Typeset, version: str) -> Rendition:
    stored = storage.store([done.pdf])
    with transaction.atomic():
        Blob.objects.bulk_create(
            [Blob(sha256=stored.sha256, size=stored.size, mime=PDF)], ignore_conflicts=True
        )
        Rendition.objects.bulk_create(
            [
                Rendition(
                    material=material, version=version, blob_id=stored.sha256, pages=done.pages
                )
            ],
            ignore_conflicts=True,
        )
    return Rendition.objects.select_related("blob").get(material=material, version=version)


class Following:
    """Renders the documents of new entries, so that they are there when somebody asks.

    It follows the ledger from where it stood when the worker began; what it misses is rendered
    on first need.
    """

    def __init__(self, back: int = 200) -> None:
        newest = Entry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        self.mark = newest - back

    def __call__(self, most: int = 20) -> int:
        """Render the documents of the next entries; how many entries were looked at."""
        found = Entry.objects.filter(pk__gt=self.mark).order_by("pk")
        entries = list(found.only("pk", "file_id", "seq")[:most])
        for entry in entries:
            documents = Material.objects.filter(
                file=entry.file_id, seq=entry.seq, code__in=list(KINDS)
            )
            for material in documents.select_related("file__agency"):
                rendition_of(material)
            self.mark = entry.pk
        return len(entries)
