"""Builders that walk the real procedure: the gate forbids shortcuts, so tests take none."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Self

from xiezhi.casework import actions as casework
from xiezhi.casework.rules import proposal_of
from xiezhi.decision import actions as decision
from xiezhi.decision.models import Decision
from xiezhi.identity.models import Account, Organ, Person, Post
from xiezhi.procedure.review_grounds import CHECKLIST
from xiezhi.procedure.roles import Role
from xiezhi.record.actions import standing_of
from xiezhi.record.models import Entry, File, Material
from xiezhi.registry.models import Officer
from xiezhi.review import actions as review
from xiezhi.review.models import Clearance

START = dt.date(2026, 3, 2)
SINCE = dt.date(2020, 1, 1)
#: Every review ground denied: an ordinary case.
PLAIN = {
    "public_interest": False,
    "social_risk": False,
    "major_rights": False,
    "complex": False,
    "beyond_benchmark": False,
    "law_requires": False,
    "crime": False,
    "discussion_due": False,
}
COMPANY = {
    "kind": "legal_person",
    "name": "安澜市禾丰粮油商贸有限公司",
    "code": "91230500MA1B3N1N2M",
    "address": "安澜市东埠区临港路 18 号",
    "phone": "",
    "legal_rep": "韩某",
    "id_number": "",
}
BREACHED = [{"law": "中华人民共和国食品安全法", "article": "第三十四条第十项"}]
APPLIED = [{"law": "中华人民共和国食品安全法", "article": "第一百二十四条第一款第五项"}]


@dataclass
class Bureau:
    """An agency with everybody a case needs; names are invented."""

    agency: Organ
    unit: Organ
    handler: Account
    second: Account
    unit_head: Account
    reviewer: Account
    head: Account
    publisher: Account
    archivist: Account
    supervisor: Account
    stranger: Account

    def on_site(self) -> casework.OnSite:
        """Both officers present, certificates shown, rights told."""
        people = [self.handler.person_id, self.second.person_id]
        return casework.OnSite(people, identity_shown=True, rights_told=True)


def organ(parent: Organ | None, slug: str, kind: str, name: str, **more: Any) -> Organ:
    """An organ at its place in the tree."""
    path = f"{parent.path if parent else ''}{slug}."
    made, _new = Organ.objects.get_or_create(
        path=path, defaults={"parent": parent, "slug": slug, "kind": kind, "name": name, **more}
    )
    return made


def account(username: str, name: str, unit: Organ, role: Role, over: Organ) -> Account:
    """A person with an account and a post."""
    person = Person.objects.create(name=name, qualification="A20200000001")
    made = Account(username=username, person=person, unit=unit)
    made.set_unusable_password()
    made.save()
    Post.objects.create(account=made, role=role, organ=over, since=SINCE)
    return made


def certificate(who: Account, agency: Organ, number: str, **more: Any) -> Officer:
    """A certificate valid for years, for penalties, in the agency's own region."""
    return Officer.objects.create(
        **{
            "person": who.person,
            "agency": agency,
            "number": number,
            "categories": ["市场监管"],
            "territory": agency.region,
            "valid_from": SINCE,
            "valid_until": dt.date(2030, 12, 31),
            **more,
        }
    )


def a_bureau(slug: str = "scjg", policy: str = "S1") -> Bureau:
    """安澜市市场监督管理局, under its city."""
    city = organ(None, "anlan", Organ.Kind.GOVERNMENT, "安澜市人民政府", region="990100")
    agency = organ(
        city,
        slug,
        Organ.Kind.AGENCY,
        "安澜市市场监督管理局",
        word="安市监",
        region="990100",
        policy=policy,
        address="安澜市东埠区海晏路 1 号",
        phone="0990-1234567",
        court="安澜市东埠区人民法院",
        bank_name="安澜市商业银行东埠支行",
        bank_address="安澜市东埠区海晏路 9 号",
        bank_account="6200000000000000001",
        code="11230500001755309F",
    )
    unit = organ(agency, "zf1", Organ.Kind.UNIT, "执法一科")
    legal = organ(agency, "fg", Organ.Kind.UNIT, "法规科")
    people = {
        "handler": account(f"{slug}-zhou", "周闻溪", unit, Role.HANDLER, unit),
        "second": account(f"{slug}-lu", "陆知行", unit, Role.HANDLER, unit),
        "unit_head": account(f"{slug}-fang", "方远", unit, Role.UNIT_HEAD, unit),
        "reviewer": account(f"{slug}-shen", "沈若谷", legal, Role.REVIEWER, agency),
        "head": account(f"{slug}-cheng", "程以宁", agency, Role.AGENCY_HEAD, agency),
        "publisher": account(f"{slug}-gu", "顾南", agency, Role.PUBLISHER, agency),
        "archivist": account(f"{slug}-qi", "祁文", agency, Role.ARCHIVIST, agency),
        "supervisor": account(f"{slug}-he", "何砚秋", unit, Role.SUPERVISOR, city),
        "stranger": account(f"{slug}-wu", "吴量", unit, Role.HANDLER, unit),
    }
    for n, key in enumerate(("handler", "second", "stranger")):
        certificate(people[key], agency, f"9901002341{n}")
    return Bureau(agency=agency, unit=unit, **people)


