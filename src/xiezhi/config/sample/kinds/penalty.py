"""Branches of a penalty case: handed to the police, cash in the bank, goods destroyed, a decision
changed."""

from __future__ import annotations

from xiezhi.config.sample.kinds.model import (
    BESIDE,
    PLAIN,
    SERVED,
    Deed,
    Life,
    closed,
    decided_and_served,
    reviewed,
)
from xiezhi.config.sample.kinds.penal import (
    APPLIED,
    BREACHED,
    GOODS,
    MAIL,
    PLACE,
    THERE,
    begun,
    beside,
    concluded,
    heard,
)

LIVES = (
    Life(
        "penalty.transferred",
        "penalty.general",
        (
            *begun("生产、销售不符合安全标准的食品"),
            Deed("handler", "casework.call_in", {"come_at": "@+2T09:00", "come_to": "302 室"}),
            Deed(
                "handler",
                "casework.take_sample",
                {
                    "taken_at": "@T10:10",
                    "place": PLACE,
                    "method": "随机抽取，每箱一瓶。",
                    "goods": GOODS,
                },
            ),
            Deed(
                "handler",
                "casework.ask_identification",
                {"addressee": "商标注册人", "goods": GOODS, "request": "辨认是否为其产品。"},
            ),
            Deed(
                "handler",
                "casework.ask_assistance",
                {"addressee": "邻县市场监督管理局", "request": "核查供货商。", "until": "@+10"},
            ),
            Deed(
                "handler",
                "casework.explain_evidence",
                {"evidence": [{"name": "食用油"}], "method": "现场提取。", "proves": "标签虚假。"},
            ),
            Deed(
                "handler",
                "casework.enter_authorisation",
                {"agent": "代理律师", "powers": "代为陈述、申辩，参加听证。"},
            ),
            Deed(
                "unit_head",
                "casework.assign",
                {"addressee": "执法一科", "until": "@+20"},
                days=0,
            ),
            Deed("handler", "casework.demand_materials", {"until": "@+5", "bring": "进货票据。"}),
            Deed(
                "handler",
                "casework.extract_evidence",
                {
                    "name": "食用油标签",
                    "kind": "physical",
                    "provider": "当事人",
                    "taken_at": "@T10:00",
                    "place": PLACE,
                    "method": "现场提取并封装。",
                    "proves": "标签虚假。",
                },
            ),
            Deed(
                "handler",
                "casework.extract_electronic",
                {
                    **THERE,
                    "carrier": "只读光盘",
                    "source_url": "进销存系统导出",
                    "method": "当事人在场导出并计算校验值。",
                    "data": [{"name": "销售流水.xlsx"}],
                },
            ),
            Deed(
                "handler",
                "casework.report_crime",
                {
                    "crime_name": "生产、销售不符合安全标准的食品罪",
                    "crime_facts": "涉案食品检出有毒有害物质，足以造成严重食物中毒事故。",
                    "police": "安澜市公安局",
                    "handler_opinion": "建议移送公安机关。",
                },
            ),
            Deed(
                "head",
                "casework.approve_transfer",
                {"approval": "同意移送", "approved_at": "@T10:00"},
            ),
            Deed(
                "handler",
                "casework.hand_over",
                {
                    "materials": [{"name": "案件调查材料", "copies": "1 卷"}],
                    "handed_at": "@T16:30",
                },
                days=0,
            ),
            Deed("handler", "casework.enter_answer", {"answer": "filed"}, days=2),
            Deed("unit_head", "decision.close", {"outcome": "公安机关已立案。"}, refused="TRF-7"),
            Deed("handler", "casework.hand_items", {"goods": GOODS, "handed_on": "@"}, days=0),
            *closed("公安机关已立案，涉案物品和材料已移交。"),
        ),
    ),
    Life(
        "penalty.sent_back",
        "penalty.general",
        (
            *begun("经营标签虚假的食品"),
            Deed(
                "handler",
                "casework.report_crime",
                {
                    "crime_name": "销售伪劣产品罪",
                    "crime_facts": "货值接近追诉标准。",
                    "police": "安澜市公安局",
                    "handler_opinion": "建议移送。",
                },
            ),
            Deed(
                "head",
                "casework.refuse_transfer",
                {"refusal_reason": "货值没有达到追诉标准。", "head_opinion": "不批准。"},
            ),
            Deed(
                "handler",
                "casework.report_crime",
                {
                    "crime_name": "销售伪劣产品罪",
                    "crime_facts": "补充查明另有同批产品。",
                    "police": "安澜市公安局",
                    "handler_opinion": "补充后再次建议移送。",
                },
            ),
            Deed(
                "head", "casework.approve_transfer", {"approval": "同意", "approved_at": "@T10:00"}
            ),
            Deed(
                "handler",
                "casework.hand_over",
                {"materials": [{"name": "案卷"}], "handed_at": "@T16:30"},
                days=0,
            ),
            Deed(
                "handler",
                "casework.enter_answer",
                {"answer": "refused", "answer_reason": "没有达到追诉标准。"},
            ),
            Deed(
                "handler",
                "casework.object_to_answer",
                {"way": "review", "addressee": "安澜市公安局", "objection": "应当合并计算货值。"},
            ),
            Deed(
                "handler",
                "casework.enter_answer",
                {"answer": "refused", "answer_reason": "维持不予立案。"},
            ),
            beside("经营标签虚假的食品（第二批）"),
            Deed(
                "head",
                "casework.join_case",
                {
                    "origin": BESIDE,
                    "reason": "同一当事人。",
                    "head_opinion": "同意。",
                },
            ),
            beside("为标签虚假的食品供货"),
            Deed(
                "head",
                "casework.split_case",
                {
                    "origin": BESIDE,
                    "reason": "住所不同。",
                    "head_opinion": "同意。",
                },
            ),
            Deed(
                "head",
                "casework.withdraw_filing",
                {
                    "facts": "经查当事人尽到了进货查验义务。",
                    "reason": "没有主观过错。",
                    "handler_opinion": "建议撤销立案。",
                    "head_opinion": "同意。",
                },
            ),
            *closed("撤销立案。"),
        ),
    ),
    Life(
        "penalty.goods",
        "penalty.general",
        (
            *begun("经营虚假标注生产日期的食品"),
            Deed(
                "handler",
                "casework.add_party",
                {
                    "role": "third",
                    "kind": "citizen",
                    "name": "梁某某",
                    "reason": "拟没收的食用油存放在其出租的仓库，同处理结果有利害关系。",
                },
            ),
            Deed(
                "handler",
                "casework.ask_preservation",
                {
                    "reason": "物品可能转移。",
                    "goods": GOODS,
                    "kept_at": "本机关仓库",
                    "handler_opinion": "建议登记保存。",
                },
            ),
            Deed(
                "head",
                "casework.preserve_evidence",
                {"kept_at": "本机关仓库", "goods": GOODS},
            ),
            Deed("handler", "casework.list_preserved", days=0),
            Deed("handler", "casework.dispose_preserved", {"disposal": "confiscated"}, days=3),
            concluded(
                {"kind": "fine", "amount": "20000", "breach": "虚假标注生产日期"},
                {"kind": "fine", "amount": "5000", "breach": "未查验供货者资质"},
                {"kind": "confiscate_goods", "amount": "3360", "content": "没收食用油 14 箱"},
                {"kind": "stop_business", "content": "责令停业三日"},
                complex="yes",
            ),
            *heard()[:1],
            Deed("handler", "casework.tell_hearing_right", days=0),
            *heard()[1:],
            *reviewed(),
            Deed("handler", "decision.ask_approval", {"handler_opinion": "按审核意见呈批。"}),
            Deed(
                "head",
                "decision.discuss",
                {
                    "started_at": "@T14:00",
                    "ended_at": "@T15:00",
                    "place": "本机关会议室",
                    "present": [{"name": "程某", "post": "局长"}],
                    "talk": [{"q": "程某", "a": "同意承办机构意见。"}],
                    "conclusion": "一致同意。",
                },
                days=0,
            ),
            Deed("head", "decision.issue", days=0),
            Deed(
                "handler",
                "decision.confirm_electronic",
                MAIL,
            ),
            Deed("handler", "decision.serve", SERVED),
            Deed("handler", "decision.tell_credit_repair", {"repair": "缴清罚款满三个月后申请。"}),
            Deed("handler", "decision.tell_payment", {"pay_by": "@+10"}),
            Deed(
                "handler",
                "decision.record_payment",
                {"amount": "25000", "cash": True},
                refused="PEN-69",
            ),
            Deed("handler", "decision.record_payment", {"amount": "25000"}, days=3),
            Deed("unit_head", "decision.close", {"outcome": "已缴款。"}, refused="PEN-74"),
            Deed(
                "handler",
                "decision.dispose_goods",
                {
                    "goods": GOODS,
                    "disposal": "destroyed",
                    "place": "市环保处置中心",
                    "disposed_how": "全部粉碎后焚烧。",
                    "witness": "监销人郑某",
                },
            ),
            Deed("unit_head", "decision.close", {"outcome": "已缴款。"}, refused="PEN-66"),
            Deed(
                "handler",
                "decision.carry_out",
                {
                    "performed": "责令停业三日",
                    "from_day": "@-2",
                    "to_day": "@",
                    "performed_how": "停业期间两次巡查，未营业。",
                },
            ),
            *closed("罚款缴清，没收物品销毁，停业期满。"),
        ),
    ),
    Life(
        "penalty.changed",
        "penalty.general",
        (
            *begun("未明码标价"),
            concluded({"kind": "fine", "amount": "1000"}),
            *heard(),
            *reviewed(),
            *decided_and_served(),
            Deed(
                "head",
                "decision.revoke",
                {
                    "effect": "changed",
                    "ground": "self",
                    "reason": "罚款数额计算有误。",
                    "change": "另行作出决定，罚款 500 元。",
                },
            ),
            *closed("原决定已变更。"),
        ),
        shown=False,
    ),
    Life(
        "penalty.referred",
        "penalty.general",
        (
            *begun("无证经营烟花爆竹")[:2],
            Deed("head", "casework.designate", {"addressee": "邻县局", "reason": "管辖有争议。"}),
            Deed(
                "unit_head",
                "casework.refer",
                {"addressee": "安澜市应急管理局", "reason": "属于应急管理部门管辖。"},
            ),
            *closed("已移送有管辖权的机关。"),
        ),
        shown=False,
    ),
    Life(
        "penalty.terminated",
        "penalty.general",
        (
            *begun("经营过期食品"),
            Deed(
                "head",
                "casework.terminate",
                {"reason": "当事人已注销，没有权利义务承受人。", "from_day": "@"},
            ),
            *closed("终止调查。"),
        ),
        shown=False,
    ),
    Life(
        "penalty.cash",
        "penalty.summary",
        (
            Deed(
                "handler",
                "casework.record_on_spot",
                {
                    "kind": "citizen",
                    "name": "乔某某",
                    "cause": "未公示营业执照",
                    **THERE,
                    "found": "经营场所没有公示营业执照。",
                },
            ),
            Deed(
                "handler",
                "decision.decide_on_spot",
                {
                    "facts_certain": True,
                    "kind": "fine",
                    "fine_amount": "100",
                    "happened_at": "@T09:10",
                    "place": PLACE,
                    "pay_mode": "on_spot",
                    "breach": "未在经营场所公示营业执照。",
                    "law_breached": BREACHED,
                    "law_applied": APPLIED,
                    **PLAIN,
                },
                days=0,
            ),
            Deed("handler", "decision.report_on_spot", days=0),
            Deed("handler", "decision.serve", SERVED, days=0),
            Deed("handler", "decision.record_payment", {"amount": "100", "cash": True}, days=0),
            Deed("unit_head", "decision.close", {"outcome": "已缴款。"}, refused="PEN-18"),
            Deed("handler", "decision.remit_cash", {"remitted": "100", "receiver": "财务室"}),
            Deed(
                "unit_head",
                "decision.deposit_cash",
                {"deposited": "100", "deposit_receipt": "HD-0001"},
            ),
            *closed("当场缴清，已入库。"),
        ),
    ),
)
