"""The desk. Every view says who may come in; what it shows starts from `visible_to`."""

from __future__ import annotations

from django.urls import path

from xiezhi.faces.desk.views import (
    account,
    acts,
    begin,
    case,
    files,
    limits,
    papers,
    plan,
    publish,
    received,
    review,
    supervision,
    wording_editing,
    wordings,
    work,
)
from xiezhi.record import views as record

app_name = "desk"
urlpatterns = [
    path("", work.work, name="work"),
    path("new/", begin.begin, name="begin"),
    path("new/<str:name>/", acts.open_file, name="open"),
    path("files/", files.files, name="files"),
    path("files/export.<slug:form>", files.export, name="export"),
    path("received/", received.received, name="received"),
    path("files/<uuid:pk>/", case.case, name="case"),
    path("files/<uuid:pk>/papers/", papers.papers, name="papers"),
    path("files/<uuid:pk>/papers/<uuid:material>/", papers.material, name="material"),
    path("files/<uuid:pk>/papers/<uuid:material>/document.pdf", record.document, name="pdf"),
    path("files/<uuid:pk>/papers/<uuid:material>/original", record.original, name="original"),
    path("files/<uuid:pk>/volumes/<slug:name>.pdf", record.volume, name="volume"),
    path("files/<uuid:pk>/package.zip", record.package, name="package"),
    path("files/<uuid:pk>/record/", papers.record, name="record"),
    path("files/<uuid:pk>/record/<int:seq>/proof.json", record.proof, name="proof"),
    path("files/<uuid:pk>/limits/", limits.limits, name="limits"),
    path("files/<uuid:pk>/review/", review.bench, name="bench"),
    path("files/<uuid:pk>/acts/<str:name>/", acts.act, name="act"),
    path("kinds/<str:code>/", limits.kind, name="kind"),
    path("review/", review.review, name="review"),
    path("publish/", publish.publish, name="publish"),
    path("documents/", papers.documents, name="documents"),
    path("wordings/", wordings.index, name="wordings"),
    path("wordings/<int:organ>/", wordings.overview, name="wordings_of"),
    path("wordings/<int:organ>/<str:code>/", wordings.document, name="wording"),
    path("wordings/<int:organ>/<str:code>/sample.pdf", wordings.sample, name="wording_sample"),
    path("wordings/<int:organ>/<str:code>/compare/", wordings.compare, name="wording_compare"),
    path("wordings/<int:organ>/<str:code>/edit/", wording_editing.edit, name="wording_edit"),
    path("wordings/<int:organ>/<str:code>/preview/", wording_editing.look, name="wording_look"),
    path("wordings/<int:organ>/<str:code>/draft.pdf", wording_editing.draft, name="wording_draft"),
    path("wordings/<int:organ>/<str:code>/save/", wording_editing.save, name="wording_save"),
    path(
        "wordings/<int:organ>/<str:code>/discard/", wording_editing.discard, name="wording_discard"
    ),
    path("supervision/", supervision.supervision, name="supervision"),
    path("plan/", plan.index, name="plans"),
    path("plan/<int:organ>/", plan.plan, name="plan"),
    path("plan/<int:organ>/edit/", plan.edit, name="plan_edit"),
    path("account/", account.account, name="account"),
]
