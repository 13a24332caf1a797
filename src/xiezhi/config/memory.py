"""What one process remembers for a while: the objects themselves, not copies of them.

The library's own memory pickles whatever it keeps; reading a list of agencies back cost more than
asking the database for it.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache


@dataclass
class _Store:
    """One for all threads: Django makes a backend for each of them."""

    kept: OrderedDict[str, tuple[float | None, Any]] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)


_stores: dict[str, _Store] = {}


class Objects(BaseCache):
    """Bounded by time and by number; what was not asked for longest goes first.

    Nobody changes what he is given: everybody else is given the same.
    """

    def __init__(self, name: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._most: int = params.get("OPTIONS", {}).get("MAX_ENTRIES", 300)
        self._store = _stores.setdefault(name, _Store())

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        key = self.make_key(key, version)
        with self._store.lock:
            until, value = self._store.kept.get(key, (0.0, None))
            if until is not None and until <= time.time():
                self._store.kept.pop(key, None)
                return default
            self._store.kept.move_to_end(key)
            return value

    def set(
        self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        key = self.make_key(key, version)
        with self._store.lock:
            self._store.kept[key] = (self.get_backend_timeout(timeout), value)
            self._store.kept.move_to_end(key)
            while len(self._store.kept) > self._most:
                self._store.kept.popitem(last=False)

    def add(
        self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        free = not self.has_key(key, version)
        if free:
            self.set(key, value, timeout, version)
        return free

    def touch(self, key: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        known = self.has_key(key, version)
        if known:
            self.set(key, self.get(key, None, version), timeout, version)
        return known

    def delete(self, key: Any, version: int | None = None) -> bool:
        with self._store.lock:
            return self._store.kept.pop(self.make_key(key, version), None) is not None

    def clear(self) -> None:
        with self._store.lock:
            self._store.kept.clear()
