"""The reader's choice of text size, for every face; and the gallery while developing."""

from __future__ import annotations

from django.conf import settings
from django.urls import path

from xiezhi.ui import views

app_name = "ui"
urlpatterns = [path("look/", views.look, name="look")]
if settings.DEBUG or getattr(settings, "ENV", "") == "test":
    urlpatterns.append(path("", views.gallery, name="gallery"))