@dataclass
class Story:
    """One penalty case, told step by step; each step is an act of the right person."""

    bureau: Bureau
    day: dt.date = START
    party: dict[str, Any] = field(default_factory=lambda: dict(COMPANY))
    fine: str = "52000"
    answers: dict[str, Any] = field(default_factory=lambda: dict(PLAIN))
    file: File = field(init=False)

    def on(self, days: int = 1) -> dt.date:
        """Let some days pass and tell the new one."""
        self.day += dt.timedelta(days=days)
        return self.day

    def registered(self) -> Self:
        self.file = casework.register_clue(
            by=self.bureau.handler,
            on=self.day,
            party=self.party,
            cause="经营虚假标注生产日期的食品",
            brief="检查发现外包装生产日期与喷码不符。",
            source="inspection",
            found_on=self.day,
        )
        return self

    def inspected(self) -> Self:
        casework.inspect(
            self.file,
            by=self.bureau.handler,
            on=self.day,
            site=self.bureau.on_site(),
            values={
                "place": "安澜市东埠区临港路 18 号",
                "started_at": f"{self.day}T09:10",
                "ended_at": f"{self.day}T10:40",
                "told": "已出示执法证件，告知权利义务。",
                "found": "货架上有 14 箱食用油，外包装标注的生产日期与瓶身喷码不一致。",
            },
        )
        return self

    def proposed(self) -> Self:
        b = self.bureau
        casework.propose_filing(
            self.file,
            by=b.handler,
            on=self.day,
            officers=[b.handler.person_id, b.second.person_id],
            violation_ended_on=self.day,
            discovered_on=self.day,
            has_evidence=True,
            punishable=True,
            own_jurisdiction=True,
            opinion="建议立案调查。",
        )
        return self

    def filed(self) -> Self:
        self.registered().inspected().proposed()
        casework.file_case(self.file, by=self.bureau.head, on=self.on())
        return self

    def proposal(self) -> dict[str, Any]:
        return proposal_of("penalty", [{"kind": "fine", "amount": self.fine}], self.answers)

    def report(self) -> casework.Report:
        proposal = self.proposal()
        values = {
            "facts": "当事人购进食用油 14 箱，更改外包装生产日期后销售，货值 3,360 元。",
            "law_breached": BREACHED,
            "law_applied": APPLIED,
            "discretion": "当事人积极配合调查，符合一般裁量情形。",
            "penalties": proposal["penalties"],
            "fine": proposal["fine"],
        }
        return casework.Report(proposal, values)

    def investigated(self) -> Self:
        self.filed()
        casework.add_evidence(
            self.file,
            by=self.bureau.handler,
            on=self.on(),
            kind="documentary",
            title="进货票据",
            proves="购进数量和价格",
        )
        return self

    def concluded(self) -> Self:
        self.investigated()
        casework.conclude(
            self.file,
            by=self.bureau.handler,
            on=self.on(7),
            report=self.report(),
        )
        return self

    def receipt(self) -> dict[str, Any]:
        return {
            "place": "安澜市东埠区临港路 18 号",
            "served_at": f"{self.day}T15:00",
            "received_by": "韩某",
        }

    def noticed(self) -> Self:
        self.concluded()
        casework.give_notice(self.file, by=self.bureau.head, on=self.on())
        casework.serve_notice(
            self.file,
            by=self.bureau.handler,
            on=self.on(),
            how=casework.Delivery("direct"),
            values=self.receipt(),
        )
        return self

    def waived(self) -> Self:
        self.noticed()
        casework.waive_statement(self.file, by=self.bureau.handler, on=self.day, hearing_too=True)
        return self

    def submitted(self) -> Self:
        self.waived()
        self.resubmitted()
        return self

    def resubmitted(self) -> Self:
        review.submit(self.file, by=self.bureau.handler, on=self.on(), opinion="建议给予行政处罚。")
        return self

    def judged(self, verdict: str, *, failing: str | None = None) -> Self:
        """The reviewer answers the ten points."""
        answers = [
            {
                "point": point.code,
                "verdict": "fail" if point.code == failing else "pass",
                "material": "案件调查终结报告",
                "note": "货值少计一辆" if point.code == failing else "",
            }
            for point in CHECKLIST
        ]
        review.give_opinion(
            self.file,
            by=self.bureau.reviewer,
            on=self.on(),
            verdict=verdict,
            answers=answers,
            reasons="事实清楚，证据确凿，程序合法。",
        )
        return self

    def cleared(self) -> Self:
        return self.submitted().judged("approved")

    def decided(self) -> Self:
        self.cleared()
        decision.issue(self.clearance, by=self.bureau.head, on=self.on())
        return self

    def served(self) -> Self:
        self.decided()
        decision.serve(
            self.file,
            by=self.bureau.handler,
            on=self.on(),
            how=casework.Delivery("direct"),
            values=self.receipt(),
        )
        return self

    def paid(self) -> Self:
        self.served()
        decision.record_payment(
            self.file, by=self.bureau.handler, on=self.on(3), amount=Decimal(self.fine)
        )
        return self

    def closed(self) -> Self:
        self.paid()
        decision.close(self.file, by=self.bureau.head, on=self.on(), outcome="罚款已缴清。")
        return self

    # -- what can be asked of it -----------------------------------------------------------------
    @property
    def clearance(self) -> Clearance:
        return Clearance.objects.select_related("seal", "file").get(file=self.file)

    @property
    def decision(self) -> Decision:
        return Decision.objects.get(file=self.file)

    @property
    def acts(self) -> list[str]:
        return list(
            Entry.objects.filter(file=self.file).order_by("seq").values_list("kind", flat=True)
        )

    @property
    def papers(self) -> list[str]:
        return list(
            Material.objects.filter(file=self.file).order_by("seq").values_list("code", flat=True)
        )

    def stands(self, today: dt.date | None = None) -> Any:
        return standing_of(self.file, today=today or self.day)


def a_case(bureau: Bureau | None = None, **more: Any) -> Story:
    """A case of the general procedure, not yet begun."""
    return Story(bureau or a_bureau(), **more)
