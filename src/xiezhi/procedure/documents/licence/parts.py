"""Fields that the documents of licensing share."""

from __future__ import annotations

from xiezhi.procedure.documents.model import Field, FieldKind
from xiezhi.procedure.documents.vocabulary import (
    BASIS,
    CAUSE,
    FOUND_ON,
    FULL_NAME,
    PARTY,
    REMEDIES,
    day,
    flag,
    long,
    must,
    named,
    number,
    text,
)

APPLICANT = named(PARTY, "party", "申请人")
LICENSEE = named(PARTY, "party", "被许可人")
ITEM = named(CAUSE, "cause", "许可事项")
CAME_ON = named(FOUND_ON, "found_on", "收到申请日期")
PAPERS = long("papers", "提交的申请材料", help="一行一份，写明名称和份数。")
AGENT = text("agent", "代理人")
LEGAL_BASIS = named(BASIS, "basis", "依据的法律、法规、规章")

#: 信用中国 record XK_XKLB.
CATEGORY = Field(
    "licence_category",
    "许可类别",
    FieldKind.CHOICE,
    options=(
        ("ordinary", "普通"),
        ("franchise", "特许"),
        ("accreditation", "认可"),
        ("approval", "核准"),
        ("registration", "登记"),
        ("other", "其他"),
    ),
)
APPLIED_BY = Field(
    "applied_by",
    "提出申请的方式",
    FieldKind.CHOICE,
    options=(
        ("window", "办事窗口"),
        ("online", "网上申请"),
        ("mail", "信函"),
        ("other", "传真、电子邮件等其他方式"),
    ),
)
JOINT_MODE = Field(
    "joint_mode",
    "办理方式",
    FieldKind.CHOICE,
    options=(
        ("unified", "一个部门受理、转告有关部门后统一办理"),
        ("joint", "有关部门联合办理"),
        ("central", "集中办理"),
    ),
)
DEPARTMENTS = text("departments", "参加办理的部门")
CHANGE_KIND = Field(
    "change_kind",
    "申请的内容",
    FieldKind.CHOICE,
    options=(("change", "变更许可事项"), ("transfer", "转让许可")),
)
CHANGED_FROM = long("changed_from", "变更（转让）前")
CHANGED_TO = long("changed_to", "变更（转让）后")
TRANSFEREE = text("transferee", "受让人")
TRANSFEREE_CODE = text(
    "transferee_code", "受让人统一社会信用代码", help="受让人是法人、其他组织、个体工商户的填写。"
)
TRANSFER_BASIS = text(
    "transfer_basis", "可以转让的依据", help="写明准许转让的法律、法规名称和条款。"
)

CERTIFICATE_TITLE = text("certificate_title", "许可证件名称")
CERTIFICATE_NUMBER = text("certificate_number", "许可证件编号")
EXPIRES_ON = day("expires_on", "原许可有效期届满日")
VALID_FROM = day("valid_from", "有效期自")
VALID_TO = day("valid_to", "有效期至")
UNLIMITED = flag("unlimited", "长期有效")
SCOPE = long("scope", "许可内容")
CONDITIONS = long("conditions", "许可的条件和要求")
HEARING_SAID = long("hearing_said", "听证情况和听证意见的采纳")

ACCEPTED_ON = day("accepted_on", "受理日期")
PROMISED_DAYS = number("promised_days", "承诺办理时限（工作日）")

HELD = must(LICENSEE, "LIC-STATE", "", FULL_NAME)
ASKED_BY = must(APPLICANT, "LIC-APPLY", "", FULL_NAME)
PUBLICITY = long("publicity", "公示告知")


def remedies(rule: str) -> Field:
    """救济途径, demanded by this rule."""
    return must(REMEDIES, rule, "申请行政复议、提起行政诉讼的途径和期限")
