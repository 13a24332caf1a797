"""Telling a case from the decision to the archive, and what the public gets to see of it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any, Self

from xiezhi.casework import actions as casework
from xiezhi.config.sample.kinds.model import Deed
from xiezhi.config.sample.kinds.telling import do
from xiezhi.config.sample.matter import Matter, articles
from xiezhi.config.sample.plan import road
from xiezhi.config.sample.tale import PLAIN, TOLD, Tale
from xiezhi.decision import actions as decision
from xiezhi.disclosure import actions as disclosure
from xiezhi.disclosure import drafting
from xiezhi.disclosure.models import Draft, Publication, Signature
from xiezhi.procedure.disclosure_terms import GateFacts
from xiezhi.procedure.kinds.checks.carrying import CARRIED_OUT
from xiezhi.record import archiving
from xiezhi.record.actions import standing_of
from xiezhi.review.models import Clearance

#: Every question of the gate answered so that the page may be shown.
OPEN_GATE = GateFacts(
    secrecy_reviewed=True,
    state_secret=False,
    third_party_harm=False,
    public_security=False,
    all_facts_secret=False,
    province_unfit=False,
    process_information=False,
)


def carried_out(matter: Matter) -> list[Deed]:
    """What is left to be done to goods and licences before a case can be closed."""
    kinds = {row["kind"]: row for row in matter.penalties}
    deeds = []
    if "confiscate_goods" in kinds:
        goods = {"name": kinds["confiscate_goods"]["content"], "quantity": "1", "unit": "批"}
        said = {"disposal": "destroyed", "place": "市固体废物处置中心"}
        how = {"disposed_how": "全部物品粉碎后焚烧处理。", "witness": "监销人郑某"}
        values = {"goods": [goods], **said, **how}
        deeds.append(Deed("handler", "decision.dispose_goods", values))
    for kind in sorted(CARRIED_OUT & kinds.keys()):
        performed = {"performed": kinds[kind]["content"], "performed_how": "已执行完毕。"}
        deeds.append(Deed("handler", "decision.carry_out", performed))
    return deeds


class Ending(Tale):
    """A case that may go to its end."""

    draft: Draft
    signature: Signature
    publication: Publication

    # -- 决定 --------------------------------------------------------------------------------------
    def discussed(self, after: int = 1) -> Self:
        self.wait(after)
        decision.discuss(
            self.file,
            by=self.head,
            on=self.day,
            values={
                "started_at": self.at("09:00"),
                "ended_at": self.at("10:10"),
                "place": f"{self.agency.organ.name}三楼会议室",
                "present": [{"name": self.head.person.name, "post": "局长"}],
                "brief": self.text(self.matter.brief),
                "conclusion": "一致同意按拟处罚意见作出行政处罚决定。",
            },
        )
        return self

    def decided(self, after: int = 1) -> Self:
        cleared = Clearance.objects.select_related("seal", "file").filter(file=self.file)
        decision.issue(cleared.latest("pk"), by=self.head, on=self.wait(after))
        return self

    def served(self, after: int = 1, mode: str = "direct") -> Self:
        self.wait(after)
        decision.serve(
            self.file,
            by=self.handler,
            on=self.day,
            how=casework.Delivery(mode),
            values=self.receipt("10:15"),
        )
        return self

    def revoked(self, after: int = 3) -> Self:
        decision.revoke(
            self.file,
            by=self.head,
            on=self.wait(after),
            ground="reconsideration",
            reason="复议机关认为裁量理由说明不足，决定撤销，责令重新处理。",
            reference=f"安政复决〔{self.day.year}〕18号",
        )
        return self

    # -- 执行 --------------------------------------------------------------------------------------
    def paid(self, after: int = 5, share: str = "1") -> Self:
        amount = (self.matter.payable * Decimal(share)).quantize(Decimal("0.01"))
        decision.record_payment(
            self.file, by=self.handler, on=self.wait(after), amount=amount, receipt="电子票据"
        )
        return self

    def in_instalments(self, after: int = 4) -> Self:
        half = (self.matter.payable / 2).quantize(Decimal("0.01"))
        first, last = self.day + dt.timedelta(days=30), self.day + dt.timedelta(days=60)
        decision.allow_instalments(
            self.file,
            by=self.head,
            on=self.wait(after),
            values={
                "way": "instalments",
                "until": last.isoformat(),
                "instalments": [
                    {"no": "1", "due": first.isoformat(), "amount": str(half)},
                    {"no": "2", "due": last.isoformat(), "amount": str(half)},
                ],
            },
        )
        return self

    def demanded(self, after: int = 12) -> Self:
        decision.demand(self.file, by=self.handler, on=self.wait(after), values={})
        return self

    def taken_to_court(self, after: int = 11) -> Self:
        decision.apply_court(
            self.file,
            by=self.head,
            on=self.wait(after),
            values={"party_said": "当事人收到催告书后没有提出意见，也没有缴纳罚款。"},
        )
        return self

    def closed(self, outcome: str = "罚款已全部缴清，违法行为已改正。", after: int = 1) -> Self:
        day = self.wait(after)
        standing = standing_of(self.file, today=self.today)
        ended = standing.any("decision.revoke", "decision.apply_court")
        due = standing.has("decision.serve") and not ended
        for deed in carried_out(self.matter) if due else ():
            cast = {"handler": self.handler, "second": self.second}
            do(deed, self.file, cast=cast, day=day, calendar=self.calendar)
        decision.close(self.file, by=self.unit_head, on=day, outcome=outcome)
        return self

    def archived(self, after: int = 4) -> Self:
        archiving.archive(self.file, by=self.archivist, on=self.wait(after))
        return self

    # -- 公示 --------------------------------------------------------------------------------------
    def drafted(self, after: int = 0) -> Self:
        self.wait(after)
        made = drafting.prepare(disclosure.decision_of(self.file), self.stands())
        answers = {one.key: True for one in made.found}
        self.draft = disclosure.prepare(
            self.file, by=self.publisher, on=self.day, facts=OPEN_GATE, answers=answers
        )
        return self

    def signed(self, after: int = 1) -> Self:
        self.signature = disclosure.sign(self.draft, by=self.head, on=self.wait(after))
        return self

    @road
    def shown(self, after: int = 1) -> Self:
        """Drafted, signed and published."""
        return self.drafted(after).signed(1).published(1)

    def published(self, after: int = 1) -> Self:
        on = self.wait(after)
        self.publication = disclosure.publish(self.signature, by=self.publisher, on=on)
        return self

    def withheld(self, ground: str, reason: str, after: int = 2) -> Self:
        disclosure.withhold(
            self.file, by=self.head, on=self.wait(after), ground=ground, reason=reason
        )
        return self

    def withdrawn(self, ground: str, reason: str, after: int = 1) -> Self:
        on = self.wait(after)
        said = reason.replace("{year}", str(on.year))
        disclosure.withdraw(self.publication, by=self.publisher, on=on, ground=ground, reason=said)
        return self

    # -- 简易程序 ----------------------------------------------------------------------------------
    def on_the_spot(self) -> Self:
        m = self.matter
        self.file = casework.record_on_spot(
            by=self.handler,
            on=self.day,
            officers=[self.handler.person_id, self.second.person_id],
            party=m.party,
            cause=m.cause,
            identity_shown=True,
            rights_told=True,
            values={
                "place": m.place,
                "started_at": self.at("10:05"),
                "ended_at": self.at("10:30"),
                "told": TOLD,
                "found": self.text(m.found),
            },
        )
        decision.decide_on_spot(
            self.file,
            by=self.handler,
            on=self.day,
            penalties=list(m.penalties),
            facts_certain=True,
            answers=dict(PLAIN),
            values=self._spot_values(),
        )
        decision.serve(
            self.file,
            by=self.handler,
            on=self.day,
            how=casework.Delivery("direct"),
            values=self.receipt("10:35"),
        )
        return self

    def _spot_values(self) -> dict[str, Any]:
        m = self.matter
        values: dict[str, Any] = {
            "breach": self.text(m.facts),
            "happened_at": self.at("10:05"),
            "place": m.place,
            "law_breached": articles(m.breached),
            "law_applied": articles(m.applied),
        }
        if m.payable:
            values["pay_mode"] = "bank"
        return values

    def reported(self, after: int = 1) -> Self:
        decision.report_on_spot(self.file, by=self.handler, on=self.wait(after))
        return self
