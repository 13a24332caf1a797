"""Ids that sort by the time at which they were made (UUID version 7, RFC 9562).

What is written together then lies together in every index: with ids made by chance alone, each
row of an act touches another page of each index, and the database writes all of them to its log.
"""

from __future__ import annotations

import secrets
import time
import uuid


def new_id() -> uuid.UUID:
    """48 bits of milliseconds, 74 bits of chance, the rest says that it is of this kind."""
    milliseconds = time.time_ns() // 1_000_000
    chance = secrets.randbits(74)
    high = milliseconds << 16 | 0x7000 | chance >> 62
    return uuid.UUID(int=high << 64 | 0x8 << 60 | chance & (1 << 62) - 1)
