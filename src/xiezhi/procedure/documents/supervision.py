"""Documents of enforcement supervision (行政执法监督): notice, opinion, decision (Decree 825).

Their names are confirmed, their wording isn't: what they must say follows the Shandong regulation,
which is provincial, and every rule cited here carries that status.
"""

from __future__ import annotations

from dataclasses import replace

from xiezhi.procedure.documents.model import (
    DocumentKind,
    End,
    Field,
    FieldKind,
    Form,
    Head,
    Layout,
    Lines,
    Para,
    Section,
    Signer,
    Text,
    Volume,
)
from xiezhi.procedure.documents.vocabulary import (
    BRIEF,
    CASE_NUMBER,
    CAUSE,
    FULL_NAME,
    PARTY,
    Options,
    day,
    flag,
    long,
    must,
    number,
    text,
)

SUPERVISED = replace(PARTY, label="被监督机关")
MATTER = replace(CAUSE, label="监督事项")
CLUE = replace(BRIEF, label="线索情况")

LEADS: Options = (
    ("complaint", "投诉举报"),
    ("file_review", "案卷评查"),
    ("spot_check", "抽查检查"),
    ("red_light", "红灯预警"),
    ("assigned", "上级交办"),
    ("transferred", "其他机关移送"),
    ("other", "其他线索"),
)
METHODS: Options = (
    ("files", "调阅执法案卷和材料"),
    ("questioning", "询问有关人员"),
    ("visit", "实地调查、勘验"),
    ("expert", "委托鉴定、评估、检测"),
    ("meeting", "听证会、专家论证会"),
)
#: What a supervision decision may order (Shandong, arts. 29 to 34).
DECISIONS: Options = (
    ("perform", "责令限期履行"),
    ("correct", "责令补正或者改正"),
    ("revoke", "撤销"),
    ("unlawful", "确认违法"),
    ("void", "确认无效"),
)
_ABOUT = (
    CASE_NUMBER,
    must(SUPERVISED, "SUV-2", "", FULL_NAME),
    must(MATTER, "SUV-2"),
)
_SUPERVISORS = (
    text("supervisor_one", "监督人员一"),
    text("certificate_one", "监督证件号一"),
    text("supervisor_two", "监督人员二"),
    text("certificate_two", "监督证件号二"),
)


def _letter(
    code: str,
    title: str,
    place: tuple[int, str],
    fields: tuple[Field, ...],
    body: tuple[Section, ...],
) -> DocumentKind:
    order, series = place
    return DocumentKind(
        f"supervision.{code}",
        title,
        Volume.OPEN,
        order,
        series=series,
        served=True,
        sealed=True,
        fields=(*_ABOUT, *fields),
        body=(Para("{party.name}：", indent=False), *body),
    )


LEAD = DocumentKind(
    "supervision.lead",
    "行政执法监督线索登记表",
    Volume.INTERNAL,
    1680,
    layout=Layout.FORM,
    fields=(
        *_ABOUT,
        must(Field("lead_kind", "线索来源", FieldKind.CHOICE, options=LEADS), "SUV-3"),
        must(CLUE, "SUV-3"),
        text("lead_case", "涉及的执法案件"),
    ),
    body=(
        Form((("case_number", "lead_kind"), ("party",), ("cause",), ("lead_case",), ("brief",))),
    ),
)

RECORD = DocumentKind(
    "supervision.record",
    "行政执法监督调查记录",
    Volume.INTERNAL,
    1681,
    layout=Layout.RECORD,
    fields=(
        *_ABOUT,
        *(must(field, "SUV-22") for field in _SUPERVISORS),
        must(flag("certificates_shown", "已出示行政执法监督证件"), "SUV-22"),
        must(Field("inquiry_method", "调查方式", FieldKind.CHOICE, options=METHODS), "SUV-23"),
        text("inquiry_of", "被调查的人员、案卷"),
        must(long("inquiry_result", "调查情况"), "SUV-23"),
    ),
    body=(
        Lines(("party", "cause")),
        Lines(("supervisor_one", "certificate_one", "supervisor_two", "certificate_two")),
        Lines(("certificates_shown", "inquiry_method", "inquiry_of")),
        Text("inquiry_result"),
        End(),
    ),
    signers=(Signer("asked", "被调查人"), Signer("supervisors", "监督人员")),
)

NOTICE = _letter(
    "notice",
    "行政执法监督通知书",
    (1680, "执监通"),
    (
        must(long("notice_said", "通知的事项和要求"), "SUV-2"),
        must(number("reply_days", "答复期限（日）"), "SUV-REPLY"),
    ),
    (
        Para("经初步了解，你单位在{cause}方面需要说明或者自查："),
        Text("notice_said"),
        Para("请自收到本通知书之日起**{reply_days:han}日内**书面答复本机关，并附有关案卷和材料。"),
    ),
)

