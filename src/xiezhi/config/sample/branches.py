"""The side roads of a case: preserved evidence, tests, pauses, correction, hearings, refusals."""

from __future__ import annotations

import datetime as dt
from typing import Self

from xiezhi.casework import actions as casework
from xiezhi.config.sample.ending import Ending
from xiezhi.config.sample.government import REVIEWER
from xiezhi.config.sample.matter import articles
from xiezhi.config.sample.plan import road
from xiezhi.identity.models import Account


class Story(Ending):
    """A case with every branch there is."""

    def preserved(self, after: int = 0) -> Self:
        casework.preserve_evidence(
            self.file,
            by=self.head,
            on=self.wait(after),
            values={
                "kept_at": f"{self.matter.party['name']}仓库，就地封存",
                "goods": [dict(row) for row in self.matter.goods],
            },
        )
        return self

    def disposed(self, how: str = "returned", after: int = 3) -> Self:
        casework.dispose_preserved(
            self.file, by=self.handler, on=self.wait(after), values={"disposal": how}
        )
        return self

    def sent_to_test(self, asked: str, after: int = 1) -> Self:
        casework.commission_test(
            self.file,
            by=self.handler,
            on=self.wait(after),
            values={
                "laboratory": "海岳省产品质量检验研究院",
                "goods": [dict(row) for row in self.matter.goods],
                "asked": asked,
            },
        )
        return self

    def paused(self, reason: str, after: int = 1) -> Self:
        casework.suspend(self.file, by=self.unit_head, on=self.wait(after), reason=reason)
        return self

    def extended(self, days: int, reason: str, after: int = 0) -> Self:
        casework.extend(self.file, by=self.head, on=self.wait(after), days=days, reason=reason)
        return self

    def ordered(self, after: int = 1) -> Self:
        m = self.matter
        casework.order_correction(
            self.file,
            by=self.handler,
            on=self.wait(after),
            values={
                "breach": self.text(m.brief),
                "law_breached": articles(m.breached),
                "at_once": True,
                "correction": m.correction or "立即停止违法行为。",
            },
        )
        return self

    def visited_again(self, found: str, after: int = 3) -> Self:
        casework.recheck_correction(
            self.file, by=self.handler, on=self.wait(after), found=found, outcome="corrected"
        )
        return self

    def informed(self, after: int = 2) -> Self:
        casework.inform_reporter(
            self.file, by=self.handler, on=self.wait(after), how="电话告知，已录音"
        )
        return self

    def refused(self, reason: str, after: int = 4) -> Self:
        casework.refuse_filing(
            self.file, by=self.unit_head, on=self.wait(after), ground="other", reason=reason
        )
        return self

    def without_penalty(self, reason: str, after: int = 3) -> Self:
        """Concluded with 不予行政处罚 (art. 33)."""
        m = self.matter
        proposal = {
            "outcome": "no_penalty",
            "kinds": [],
            "penalties": [],
            "fine": "0",
            "gains": "0",
            "goods_value": "0",
            "reason": reason,
            **self.answers,
        }
        values = {
            "facts": self.text(m.facts),
            "law_breached": articles(m.breached),
            "law_applied": articles((("中华人民共和国行政处罚法", "第三十三条第一款"),)),
            "discretion": reason,
            "penalties": [{"kind": "none", "content": "不予行政处罚"}],
        }
        casework.conclude(
            self.file,
            by=self.handler,
            on=self.wait(after),
            report=casework.Report(proposal, values),
        )
        return self

    # -- 听证 --------------------------------------------------------------------------------------
    @property
    def host(self) -> Account:
        """Who hosts a hearing: a reviewer who won't review this case, where there are two."""
        people = [w for w in self.agency.plan.people if REVIEWER in w.roles]
        return self.agency.accounts[people[-1].username]

    def hearing_asked(self, after: int = 3) -> Self:
        casework.request_hearing(
            self.file,
            by=self.handler,
            on=self.wait(after),
            reason="认为违法所得计算有误，裁量过重，要求举行听证。",
        )
        return self

    def hearing_called(self, after: int = 2, ahead: int = 8) -> Self:
        self.wait(after)
        casework.notify_hearing(
            self.file,
            by=self.unit_head,
            on=self.day,
            hearing_at=self.moment(dt.time(9, 30), ahead),
            host=self.host.person_id,
            values={
                "held_in": f"{self.agency.organ.name}二楼听证室",
                "host": self.host.person.name,
            },
        )
        return self

    @road
    def heard(self) -> Self:
        return self.hearing_held().hearing_reported()

    def hearing_held(self, after: int = 8) -> Self:
        self.wait(after)
        casework.hold_hearing(
            self.file,
            by=self.host,
            on=self.day,
            values={
                "started_at": self.at("09:30"),
                "ended_at": self.at("11:10"),
                "place": f"{self.agency.organ.name}二楼听证室",
                "told": "核对到场人员身份，宣布听证纪律，告知当事人的权利义务。",
                "participants": [
                    {"role": "当事人", "name": self.matter.speaker},
                    {"role": "案件调查人员", "name": self.handler.person.name},
                ],
                "talk": [
                    {"q": "案件调查人员", "a": "当事人的行为有现场笔录、票据和询问笔录证明。"},
                    {"q": "当事人", "a": "对事实没有异议，认为罚款偏重，已经全部改正。"},
                ],
            },
        )
        return self

    def hearing_reported(self, after: int = 2) -> Self:
        casework.report_hearing(
            self.file,
            by=self.host,
            on=self.wait(after),
            values={
                "basics": "听证公开举行，双方到场，程序合法。",
                "investigators_said": "事实清楚，证据确凿，建议维持拟处罚意见。",
                "party_said": "对事实没有异议，请求考虑改正情况从轻处罚。",
                "advice": "事实清楚，证据充分；当事人已改正，建议在裁量基准以内从轻。",
            },
        )
        return self
