"""Addresses of stylesheets and scripts: the library's, made once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.test import override_settings
from whitenoise.storage import CompressedManifestStaticFilesStorage

from xiezhi.config.static import Storage


@override_settings(STATIC_URL="/static/", DEBUG=False)
def test_an_address_is_the_librarys_and_made_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = {"ui/xiezhi.css": "ui/xiezhi.0123456789ab.css"}
    told = {"version": "1.1", "hash": "x", "paths": paths}
    (tmp_path / "staticfiles.json").write_text(json.dumps(told))
    asked: list[str] = []
    library = CompressedManifestStaticFilesStorage.url

    def url(self: Storage, name: str, force: bool = False) -> str:
        asked.append(name)
        made: str = library(self, name, force)
        return made

    monkeypatch.setattr(CompressedManifestStaticFilesStorage, "url", url)
    storage = Storage(location=tmp_path, base_url="/static/")
    found = [storage.url("ui/xiezhi.css") for _ in range(2)]
    assert found == ["/static/ui/xiezhi.0123456789ab.css"] * 2
    assert asked == ["ui/xiezhi.css"]
    with pytest.raises(ValueError, match="Missing"):
        storage.url("ui/nothing.css")
