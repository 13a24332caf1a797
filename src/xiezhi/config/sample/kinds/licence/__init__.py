"""Lives of licences: first licence, joint handling, renewal, change, taking away (许可法 2019)."""

from __future__ import annotations

from xiezhi.config.sample.kinds.licence.applications import CHANGE, JOINT, ORDINARY, RENEWAL
from xiezhi.config.sample.kinds.licence.taking import WITHDRAWAL

LIVES = (*ORDINARY, *JOINT, *RENEWAL, *CHANGE, *WITHDRAWAL)
