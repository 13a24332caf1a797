"""Reconsiderations, told by the body that reconsiders."""

from __future__ import annotations

from typing import Any

from xiezhi.config.sample.kinds.model import (
    Deed,
    Life,
    closed,
    decided_and_served,
    reviewed,
    shown,
)
from xiezhi.config.sample.kinds.reconsideration.matter import (
    ACCEPTED,
    APPLICATION,
    COPIED,
    OPINION,
    REPLIED,
    SIMPLE,
    UPHELD,
)


class Told:
    """The deeds of one procedure: how it opens, how long the respondent has."""

    def __init__(self, opens: str, application: dict[str, Any], reply_days: str) -> None:
        self.opened = Deed("handler", opens, application)
        self.copy = Deed("handler", "reconsideration.send_copy", {"reply_days": reply_days})
        self.accepted = Deed("unit_head", "reconsideration.accept", ACCEPTED, days=2)
        self.replied = Deed("handler", "reconsideration.receive_reply", REPLIED, days=3)

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
            Deed("unit_head", "reconsideration.accept", ACCEPTED, refused="REC-31"),
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
            **OPINION,
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
            COPIED,
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
        lost = {**OPINION, "outcome_ground": "70"}
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
            Deed("handler", "reconsideration.propose", UPHELD, days=9, refused="REC-70"),
            Deed("handler", "reconsideration.propose", lost, days=0),
            *reviewed(),
            *decided_and_served(),
            COPIED,
        )  # fmt: skip


_ORDINARY = Told("reconsideration.apply", APPLICATION, "10")
_SIMPLIFIED = Told("reconsideration.apply_simplified", SIMPLE, "5")
_CONVERTED = Deed(
    "unit_head",
    "reconsideration.convert",
    {"conversion_reason": "涉及第三人，争议较大，不宜适用简易程序。"},
)
_UPHELD_SIMPLY = (
    *_SIMPLIFIED.taken,
    Deed("handler", "reconsideration.propose", UPHELD),
    *reviewed(),
    *decided_and_served(),
    COPIED,
    *shown(),
    *closed("维持原行政处罚决定。"),
)


def _told(
    name: str, deeds: tuple[Deed, ...], kind: str = "ordinary", *, shown: bool = True
) -> Life:
    """A life at the justice bureau's section for reconsideration."""
    return Life(
        f"reconsideration.{name}",
        f"reconsideration.{kind}",
        deeds,
        agency="justice",
        unit="review",
        shown=shown,
    )


LIVES: tuple[Life, ...] = (
    _told("remade", _ORDINARY.whole()),
    _told("refused", _ORDINARY.refused()),
    _told("abandoned", _ORDINARY.abandoned()),
    _told("mediated", _ORDINARY.mediated()),
    _told("withdrawn", _ORDINARY.terminated()),
    _told("silent", _ORDINARY.unanswered()),
    _told("simple", _UPHELD_SIMPLY, "simplified"),
    *(
        _told(f"simple_{name}", deeds, "simplified", shown=False)
        for name, deeds in (
            ("converted", _SIMPLIFIED.whole(_CONVERTED)),
            ("refused", _SIMPLIFIED.refused()),
            ("abandoned", _SIMPLIFIED.abandoned()),
            ("mediated", _SIMPLIFIED.mediated()),
            ("withdrawn", _SIMPLIFIED.terminated()),
        )
    ),
)
