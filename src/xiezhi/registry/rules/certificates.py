"""Is a certificate good for this act: that day, that agency, that place, that kind of act?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

#: Act kinds as certificates print them in 执法类别, besides fields such as 市场监管.
ACT_LABELS = {
    "penalty": "行政处罚",
    "licence": "行政许可",
    "coercion": "行政强制",
    "levy": "行政征收",
    "charge": "行政收费",
    "inspection": "行政检查",
    "confirmation": "行政确认",
}


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a certificate says, as the rule sees it. An empty territory is the whole country."""

    valid_from: dt.date
    valid_until: dt.date
    status: str
    status_since: dt.date | None
    territory: str
    categories: Sequence[str]
    agency_path: str


def region_prefix(region: str) -> str:
    """The digits a division shares with all below it: 340700 → 3407."""
    while len(region) > 2 and region.endswith("00"):
        region = region[:-2]
    return region


def fault(
    certificate: Certificate,
    *,
    day: dt.date,
    agency_path: str | None = None,
    region: str | None = None,
    category: str = "",
) -> str:
    """Why the certificate doesn't carry an act on that day; empty when it does.

    A question left out isn't asked; asked and unanswered (an agency without a region) is a fault.
    """
    if not certificate.valid_from <= day <= certificate.valid_until:
        return f"有效期为 {certificate.valid_from} 至 {certificate.valid_until}"
    since = certificate.status_since
    if certificate.status != "valid" and (since is None or since <= day):
        return "已暂扣" if certificate.status == "suspended" else "已注销"
    if agency_path is not None and not certificate.agency_path.startswith(agency_path):
        return "不是本机关的执法证件"
    if region is not None and not _in_territory(certificate.territory, region):
        return f"执法区域是 {certificate.territory}，不含 {region or '（机关没有登记行政区划）'}"
    if category and not covers(certificate.categories, category):
        return f"执法类别是{'、'.join(certificate.categories) or '（没有登记）'}"
    return ""


def covers(categories: Sequence[str], wanted: str) -> bool:
    """Is a field (市场监管) or an act kind (penalty) within the certificate's categories?

    A certificate that names fields only isn't limited to kinds of act, and the other way round;
    one that names nothing covers nothing.
    """
    if "综合" in categories or wanted in categories:
        return True
    acts = {label for label in ACT_LABELS.values() if label in categories}
    if wanted in ACT_LABELS:
        return ACT_LABELS[wanted] in acts if acts else bool(categories)
    return bool(categories) and len(acts) == len(set(categories))


def _in_territory(territory: str, region: str) -> bool:
    return bool(region) and region.startswith(region_prefix(territory) if territory else "")
