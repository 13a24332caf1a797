"""The side menu of the administration, in the order in which an agency is set up."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

_GROUPS = (
    (
        "机构和人员",
        (
            ("机构", "identity_organ", "account_tree"),
            ("人员", "identity_person", "person"),
            ("账号", "identity_account", "badge"),
            ("岗位", "identity_post", "assignment_ind"),
            ("接口令牌", "identity_token", "key"),
        ),
    ),
    (
        "权责",
        (
            ("执法人员", "registry_officer", "local_police"),
            ("执法事项", "registry_item", "list_alt"),
            ("裁量基准", "registry_benchmark", "balance"),
            ("市场主体", "registry_marketentity", "storefront"),
        ),
    ),
    (
        "法律和日历",
        (
            ("法律法规", "registry_law", "menu_book"),
            ("条文", "registry_article", "article"),
            ("休息日安排", "record_calendaryear", "calendar_month"),
        ),
    ),
)


def registers(_request: HttpRequest) -> list[dict[str, Any]]:
    """Groups of links; whether a page opens is the page's own business."""
    return [
        {
            "title": title,
            "separator": True,
            "items": [
                {"title": label, "icon": icon, "link": reverse(f"admin:{name}_changelist")}
                for label, name, icon in links
            ],
        }
        for title, links in _GROUPS
    ]
