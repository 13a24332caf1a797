"""The app "ui": templates, tags and static files, no tables."""

from __future__ import annotations

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Stands before allauth and the admin, so that its templates win."""

    name = "xiezhi.ui"
    label = "ui"
    verbose_name = "界面"
