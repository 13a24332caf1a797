"""Reconsiderations, told from both sides: by the body that reconsiders, by the agency."""

from __future__ import annotations

from typing import Any

from xiezhi.config.sample.kinds.model import (
    PLAIN,
    Deed,
    Life,
    closed,
    decided_and_served,
    reviewed,
    shown,
)
from xiezhi.config.sample.numbers import company_code
from xiezhi.procedure.documents.reconsideration.fields import CONDITIONS

_APPLICATION: dict[str, Any] = {
    "kind": "legal_person",
    "name": "安澜市云禾餐饮管理有限公司",
    "code": company_code(801),
    "address": "安澜市东埠区听潮路 66 号",
    "phone": "0990-5557801",
    "legal_rep": "江某",
    "cause": "罚款 20,000 元的行政处罚决定",
    "brief": "申请人认为原决定认定的货值金额有误，且没有听取申请人的陈述、申辩。",
    "claim": "请求撤销该行政处罚决定。",
    "respondent": "安澜市市场监督管理局",
    "respondent_kind": "department",
    "act_number": "安市监罚〔2026〕9号",
    "act_on": "@-20",
    "known_on": "@-18",
    "applied_by": "in_person",
    "basis_claim": "一并请求审查《安澜市餐饮服务检查办法》第八条。",
}
_SIMPLE: dict[str, Any] = {
    **_APPLICATION,
    "name": "安澜市知味轩餐饮店有限公司",
    "code": company_code(802),
    "cause": "警告的行政处罚决定",
    "simplified_for": "warning",
    "facts_clear": True,
}
_ACCEPTED: dict[str, Any] = {name: True for name, _ in CONDITIONS}
_REPLIED = {
    "reply_said": "原决定认定事实清楚，证据确凿，适用依据正确，程序合法，请求维持。",
    "evidence_submitted": True,
}
_OPINION: dict[str, Any] = {
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
_UPHELD: dict[str, Any] = {
    **_OPINION,
    "established": "原决定认定的事实有现场笔录、照片和询问笔录证明。",
    "considered": "原决定事实清楚，证据确凿，适用依据正确，程序合法，内容适当。",
    "law_applied": [{"law": "行政复议法", "article": "第六十八条"}],
    "outcome": "uphold",
    "outcome_ground": "68",
    "ruling": "维持被申请人作出的行政处罚决定。",
    "gist": "维持警告的行政处罚决定",
}
_COPIED = Deed(
    "handler",
    "reconsideration.copy_superior",
    {"superior_told": "省市场监督管理局", "copied_what": "行政复议决定书"},
    days=0,
)


class Told:
    """The deeds of one procedure: how it opens, how long the respondent has."""

    def __init__(self, opens: str, application: dict[str, Any], reply_days: str) -> None:
        self.opened = Deed("handler", opens, application)
        self.copy = Deed("handler", "reconsideration.send_copy", {"reply_days": reply_days})
        self.accepted = Deed("unit_head", "reconsideration.accept", _ACCEPTED, days=2)
        self.replied = Deed("handler", "reconsideration.receive_reply", _REPLIED, days=3)

    @property
    def taken(self) -> tuple[Deed, ...]:
        return (self.opened, self.accepted, self.copy, self.replied)

    def refused(self) -> tuple[Deed, ...]:
        """Not within the scope of reconsideration (art. 30(2))."""
        values = {
            "refused_for": "own_jurisdiction",
            "refusal_reason": "原行政行为由澜江县的部门作出。",
            "competent_body": "澜江县人民政府",
        }
        return (
            self.opened,
            Deed("unit_head", "reconsideration.refuse", values, days=3),
            *closed("决定不予受理。"),
        )

    def abandoned(self) -> tuple[Deed, ...]:
        """Asked to correct, and never heard of again (art. 31(2))."""
        told = {"correction_told_on": "@-11"}
        early = {"correction_told_on": "@-10"}
        return (
            self.opened,
            Deed(
                "handler",
                "reconsideration.ask_correction",
                {"to_correct": "申请书没有写明具体的行政复议请求；缺少原决定书复印件。"},
            ),
            Deed("unit_head", "reconsideration.accept", _ACCEPTED, refused="REC-31"),
            Deed("handler", "reconsideration.note_abandoned", early, days=9, refused="REC-31-2"),
            Deed("handler", "reconsideration.note_abandoned", told, days=1),
            *closed("视为放弃行政复议申请。"),
        )

    def mediated(self) -> tuple[Deed, ...]:
        """Agreed before a decision was needed (art. 73)."""
        terms = {
            "agreed_terms": "被申请人将罚款调整为 8,000 元，申请人于十五日内缴纳。",
            "agreed_on": "@",
            "signed_by_all": True,
            "lawful_terms": True,
        }
        return (
            *self.taken,
            Deed(
                "unit_head",
                "reconsideration.suspend",
                {"suspended_for": "settling", "suspension_reason": "双方同意调解。"},
            ),
            Deed("head", "reconsideration.mediate", terms, days=4),
            Deed("unit_head", "decision.close", {"outcome": "调解结案。"}, refused="REC-77-1"),
            Deed(
                "handler",
                "reconsideration.record_performance",
                {"performed": True, "performed_how": "被申请人已经变更处罚决定。"},
            ),
            *closed("调解结案，已经履行。"),
        )

    def terminated(self) -> tuple[Deed, ...]:
        """Its basis reviewed meanwhile, then withdrawn (arts. 41, 56 to 60)."""
        basis = {
            "basis_title": "《安澜市餐饮服务检查办法》",
            "basis_clauses": "第八条",
        }
        return (
            *self.taken,
            Deed(
                "unit_head",
                "reconsideration.suspend",
                {"suspended_for": "basis", "suspension_reason": "申请人请求附带审查。"},
            ),
            Deed("handler", "reconsideration.ask_maker", {"maker": "安澜市商务局", **basis}),
            Deed(
                "unit_head",
                "reconsideration.refer_basis",
                {"referred_to": "安澜市人民政府", **basis},
            ),
            Deed(
                "unit_head",
                "reconsideration.resume",
                {"resumption_reason": "已经转送。"},
                refused="REC-56",
            ),
            Deed(
                "head",
                "reconsideration.judge_basis",
                {
                    "basis_finding": "lawful",
                    "basis_reason": "该条没有超越权限，不违反上位法。",
                    "basis_reply_from": "安澜市人民政府",
                },
                days=8,
            ),
            Deed(
                "unit_head",
                "reconsideration.resume",
                {"resumption_reason": "附带审查已经处理完毕。"},
            ),
            Deed(
                "head",
                "reconsideration.terminate",
                {
                    "terminated_for": "withdrawn",
                    "termination_reason": "申请人与被申请人和解，撤回申请，准予撤回。",
                },
            ),
            *closed("申请人撤回申请，终止行政复议。"),
        )

    def whole(self, *own: Deed) -> tuple[Deed, ...]:
        """Everything that a hard case may see, as far as the archive."""
        hard = {
            **_OPINION,
            "complicated": "yes",
            "technical": "yes",
            "outcome": "remake",
            "ruling": "撤销原决定，责令被申请人重新作出处理。",
            "perform_days": "30",
        }
        return (*self._prepared(*own), *self._heard(hard), *self._performed())

    def _prepared(self, *own: Deed) -> tuple[Deed, ...]:
        correction = {
            "correction_told_on": "@-2",
            "corrected_by": "原决定书复印件、补正后的申请书",
        }
        return (
            self.opened,
            Deed(
                "handler",
                "reconsideration.ask_correction",
                {"to_correct": "缺少原决定书复印件；请求不具体。"},
            ),
            Deed("handler", "reconsideration.receive_correction", correction, days=3),
            self.accepted,
            self.copy,
            self.replied,
            *own,
            Deed(
                "handler",
                "reconsideration.add_third_party",
                {"third_party": "安澜市丰年食品配送有限公司"},
            ),
            Deed(
                "handler",
                "reconsideration.collect_evidence",
                {
                    "investigators": "周某、陆某",
                    "work_id_shown": True,
                    "asked_whom": "安澜市丰年食品配送有限公司",
                    "inquiry_place": "安澜市东埠区",
                    "inquiry_found": "提供了送货单，载明货值 3,100 元。",
                },
            ),
            Deed(
                "handler",
                "reconsideration.hear_opinions",
                {
                    "opinions_by": "phone",
                    "opinions_of": "申请人",
                    "opinions": "没有收到告知书，没有机会陈述、申辩。",
                },
            ),
            Deed(
                "unit_head",
                "reconsideration.stay",
                {"stay_for": "applied", "stay_reason": "申请人缴纳罚款确有困难，请求合理。"},
            ),
        )

    def _heard(self, opinion: dict[str, Any]) -> tuple[Deed, ...]:
        return (
            Deed("handler", "reconsideration.propose", opinion, days=0, refused="REC-50"),
            Deed(
                "unit_head",
                "reconsideration.notify_hearing",
                {
                    "hearing_at": "@+5T09:00",
                    "hearing_place": "市司法局听证室",
                    "hearing_subject": "是否告知陈述、申辩权利；货值金额。",
                },
            ),
            Deed(
                "handler",
                "reconsideration.hold_hearing",
                {
                    "hearing_host": "何某",
                    "hearing_members": "周某、陆某",
                    "hearing_recorder": "吴某",
                    "head_present": True,
                    "hearing_said": "双方陈述、质证、辩论；被申请人承认没有送达告知书。",
                },
                days=5,
            ),
            Deed(
                "handler",
                "reconsideration.consult",
                {
                    "consulted_members": "行政复议委员会三名委员",
                    "consulted_on": "没有告知是否属于违反法定程序",
                    "committee_opinion": "属于违反法定程序，建议撤销并责令重新处理。",
                },
            ),
            Deed(
                "unit_head",
                "reconsideration.suspend",
                {
                    "suspended_for": "other_case",
                    "suspension_reason": "关联案件的鉴定结果是本案依据。",
                },
            ),
            Deed("handler", "reconsideration.propose", opinion, refused="REC-39"),
            Deed(
                "unit_head", "reconsideration.resume", {"resumption_reason": "关联案件已经审结。"}
            ),
            Deed(
                "unit_head",
                "reconsideration.extend",
                {"days": "20", "extension_reason": "涉及第三人，证据需要核实。"},
            ),
            Deed("handler", "reconsideration.propose", opinion),
            *reviewed(),
            *decided_and_served(),
        )

    def _performed(self) -> tuple[Deed, ...]:
        return (
            Deed(
                "unit_head", "decision.close", {"outcome": "已决定。"}, days=0, refused="REC-79-2"
            ),
            _COPIED,
            Deed(
                "head",
                "reconsideration.give_letter",
                {
                    "addressee": "安澜市市场监督管理局",
                    "found_wrong": "多个案件没有制作送达回证。",
                    "advice": "清理在办案件，规范告知和送达。",
                },
            ),
            Deed(
                "head",
                "reconsideration.order_performance",
                {
                    "unperformed": "行政复议决定书",
                    "order_days": "15",
                    "order_reason": "期满没有重新作出行政行为。",
                    "head_interviewed": True,
                },
                days=23,
            ),
            Deed(
                "handler",
                "reconsideration.record_performance",
                {"performed": True, "performed_how": "被申请人重新作出不予处罚决定。"},
                days=5,
            ),
            Deed(
                "handler",
                "reconsideration.receive_report",
                {"reported": "已经补正送达手续，并开展专题培训。"},
            ),
            *shown(),
            *closed("撤销并责令重新作出，被申请人已经履行。"),
        )

    def unanswered(self) -> tuple[Deed, ...]:
        """Accepted by silence, and the respondent silent too (arts. 30(3), 70)."""
        lost = {**_OPINION, "outcome_ground": "70"}
        late = self.copy.__class__("handler", self.copy.act, self.copy.values, days=7)
        heard = {
            "opinions_by": "online",
            "opinions_of": "申请人",
            "opinions": "坚持行政复议请求。",
        }
        return (
            self.opened,
            Deed("unit_head", "reconsideration.refuse", {
                "refused_for": "interested",
                "refusal_reason": "没有利害关系。",
            }, days=6, refused="REC-30-3"),
            Deed(late.who, late.act, late.values, days=0),
            Deed("handler", "reconsideration.hear_opinions", heard),
            Deed("handler", "reconsideration.propose", lost, refused="REM-7"),
            Deed("handler", "reconsideration.propose", _UPHELD, days=9, refused="REC-70"),
            Deed("handler", "reconsideration.propose", lost, days=0),
            *reviewed(),
            *decided_and_served(),
            _COPIED,
        )  # fmt: skip


_ORDINARY = Told("reconsideration.apply", _APPLICATION, "10")
_SIMPLIFIED = Told("reconsideration.apply_simplified", _SIMPLE, "5")
_CONVERTED = Deed(
    "unit_head",
    "reconsideration.convert",
    {"conversion_reason": "涉及第三人，争议较大，不宜适用简易程序。"},
)
_UPHELD_SIMPLY = (
    *_SIMPLIFIED.taken,
    Deed("handler", "reconsideration.propose", _UPHELD),
    *reviewed(),
    *decided_and_served(),
    _COPIED,
    *shown(),
    *closed("维持原行政处罚决定。"),
)

_NOTICE: dict[str, Any] = {
    "kind": "legal_person",
    "name": "安澜市云禾餐饮管理有限公司",
    "code": company_code(801),
    "cause": "罚款 20,000 元的行政处罚决定",
    "brief": "申请人认为货值金额认定有误，没有听取陈述、申辩，请求撤销。",
    "review_body": "安澜市人民政府",
    "came": "notice",
    "procedure": "ordinary",
    "notice_ref": "安政复答通〔2026〕6号",
    "contested_on": "@-25",
}
_DRAFT: dict[str, Any] = {
    "reply_facts": "2026 年 2 月现场检查发现申请人经营超过保质期的食品。",
    "reply_law": "《中华人民共和国食品安全法》第三十四条第十项、第一百二十四条。",
    "reply_procedure": "立案、调查、告知、审核、决定、送达均依法办理。",
    "reply_evidence": "1. 现场笔录；2. 照片；3. 询问笔录；4. 送达回证。",
    "reply_request": "请求维持原行政处罚决定。",
    "newest_evidence_on": "@-30",
}
_SELF_MADE = {**_DRAFT, "newest_evidence_on": "@"}
_ANSWERED = (
    Deed("handler", "reconsideration.open_reply", _NOTICE),
    Deed("handler", "reconsideration.draft_reply", _SELF_MADE, days=2, refused="REM-10"),
    Deed("handler", "reconsideration.draft_reply", _DRAFT),
    Deed("head", "reconsideration.submit_reply", days=3),
    Deed(
        "handler",
        "reconsideration.attend_hearing",
        {"our_head_attended": True, "attended_by": "程某、周某"},
        days=10,
    ),
    Deed(
        "handler",
        "reconsideration.enter_outcome",
        {
            "result": "remake",
            "result_ref": "安政复决〔2026〕5号",
            "to_perform": True,
            "perform_until": "@+30d",
        },
        days=15,
    ),
    Deed(
        "handler",
        "reconsideration.receive_letter",
        {"letter_ref": "安政复意〔2026〕2号", "letter_said": "多个案件没有制作送达回证。"},
    ),
    Deed("unit_head", "decision.close", {"outcome": "已收到决定。"}, refused="REC-77-1"),
    Deed(
        "handler",
        "reconsideration.carry_out",
        {"carried_how": "重新作出不予行政处罚决定。", "carried_out": True},
        days=10,
    ),
    Deed(
        "head",
        "reconsideration.report_correction",
        {"corrected_how": "补正在办案件的送达手续，开展专题培训。"},
    ),
    *closed("行政复议撤销并责令重新作出，已经履行。"),
)
_THROUGH_US = {
    **_NOTICE,
    "came": "application",
    "on_spot_act": True,
    "cause": "警告的当场行政处罚决定",
}
_FORWARDED = (
    Deed("handler", "reconsideration.open_reply", {**_THROUGH_US, "on_spot_act": False},
         refused="REM-5"),
    Deed("handler", "reconsideration.open_reply", _THROUGH_US),
    Deed(
        "unit_head",
        "reconsideration.forward",
        {"uphold_reason": "违法事实确凿，处罚适当。"},
        days=4,
    ),
    Deed(
        "handler",
        "reconsideration.receive_notice",
        {"procedure": "simplified", "notice_ref": "安政复答通〔2026〕7号"},
        days=6,
    ),
    Deed("handler", "reconsideration.draft_reply", _DRAFT),
    Deed("head", "reconsideration.submit_reply", days=2),
    Deed(
        "handler",
        "reconsideration.enter_outcome",
        {"result": "uphold", "result_ref": "安政复决〔2026〕8号"},
        days=15,
    ),
    *closed("行政复议维持。"),
)  # fmt: skip
_PUT_RIGHT = (
    Deed("handler", "reconsideration.open_reply", _THROUGH_US),
    Deed(
        "head",
        "reconsideration.change_own",
        {"changed_to": "撤销当场行政处罚决定，退还罚款。", "change_ref": "安市监撤〔2026〕1号"},
        days=2,
    ),
    *closed("自行纠正，申请人不再申请行政复议。"),
)

_BODY = {"agency": "justice", "unit": "review"}
LIVES: tuple[Life, ...] = (
    Life("reconsideration.remade", "reconsideration.ordinary", _ORDINARY.whole(), **_BODY),
    Life("reconsideration.refused", "reconsideration.ordinary", _ORDINARY.refused(), **_BODY),
    Life("reconsideration.abandoned", "reconsideration.ordinary", _ORDINARY.abandoned(), **_BODY),
    Life("reconsideration.mediated", "reconsideration.ordinary", _ORDINARY.mediated(), **_BODY),
    Life("reconsideration.withdrawn", "reconsideration.ordinary", _ORDINARY.terminated(), **_BODY),
    Life("reconsideration.silent", "reconsideration.ordinary", _ORDINARY.unanswered(), **_BODY),
    Life("reconsideration.simple", "reconsideration.simplified", _UPHELD_SIMPLY, **_BODY),
    *(
        Life(f"reconsideration.simple_{name}", "reconsideration.simplified", deeds, shown=False)
        for name, deeds in (
            ("converted", _SIMPLIFIED.whole(_CONVERTED)),
            ("refused", _SIMPLIFIED.refused()),
            ("abandoned", _SIMPLIFIED.abandoned()),
            ("mediated", _SIMPLIFIED.mediated()),
            ("withdrawn", _SIMPLIFIED.terminated()),
        )
    ),
    Life("reconsideration.answered", "reconsideration.reply", _ANSWERED),
    Life("reconsideration.forwarded", "reconsideration.reply", _FORWARDED),
    Life("reconsideration.put_right", "reconsideration.reply", _PUT_RIGHT),
)
