"""归档: the finished case file is complete, gets its number, and is nobody's to work on any more.

The act only judges and writes down. Binding the volumes is work for later (`binding.py`): the
same record gives the same bytes whenever they are made.
"""

from __future__ import annotations

import datetime as dt

from xiezhi.identity.models import Account
from xiezhi.procedure.citations import Reason, Refused
from xiezhi.procedure.documents.completeness import lacking as documents_lacking
from xiezhi.procedure.kinds import KINDS
from xiezhi.record.actions import act
from xiezhi.record.models import Entry, File, Material
from xiezhi.record.writing import next_number

SERIES = "归档"


def lacking(file: File) -> list[Reason]:
    """What the case file still lacks, each with its article.

    Which documents must lie together is declared with the documents: a case that was not filed,
    or ended without a penalty, needs others than one that was decided.
    """
    codes = Material.objects.filter(file=file).values_list("code", flat=True)
    return [
        Reason(rule=reason.rule, say=f"案卷不完整：{reason.say}。", todo=reason.todo)
        for reason in documents_lacking(KINDS[file.kind].together, codes)
    ]


def archive(file: File, *, by: Account, on: dt.date) -> Entry:
    """归档: refused while the case file lacks anything; numbered year + four-digit serial."""
    with act("record.archive", file, by=by, on=on) as writing:
        if reasons := lacking(file):
            raise Refused(reasons)
        serial = next_number(file.agency_id, on.year, SERIES)
        number = f"{on.year}{serial:04d}"
        writing.body |= {
            "archive_number": number,
            "retention": KINDS[file.kind].retention,
            "pieces": Material.objects.filter(file=file).count(),
        }
        writing.say(f"归档，归档号 {number}，{writing.body['pieces']} 件。")
    return writing.done()
