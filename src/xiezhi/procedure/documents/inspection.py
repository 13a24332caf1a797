"""Documents of an inspection 行政检查 (law reference 4.1, 4.3, INS-6).

The seven forms of the Ministry of Justice, whose exact titles aren't confirmed, with the plan,
the order to correct and the re-check. The words of the "five prohibitions" aren't confirmed
either, so the notice says that they were handed over and doesn't repeat them.
"""

from __future__ import annotations

from xiezhi.procedure.documents.model import (
    Column,
    DocumentKind,
    Field,
    FieldKind,
    Form,
    Head,
    If,
    Layout,
    Para,
    Remedy,
    Signer,
    Text,
    Volume,
)
from xiezhi.procedure.documents.vocabulary import (
    AGENCY_ADDRESS,
    BASIS,
    CASE_NAME,
    CASE_NUMBER,
    CAUSE,
    CONTACT,
    CONTACT_PHONE,
    HEAD_OPINION,
    OFFICERS,
    PARTY,
    REMEDIES,
    WHERE,
    Options,
    day,
    flag,
    long,
    must,
    named,
    number,
    rows,
    text,
)

NAMED = ("name", "姓名或者名称")

CHECK_KINDS: Options = (
    ("daily", "日常检查"),
    ("special", "专项检查"),
    ("case", "个案检查"),
)
#: Where a task comes from. A draw 双随机 hands its batch over as `draw_number`.
TASK_SOURCES: Options = (
    ("plan", "年度检查计划"),
    ("random", "双随机抽取"),
    ("superior", "上级部署"),
    ("report", "投诉举报"),
    ("assigned", "转办交办"),
    ("monitoring", "数据监测"),
    ("follow_up", "跟踪复查"),
)
#: DR-9, not confirmed.
RESULTS: Options = (
    ("clean", "未发现问题"),
    ("not_published", "未按规定公示应当公示的信息"),
    ("concealed", "公示信息隐瞒真实情况、弄虚作假"),
    ("not_found", "通过登记的住所（经营场所）无法联系"),
    ("ordered", "发现问题已责令改正"),
    ("obstructed", "不配合检查情节严重"),
    ("not_operating", "未发现开展本次抽查涉及的经营活动"),
    ("pending", "发现问题待后续处理"),
)
ITEM_RESULTS: Options = (
    ("pass", "合格"),
    ("fail", "不合格"),
    ("unchecked", "未检查"),
    ("absent", "合理缺项"),
)
#: Why somebody comes into an enterprise (INS-8).
VISITS: Options = (
    ("inspect", "实施检查"),
    ("recheck", "复查"),
    ("guide", "指导、服务"),
    ("observe", "观摩、调研"),
)
RECHECKED: Options = (
    ("corrected", "已按要求改正"),
    ("partly", "部分改正"),
    ("not_corrected", "未改正"),
)

CHECK_KIND = Field("check_kind", "检查类型", FieldKind.CHOICE, options=CHECK_KINDS)
TASK_SOURCE = Field("task_source", "任务来源", FieldKind.CHOICE, options=TASK_SOURCES)
TASK_DETAIL = text("task_detail", "来源说明", help="计划、部署文件或者线索的名称、文号。")
SCOPE = long("check_scope", "检查内容")
METHOD = text("check_method", "检查方式", help="现场检查、书面检查、非现场检查等。")
PLANNED_ON = day("planned_on", "计划检查日期")
TEAM = text("team", "拟派执法人员", help="不少于两人，检查前随通知书告知。")
ASSISTANTS = number("assistants", "协助人员人数")
CAP = number("cap", "本事项年度检查频次上限（次）")
CHECKED = named(PARTY, "party", "被检查人")
ITEMS = rows(
    "items",
    "检查项目",
    Column("item", "检查项", width=3),
    Column("standard", "检查标准、要点", width=3),
    Column("result", "结果", FieldKind.CHOICE, width=1.2, options=ITEM_RESULTS),
    Column("note", "情况说明", width=2.6),
)
OUTCOME = Field("outcome", "检查结果", FieldKind.CHOICE, options=RESULTS)
OVER_CAP_WHY = long("over_cap_why", "突破年度频次上限的理由")
AGAIN_WHY = long("again_why", "短期内再次检查的理由")
ALONE_WHY = long("alone_why", "不与其他机关合并检查的理由")
FINDINGS = long("findings", "检查情况")
#: A check of what was licensed: the public may look at its record (许可法 art. 61(2)).
LICENCE_HELD = text(
    "licence_held",
    "被许可人的许可证编号",
    help="对被许可人的监督检查填写；检查情况和处理结果向社会公开，凭编号可以查到。",
)
SAYS = long("party_says", "被检查人的意见")