OPINION = _letter(
    "opinion",
    "行政执法监督意见书",
    (1681, "执监意"),
    (
        must(long("problems", "违法或者不当的行政执法行为"), "SUV-28"),
        must(long("problem_basis", "认定的依据和理由"), "SUV-28"),
        must(long("correction_asked", "纠正的要求"), "SUV-28"),
    ),
    (
        Para("本机关对{cause}进行了监督，发现下列行政执法行为违法或者不当："),
        Text("problems"),
        Head("依据和理由"),
        Text("problem_basis"),
        Head("纠正的要求"),
        Text("correction_asked"),
        Para("请自收到本意见书之日起**三十日内**自行纠正，并将纠正情况书面报告本机关。"),
    ),
)

DECISION = _letter(
    "decision",
    "行政执法监督决定书",
    (1682, "执监决"),
    (
        text("opinion_number", "监督意见书文号"),
        must(
            Field("supervision_outcome", "决定种类", FieldKind.CHOICE, options=DECISIONS),
            "SUV-29",
        ),
        must(long("decision_facts", "认定的事实和依据"), "SUV-29"),
        must(long("decision_said", "决定的内容"), "SUV-29"),
        day("perform_by", "履行、改正的最后日期"),
    ),
    (
        Para(
            "在{cause}方面，你单位没有按照[[{opinion_number}]]《行政执法监督意见书》自行纠正。经查："
        ),
        Text("decision_facts"),
        Para("本机关决定：**{supervision_outcome}**。"),
        Text("decision_said"),
        Para("请于{perform_by}前履行、改正。"),
        Para("请自收到本决定书之日起**三十日内**，向本机关报告执行情况。"),
    ),
)

INTERVIEW = DocumentKind(
    "supervision.interview",
    "行政执法监督约谈记录",
    Volume.INTERNAL,
    1682,
    layout=Layout.RECORD,
    fields=(
        *_ABOUT,
        must(text("interviewed", "被约谈的负责人"), "SUV-26"),
        must(long("interview_said", "约谈内容"), "SUV-26"),
        must(long("interview_promised", "整改承诺"), "SUV-26"),
    ),
    body=(
        Lines(("party", "cause", "interviewed")),
        Head("约谈内容"),
        Text("interview_said"),
        Head("整改承诺"),
        Text("interview_promised"),
        End(),
    ),
    signers=(Signer("interviewed", "被约谈人"), Signer("supervisors", "监督人员")),
)

FOLLOW_UP = DocumentKind(
    "supervision.follow_up",
    "行政执法监督跟踪复查表",
    Volume.INTERNAL,
    1683,
    layout=Layout.FORM,
    fields=(
        *_ABOUT,
        must(long("followed_up", "复查情况"), "SUV-2"),
        must(flag("all_corrected", "已经全部纠正、执行"), "SUV-2"),
    ),
    body=(Form((("case_number",), ("party",), ("cause",), ("followed_up",), ("all_corrected",))),),
)

CORRECTIONS: Options = (("yes", "已经全部纠正"), ("partly", "部分纠正"), ("no", "没有纠正"))


def _answered(code: str, title: str, order: int, *said: Field) -> DocumentKind:
    """What the supervised agency answered: entered by itself on the platform, or from its paper."""
    return DocumentKind(
        f"supervision.{code}",
        title,
        Volume.OPEN,
        order,
        layout=Layout.FORM,
        fields=(*_ABOUT, *said),
        body=(Form((("case_number",), ("party",), ("cause",), *((f.name,) for f in said))),),
    )


REPLY = _answered(
    "reply",
    "监督通知书答复登记表",
    1683,
    must(long("agency_said", "答复的内容"), "SUV-2"),
)
CORRECTION = _answered(
    "correction",
    "自行纠正情况登记表",
    1684,
    must(Field("corrected", "纠正情况", FieldKind.CHOICE, options=CORRECTIONS), "SUV-28"),
    must(long("corrected_said", "纠正的措施和结果"), "SUV-28"),
)
EXECUTION = _answered(
    "execution",
    "监督决定执行情况登记表",
    1685,
    must(long("execution_said", "执行情况"), "SUV-29-2"),
)

KINDS = (
    *(LEAD, RECORD, NOTICE, OPINION, DECISION, INTERVIEW, FOLLOW_UP),
    *(REPLY, CORRECTION, EXECUTION),
)
