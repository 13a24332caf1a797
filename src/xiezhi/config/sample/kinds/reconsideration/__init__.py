"""Reconsiderations, told from both sides."""

from xiezhi.config.sample.kinds.model import Life
from xiezhi.config.sample.kinds.reconsideration import body, reply

LIVES: tuple[Life, ...] = (*body.LIVES, *reply.LIVES)