_TASK = (
    CASE_NAME,
    CASE_NUMBER,
    must(CHECKED, "INS-5", "", NAMED),
    must(CAUSE, "INS-2", "检查事项"),
    must(CHECK_KIND, "INS-3"),
    must(TASK_SOURCE, "INS-6", "任务来源"),
    TASK_DETAIL,
    LICENCE_HELD,
    text("draw_number", "抽取批次编号"),
    must(BASIS, "INS-6", "检查依据"),
    must(PLANNED_ON, "INS-5"),
    must(OFFICERS, "PEN-3"),
    must(TEAM, "PEN-3"),
    ASSISTANTS,
    must(SCOPE, "INS-5"),
    METHOD,
    CAP,
)
_TASK_ROWS: tuple[tuple[str, ...], ...] = (
    ("case_name",),
    ("party",),
    ("cause",),
    ("check_kind", "task_source"),
    ("task_detail", "draw_number"),
    ("licence_held",),
    ("basis",),
    ("planned_on", "check_method"),
    ("officers",),
    ("team",),
    ("assistants", "cap"),
    ("check_scope",),
)

PLAN = DocumentKind(
    "inspection.plan",
    "行政检查方案",
    Volume.INTERNAL,
    1400,
    layout=Layout.FORM,
    series="检案",
    fields=(*_TASK, text("industry", "所属行业"), long("brief", "检查原因和准备")),
    body=(Form((*_TASK_ROWS, ("industry",), ("brief",))),),
    signers=(Signer("officers", "承办人"),),
)

APPROVAL = DocumentKind(
    "inspection.approval",
    "行政检查审批表",
    Volume.INTERNAL,
    1401,
    layout=Layout.FORM,
    series="检审",
    fields=(
        *_TASK,
        text("urgent_why", "来不及事先报批的紧急情况"),
        OVER_CAP_WHY,
        AGAIN_WHY,
        ALONE_WHY,
        must(HEAD_OPINION, "INS-5"),
    ),
    body=(
        Form(
            (
                *_TASK_ROWS,
                ("urgent_why",),
                ("over_cap_why",),
                ("again_why",),
                ("alone_why",),
                ("head_opinion",),
            )
        ),
    ),
)

NOTICE = DocumentKind(
    "inspection.notice",
    "行政检查通知书",
    Volume.OPEN,
    1402,
    series="检通",
    served=True,
    sealed=True,
    fields=(
        must(CHECKED, "INS-6", "检查对象", NAMED),
        must(CAUSE, "INS-6", "检查事项"),
        must(BASIS, "INS-6", "检查依据"),
        must(CHECK_KIND, "INS-3"),
        must(TASK_SOURCE, "INS-6", "任务来源"),
        TASK_DETAIL,
        must(PLANNED_ON, "INS-6"),
        must(SCOPE, "INS-6", "检查内容"),
        METHOD,
        must(OFFICERS, "INS-6", "执法人员和证件", ("certificate", "证件号码")),
        ASSISTANTS,
        CAP,
        must(number("times", "本年度已对该被检查人检查的次数"), "INS-6", "检查频次"),
        must(flag("prohibitions_told", "“五个严禁”已一并书面告知"), "INS-6", "“五个严禁”"),
        must(REMEDIES, "INS-6", "救济权利"),
        AGENCY_ADDRESS,
        CONTACT,
        CONTACT_PHONE,
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para(
            "依据{basis}的规定，本机关决定于{planned_on}起对你（单位）进行{check_kind}。"
            "任务来源：{task_source}[[（{task_detail}）]]。"
        ),
        Head("检查事项和内容"),
        Para("检查事项：{cause}。[[检查方式：{check_method}。]]"),
        Text("check_scope"),
        Head("检查人员"),
        Para("执法人员：{officers}[[；另有协助人员{assistants}人，协助人员不单独实施检查]]。"),
        Para(
            "检查时执法人员不少于两人，将主动出示执法证件；未出示的，你（单位）有权拒绝接受检查。"
        ),
        Head("检查频次"),
        Para(
            "本年度本机关已对你（单位）检查{times}次[[；本事项的年度检查频次上限为{cap}次]]，"
            "不含本次。"
        ),
        Head("权利和义务"),
        Para(
            "你（单位）有权对检查情况进行陈述和申辩；认为执法人员与你（单位）有直接利害关系或者有"
            "其他关系可能影响公正执法的，**有权申请其回避**。你（单位）应当如实说明情况，提供有关"
            "材料，不得拒绝、阻挠依法进行的检查。"
        ),
        If("prohibitions_told", (Para("行政检查“五个严禁”的内容随本通知书一并告知。"),)),
        Remedy(act="本通知"),
        WHERE,
    ),
    signers=(Signer("party", "被检查人签收"),),
)

KINDS = (PLAN, APPROVAL, NOTICE)
