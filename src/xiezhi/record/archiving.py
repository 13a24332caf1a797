"""归档: the finished case file is complete, gets its number, and is nobody's to work on any more.

The act only judges and writes down. Binding the volumes is work for later (`binding.py`): the
same record gives the same bytes whenever they are made.
"""

from __future__ import annotations

import datetime as dt

from xiezhi.identity.models import Account
from xiezhi.procedure.citations import Reason, Refused
from xiezhi.procedure.documents import missing
from xiezhi.procedure.documents.completeness import TOGETHER
from xiezhi.record.actions import act
from xiezhi.record.models import Entry, File, Material
from xiezhi.record.writing import next_number

SERIES = "归档"
#: 机关文件材料归档范围和文书档案保管期限规定: grave matters for good, ordinary ones 30 years.
RETENTION = {"penalty.general": "永久", "penalty.summary": "30年"}


def lacking(file: File) -> list[Reason]:
    """What the case file still lacks, each with its article.

    Which documents must lie together is declared with the documents: a case that was not filed,
    or ended without a penalty, needs others than one that was decided.
    """
    if file.kind not in TOGETHER:
        return []
    codes = Material.objects.filter(file=file).values_list("code", flat=True)
    return [
        Reason(rule=reason.rule, say=f"案卷不完整：{reason.say}。", todo=reason.todo)
        for reason in missing(file.kind, codes)
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
            "retention": RETENTION.get(file.kind, "30年"),
            "pieces": Material.objects.filter(file=file).count(),
        }
        writing.say(f"归档，归档号 {number}，{writing.body['pieces']} 件。")
    return writing.done()
