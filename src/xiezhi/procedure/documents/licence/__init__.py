"""Documents of licensing (行政许可): every one of the law reference 4.1 for this act."""

from __future__ import annotations

from xiezhi.procedure.documents.licence import (
    accepting,
    applying,
    deciding,
    examining,
    hearing,
    taking,
)

KINDS = (
    *applying.KINDS,
    *accepting.KINDS,
    *examining.KINDS,
    *hearing.KINDS,
    *deciding.KINDS,
    *taking.KINDS,
)
