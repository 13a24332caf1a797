"""我的账号: who I am here, and how my pages look."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from xiezhi.faces.desk.frame import page, who
from xiezhi.identity.access import account_of, staff
from xiezhi.ui.face import Filter
from xiezhi.ui.text import cndate

_LOOKS = (
    ("theme", "light", "浅色"),
    ("theme", "dark", "深色"),
    ("text", "standard", "标准字号"),
    ("text", "elder", "大字号"),
)


@require_safe
@staff
def account(request: HttpRequest) -> HttpResponse:
    """Open to everyone with an account: his own."""
    me = account_of(request)
    said = who(me)
    posts = [
        (post.get_role_display(), f"{post.organ.name}，{cndate(post.since)}起" + _until(post.until))
        for post in me.posts_on(timezone.localdate())
    ]
    context = {
        "facts": [
            ("姓名", said.person),
            ("账号", me.username),
            ("机构", said.agency),
            ("科室", said.unit),
            ("证件", said.certificate),
        ],
        "posts": posts,
        "themes": _looks(request, "theme", "light"),
        "texts": _looks(request, "text", "standard"),
        "security": _links(),
    }
    return page(request, "account.html", context, tab="account")


def _until(day: object) -> str:
    return f"，至 {day}" if day else ""


def _looks(request: HttpRequest, name: str, usual: str) -> list[Filter]:
    chosen = request.COOKIES.get(name, usual)
    here = reverse("desk:account")
    return [
        Filter(
            label,
            f"{reverse('ui:look')}?{urlencode({key: value, 'next': here})}",
            None,
            value == chosen,
        )
        for key, value, label in _LOOKS
        if key == name
    ]


def _links() -> list[tuple[str, str]]:
    """Password and second factor, as far as the deployment offers them."""
    found = []
    for label, name in (("修改密码", "account_change_password"), ("动态口令", "mfa_index")):
        try:
            found.append((label, reverse(name)))
        except NoReverseMatch:
            continue
    return found
