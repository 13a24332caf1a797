"""The public site. Every address is open to everyone and only reads."""

from __future__ import annotations

from django.urls import path

from xiezhi.faces.portal import calculator, feeds, lists, procedures, proofs, views

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.results, name="results"),
    path("p/<slug:uid>/", views.decision, name="decision"),
    path("p/<slug:uid>/page.json", proofs.page_bytes, name="page"),
    path("p/<slug:uid>/proof.json", proofs.proof, name="proof"),
    path("account/", views.account, name="account"),
    path("remedies/", views.remedies, name="remedies"),
    path("contact/", views.contact, name="contact"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("verify/", proofs.verify, name="verify"),
    path("verify/method/", proofs.method, name="method"),
    path("verify/check.py", proofs.script, name="script"),
    path("d/<slug:code>/", proofs.document, name="document"),
    path("checkpoint", proofs.log, {"path": "checkpoint"}, name="checkpoint"),
    path("tile/<path:rest>", proofs.tile, name="tile"),
    path("feed/", feeds.everything, name="feed"),
    path("feed/<int:agency>/", feeds.of_agency, name="feed-agency"),
    path("data/", lists.data, name="data"),
    path("lists/", lists.index, name="lists"),
    path("agencies/", lists.agencies, name="agencies"),
    path("agencies/<int:pk>/", lists.agency, name="agency"),
    path("officers/", lists.officers, name="officers"),
    path("items/", lists.items, name="items"),
    path("items/<int:pk>/", lists.item, name="item"),
    path("laws/", lists.laws, name="laws"),
    path("laws/<int:pk>/", lists.law, name="law"),
    path("benchmarks/", lists.benchmarks, name="benchmarks"),
    path("procedures/", procedures.index, name="procedures"),
    path("procedures/review/", procedures.review, name="procedures-review"),
    path("procedures/recordings/", procedures.recorded, name="procedures-recordings"),
    path("procedures/case-file/", procedures.case_file, name="procedures-file"),
    path("procedures/service-guide/", procedures.service_guide, name="procedures-guide"),
    path("procedures/<str:code>/", procedures.one, name="procedures-kind"),
    path("calculator/", calculator.calculator, name="calculator"),
]
