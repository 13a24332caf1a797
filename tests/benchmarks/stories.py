"""The stories a loaded deployment consists of: closed and shown ones, and all that are under way.

Each is lived through the product's own actions by the builders that the tests use.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from tests.builders import Bureau, Story
from tests.disclosure.showing import Showing
from xiezhi.casework import actions as casework
from xiezhi.decision import actions as decision
from xiezhi.record import archiving

CAUSES = (
    ("经营虚假标注生产日期的食品", "检查发现外包装生产日期与喷码不符。"),
    ("未按规定处置危险废物", "检查发现危险废物露天堆放，没有转移联单。"),
    ("擅自占用道路施工", "巡查发现在人行道上开挖，没有许可证。"),
    ("使用未经检定的计量器具", "检查发现电子秤没有检定标志。"),
    ("发布虚假广告", "网站宣称产品能治疗疾病，没有依据。"),
    ("未落实安全生产培训制度", "检查发现特种作业人员没有培训记录。"),
    ("无证运输散装货物", "查验车辆时未能出示道路运输证。"),
    ("销售侵犯注册商标专用权的商品", "货架上的商品经权利人鉴别为假冒。"),
)
#: A party whose every mark is replaced when the story is told of another one.
PARTY = {
    "kind": "legal_person",
    "name": "安澜市犇淼骉商贸有限公司",
    "code": "91230500MA1B3N1N2M",
    "address": "安澜市东埠区临港路 18 号",
    "phone": "",
    "legal_rep": "韩某",
    "id_number": "",
}


class Tale(Story):
    """A story with a cause of its own."""

    cause = CAUSES[0]

    def registered(self) -> Tale:
        self.file = casework.register_clue(
            by=self.bureau.handler,
            on=self.day,
            party=self.party,
            cause=self.cause[0],
            brief=self.cause[1],
            source="inspection",
            found_on=self.day,
        )
        return self

    def corrected(self) -> Tale:
        """Sent back once, answered, submitted again."""
        self.submitted().judged("correct", failing="facts")
        casework.revise_conclusion(
            self.file, by=self.bureau.handler, on=self.on(), report=self.report()
        )
        self.resubmitted()
        return self

    def refused(self) -> Tale:
        self.registered().inspected()
        casework.refuse_filing(
            self.file,
            by=self.bureau.head,
            on=self.on(),
            ground="slight",
            corrected=True,
            reason="违法行为轻微并及时改正。",
        )
        return self

    def suspended(self) -> Tale:
        self.investigated()
        casework.suspend(self.file, by=self.bureau.head, on=self.on(), reason="等待检验结论。")
        return self

    def drafted(self) -> Tale:
        self.served()
        Showing(self).drafted()
        return self

    def shown(self) -> Tale:
        self.served()
        Showing(self).shown()
        return self

    def closed_after_showing(self) -> Tale:
        self.shown()
        self.closed_as_served()
        return self

    def closed_as_served(self) -> Tale:
        """Paid and closed from where it stands."""
        decision.record_payment(
            self.file, by=self.bureau.handler, on=self.on(3), amount=Decimal(self.fine)
        )
        decision.close(self.file, by=self.bureau.head, on=self.on(), outcome="罚款已缴清。")
        return self

    def archived(self) -> Tale:
        self.closed_after_showing()
        archiving.archive(self.file, by=self.bureau.archivist, on=self.on(2))
        return self


@dataclass(frozen=True)
class Template:
    """A story, its share of all cases, and how many days before today it may have begun."""

    name: str
    tell: Callable[[Tale], Tale]
    share: float
    begun: tuple[int, int]


#: Three quarters are over; the rest waits for somebody at every step, some of it too late.
TEMPLATES = (
    Template("archived", Tale.archived, 0.73, (45, 330)),
    Template("refused", Tale.refused, 0.02, (5, 200)),
    Template("registered", Tale.registered, 0.03, (0, 40)),
    Template("inspected", lambda tale: tale.registered().inspected(), 0.01, (0, 40)),
    Template("proposed", lambda tale: tale.registered().inspected().proposed(), 0.02, (0, 30)),
    Template("filed", Tale.filed, 0.03, (1, 110)),
    Template("investigated", Tale.investigated, 0.04, (2, 110)),
    Template("suspended", Tale.suspended, 0.005, (30, 110)),
    Template("concluded", Tale.concluded, 0.02, (9, 110)),
    Template("noticed", Tale.noticed, 0.02, (11, 60)),
    Template("submitted", Tale.submitted, 0.02, (12, 40)),
    Template("corrected", Tale.corrected, 0.005, (15, 60)),
    Template("cleared", Tale.cleared, 0.01, (13, 60)),
    Template("decided", Tale.decided, 0.01, (14, 40)),
    Template("served", Tale.served, 0.015, (15, 60)),
    Template("drafted", Tale.drafted, 0.005, (15, 40)),
    Template("shown", Tale.shown, 0.015, (15, 60)),
    Template("closed", Tale.closed_after_showing, 0.005, (20, 80)),
)


def tell(template: Template, bureau: Bureau, day: dt.date, cause: int) -> Tale:
    """Live one story, from that day on; raises Refused where the procedure doesn't allow it."""
    tale = Tale(bureau, day=day, party=dict(PARTY))
    tale.cause = CAUSES[cause % len(CAUSES)]
    return template.tell(tale)
