"""Made-up contents for the gallery: every component in all its states. No real persons."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.core.paginator import Paginator

from xiezhi.procedure.calendar import WorkCalendar
from xiezhi.procedure.citations import Citation, Reason, Refused, Rule
from xiezhi.procedure.timelimits import DECIDE, PUBLISH_PENALTY, Due, Pause, compute
from xiezhi.ui import icons
from xiezhi.ui.face import Filter, Light, Offer, Seal, StaffFace, Step, Tab, Work
from xiezhi.ui.forms import (
    ActForm,
    DayField,
    LineField,
    MoneyField,
    NumberField,
    PickField,
    PicksField,
    RowsField,
    SelectField,
    TextField,
    TickField,
    TriField,
    UploadField,
    add_refusal,
)

TODAY = date(2026, 11, 20)

_PENALTY = "中华人民共和国行政处罚法"
_HEARD = Reason(
    Rule(
        "PEN-62",
        "没有听取陈述、申辩不得处罚",
        Citation(
            _PENALTY,
            "第六十二条",
            "行政机关及其执法人员在作出行政处罚决定之前，未依照本法第四十四条、第四十五条的规定"
            "向当事人告知拟作出的行政处罚内容及事实、理由、依据，或者拒绝听取当事人的陈述、申辩，"
            "不得作出行政处罚决定；当事人明确放弃陈述或者申辩权利的除外。",
        ),
    ),
    "当事人陈述、申辩的期限还没有过。告知书 11月18日送达，"
    "5 个工作日到 2026年11月25日（星期三）止。",
    "等到 11月26日；或者当事人书面放弃的，登记放弃声明。",
)
_REVIEWED = Reason(
    Rule(
        "PEN-58",
        "没有审核不得决定",
        Citation(_PENALTY, "第五十八条第一款", "未经法制审核或者审核未通过的，不得作出决定。"),
    ),
    "还没有通过法制审核。",
    "期满后提请法制审核；现在可以先核对送审材料，还缺 1 份。",
)
_SUM = Reason(
    Rule("FINE-RANGE", "罚款幅度", Citation("中华人民共和国食品安全法", "第一百二十四条第一款")),
    "低于法定幅度 3,000 元",
    "减轻处罚请先填写减轻理由",
    field="fine",
)


class SampleForm(ActForm):
    """Every kind of field; does nothing."""

    act = "sample.decide"
    title = "作出处罚决定"
    verb = "作出处罚决定"
    intro = "决定作出以后 7 个工作日内公示、送达。"
    confirm = ("当事人马上可以查到这份决定。", "决定书编号不能收回。")

    party = LineField(label="当事人", max_length=100)
    code = LineField(label="统一社会信用代码", required=False, plain=True, max_length=18)
    fine = MoneyField(
        label="罚款金额（元）",
        help_text="法定幅度 50,000 元以上 100,000 元以下。《食品安全法》第一百二十四条第一款",
    )
    on = DayField(label="决定日期", past=True)
    service = PickField(
        label="送达方式",
        choices=[
            ("direct", "直接送达"),
            ("left", "留置送达（须全程录像）"),
            ("electronic", "电子送达（须有确认书）"),
        ],
    )
    kinds = PicksField(
        label="处罚种类",
        choices=[("fine", "罚款"), ("confiscate", "没收违法所得"), ("warning", "警告")],
        help_text="可以选几项。",
    )
    ground = SelectField(label="不公开的理由", required=False, choices=[("a", "国家秘密")])
    fact = TriField(label="事实清楚")
    reason = TextField(label="裁量理由", help_text="写明情节和裁量基准的条目。")
    goods = RowsField(
        {
            "name": LineField(label="名称"),
            "spec": LineField(label="规格", required=False),
            "quantity": NumberField(label="数量"),
            "unit": LineField(label="单位"),
            "price": MoneyField(label="单价（元）", required=False),
        },
        label="没收物品清单",
        least=1,
        help_text="一行一种，空行不算。",
    )
    scan = UploadField(label="签名扫描件", required=False, accept="application/pdf,image/*")
    heard = TickField(label="已当面告知当事人权利")

    def perform(self) -> object:
        return None


def _investigating() -> Due:
    """Ninety days, twenty of them for a test, ending on a Saturday."""
    tested = Pause(date(2026, 9, 21), date(2026, 10, 10), "委托检验", "SAMR-4")
    day = date(2026, 9, 7)
    return compute(DECIDE, day, pauses=[tested], calendar=WorkCalendar(), today=TODAY)


def _publishing() -> Due:
    """Seven working days to publish, over for two."""
    return compute(PUBLISH_PENALTY, date(2026, 11, 9), calendar=WorkCalendar(), today=TODAY)


def _seals() -> list[Seal]:
    return [
        Seal(
            17,
            "送达告知书",
            "直接送达，当事人签收。",
            "11月18日 15:22",
            "周闻溪、陆知行",
            "审查告知",
            True,
        ),
        Seal(
            16, "批准处罚告知", "拟罚款 52,000 元。", "11月17日 10:05", "程以宁", "审查告知", True
        ),
        Seal(
            14,
            "先行登记保存",
            "食用油 12 箱，原地保存。",
            "11月11日 09:30",
            "周闻溪、陆知行",
            "调查取证",
            True,
            Light("amber", detail="今天到期"),
        ),
        Seal(13, "恢复计时", "收到检验报告。", "10月10日 14:18", "系统", "调查取证", False),
        Seal(12, "暂停计时", "委托检验。", "9月21日 09:00", "周闻溪", "调查取证"),
    ]


def _work() -> list[Work]:
    return [
        Work(
            "公示好邻便利店处罚决定",
            "#",
            Light("red", detail="2 个工作日"),
            "11月18日到期",
            "决定后 7 个工作日内公示。决定于 11月9日作出，遮盖已完成，等您提交审定。",
            ("安市监罚〔2026〕266号", "好邻便利店东埠店"),
            "提交审定",
            primary=True,
        ),
        Work(
            "送达处罚决定书",
            "#",
            Light("amber", detail="剩 2 个工作日"),
            "11月24日到期",
            "宣告时当事人不在场，7 个工作日内送达。《行政处罚法》第六十一条",
            ("安市监罚〔2026〕271号", "惠民五金经营部"),
            "登记送达",
        ),
        Work(
            "佳和电器二次抽检",
            "#",
            Light("paused", detail="检验中"),
            "11月12日起不计期限",
            "委托检验期间不计入办案期限。",
            ("安市监立〔2026〕331号",),
            "查看案件",
        ),
    ]


def _bound() -> SampleForm:
    """A form with errors of every kind, and two refusals that mean no field."""
    data = {
        "party": "安澜市禾丰粮油商贸有限公司",
        "fine": "４７，０００",
        "on": (TODAY + timedelta(days=3650)).isoformat(),
        "goods-0-name": "食用油",
        "goods-0-quantity": "十二",
        "goods-0-unit": "箱",
        "goods-1-name": "",
    }
    form = SampleForm(data, prefix=None, auto_id="bad_%s")
    form.is_valid()
    add_refusal(form, Refused([_HEARD, _REVIEWED, _SUM]))
    return form


def context() -> dict[str, Any]:
    """Everything the gallery shows."""
    states = ["red", "amber", "green", "paused", "provisional", "nodata", "na"]
    return {
        "today": TODAY,
        "face": StaffFace(
            "构件表",
            "#",
            "安澜市司法局",
            "其余构件",
            "何砚秋",
            "行政执法监督证 9900117",
            [Tab("构件", "#", None, True), Tab("待办", "#", 8), Tab("案件", "#")],
            "#",
        ),
        "icons": icons.NAMES,
        "states": states,
        "stages": [
            Step("立案", "9月7日", "done"),
            Step("调查取证", "9月7日至 11月13日", "done"),
            Step("审查告知", "等当事人陈述、申辩", "on"),
            Step("法制审核", "11月26日起可提请"),
            Step("决定", "12月28日前"),
            Step("送达", "决定后 7 个工作日"),
            Step("执行与结案"),
        ],
        "reasons": [_HEARD, _REVIEWED],
        "due": _investigating(),
        "overdue": _publishing(),
        "seals": _seals(),
        "work": _work(),
        "offers": [
            Offer("登记陈述、申辩", "#", "当事人口头或书面提出都要登记"),
            Offer("处理登记保存的物品", "#", light=Light("amber", detail="今天到期")),
            Offer("作出处罚决定", "#", "有 2 项条件未满足。", allowed=False, why_url="#no"),
        ],
        "filters": [
            Filter("等我办", "#", 8, True),
            Filter("等别人", "#", 6),
            Filter("超期", "#", 1, state="red"),
            Filter("临近", "#", 2, state="amber"),
        ],
        "page": Paginator(range(1284), 20).page(3),
        "facts": [
            ("决定书文号", "安环罚〔2026〕57号"),
            ("处罚内容", "罚款 46,000 元"),
            ("决定日期", "2026年11月10日"),
        ],
        "gone": [
            ("撤回理由", "安政复决〔2026〕19号，认定程序违法"),
            ("依据", "《行政处罚法》第四十八条第二款"),
        ],
        "consequences": [
            "任何人马上能看到，包括当事人名称和处罚内容。",
            "遮盖 2 处：证件号码、住址。",
            "公示到 2027年11月19日止；提前撤回须写明理由。",
        ],
        "head": ["遮盖内容", "理由", "处数"],
        "rows": [
            ("法定代表人证件号码", "个人信息", 1),
            ("证人姓名", "个人隐私", 2),
        ],
        "form": SampleForm(),
        "bad_form": _bound(),
        "fine": Decimal(46000),
    }
