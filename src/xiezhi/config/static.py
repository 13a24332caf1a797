"""Stylesheets, scripts and pictures under names that change with their content."""

from __future__ import annotations

from functools import lru_cache

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Storage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """The library's; an address, which never changes while a process runs, is made once."""

    @lru_cache(maxsize=1024)  # noqa: B019 -- there is one storage
    def url(self, name: str, force: bool = False) -> str:
        made: str = super().url(name, force)
        return made
