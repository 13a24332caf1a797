"""What the reconsiderations told here are about."""

from __future__ import annotations

from typing import Any

from xiezhi.config.sample.kinds.model import PLAIN, Deed
from xiezhi.config.sample.numbers import company_code
from xiezhi.procedure.documents.reconsideration.fields import CONDITIONS

APPLICATION: dict[str, Any] = {
    "kind": "legal_person",
    "name": "安澜市云禾餐饮管理有限公司",
    "code": company_code(801),
    "address": "安澜市东埠区听潮路 66 号",
    "phone": "0990-5557801",
    "legal_rep": "江某",
    "cause": "罚款 20,000 元的行政处罚决定",
    "brief": "申请人认为原决定认定的货值金额有误，且没有听取申请人的陈述、申辩。",
    "in_name_of": "安澜市人民政府",
    "claim": "请求撤销该行政处罚决定。",
    "respondent": "安澜市市场监督管理局",
    "respondent_kind": "department",
    "act_number": "安市监罚〔2026〕9号",
    "act_on": "@-20",
    "known_on": "@-18",
    "applied_by": "in_person",
    "basis_claim": "一并请求审查《安澜市餐饮服务检查办法》第八条。",
}
SIMPLE: dict[str, Any] = {
    **APPLICATION,
    "name": "安澜市知味轩餐饮店有限公司",
    "code": company_code(802),
    "cause": "警告的行政处罚决定",
    "simplified_for": "warning",
    "facts_clear": True,
}
ACCEPTED: dict[str, Any] = {name: True for name, _ in CONDITIONS}
REPLIED = {
    "reply_said": "原决定认定事实清楚，证据确凿，适用依据正确，程序合法，请求维持。",
    "evidence_submitted": True,
}
OPINION: dict[str, Any] = {
    "complicated": "no",
    "technical": "no",
    "established": "被申请人作出处罚决定前，没有向申请人送达行政处罚告知书。",
    "considered": "被申请人没有告知当事人享有的陈述、申辩权利，违反法定程序，依法应当撤销。",
    "law_applied": [{"law": "行政复议法", "article": "第六十四条第一款第二项"}],
    "outcome": "revoke",
    "outcome_ground": "64-2",
    "ruling": "撤销被申请人作出的行政处罚决定。",
    "gist": "撤销罚款 20,000 元的行政处罚决定",
    **PLAIN,
}
UPHELD: dict[str, Any] = {
    **OPINION,
    "established": "原决定认定的事实有现场笔录、照片和询问笔录证明。",
    "considered": "原决定事实清楚，证据确凿，适用依据正确，程序合法，内容适当。",
    "law_applied": [{"law": "行政复议法", "article": "第六十八条"}],
    "outcome": "uphold",
    "outcome_ground": "68",
    "ruling": "维持被申请人作出的行政处罚决定。",
    "gist": "维持警告的行政处罚决定",
}
COPIED = Deed(
    "handler",
    "reconsideration.copy_superior",
    {"superior_told": "省市场监督管理局", "copied_what": "行政复议决定书"},
    days=0,
)
