"""What papers of a coercive measure share: kinds of measure, grounds, term, the order."""

from __future__ import annotations

from dataclasses import replace

from xiezhi.procedure.documents.model import (
    Field,
    FieldKind,
)
from xiezhi.procedure.documents.vocabulary import (
    PARTY,
    Options,
    money,
    must,
    number,
    text,
)

#: 强制法 art. 9, without what these agencies have no power for (限制人身自由).
MEASURES: Options = (
    ("seal", "查封场所、设施或者财物"),
    ("seize", "扣押财物"),
    ("freeze", "冻结存款、汇款"),
    ("other", "其他行政强制措施"),
)
LIFT_GROUNDS: Options = (
    ("no_violation", "当事人没有违法行为"),
    ("unrelated", "与违法行为无关"),
    ("decided", "对违法行为已经作出处理决定，不再需要"),
    ("expired", "期限已经届满"),
    ("not_approved", "当场采取后没有获得批准"),
    ("not_needed", "其他不再需要采取强制措施的情形"),
)
DISPOSALS: Options = (
    ("confiscated", "依法没收"),
    ("destroyed", "依法销毁"),
    ("auctioned", "依法拍卖抵缴罚款"),
    ("transferred", "移送有关部门处理"),
)
NAMED = ("name", "姓名或者名称")
MEASURE = Field("outcome", "强制措施的种类", FieldKind.CHOICE, options=MEASURES)
GIST = text("gist", "措施内容", help="一句话写明对什么采取什么措施。")
DAYS = replace(number("days", "期限（日）"), help="不超过三十日。")
FROZEN = (
    text("frozen_bank", "金融机构"),
    text("frozen_account", "冻结的账号"),
    money("frozen_amount", "冻结的数额"),
)
NAMED_PARTY = must(PARTY, "COE-1", "", NAMED)
GOODS_NAMED = (("name", "名称"), ("quantity", "数量"))
#: The decision that ordered the measure, whichever of the three papers it is.
ORDERED = (
    text("seizure_number", "查封（扣押）决定书文号"),
    text("other_number", "强制措施决定书文号"),
    text("freezing_number", "冻结决定书文号"),
)
BY = (
    "[[《查封（扣押）决定书》（{seizure_number}）]][[《行政强制措施决定书》（{other_number}）]]"
    "[[《冻结决定书》（{freezing_number}）]]"
)
