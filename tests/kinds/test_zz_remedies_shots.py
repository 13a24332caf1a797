import datetime as dt, dataclasses
import pytest
from tests.builders import a_bureau
from tests.faces.desk.test_browser import opens, bureau  # noqa
from tests.kinds.test_lives import cast
from xiezhi.config.sample.kinds import LIVES
from xiezhi.config.sample.kinds.telling import tell
from xiezhi.record.calendars import calendar_for

@pytest.mark.browser
def test_shots(site, opens):
    b = a_bureau(policy="national")
    cal = calendar_for(b.agency.region)
    by = {l.name: l for l in LIVES}
    def upto(name, act, start=dt.date(2026,10,19)):
        l = by[name]
        n = max(i for i, d in enumerate(l.deeds) if d.act == act)
        return tell(dataclasses.replace(l, deeds=l.deeds[:n]), cast(b), start, cal)
    prop = upto("reconsideration.remade", "reconsideration.propose", dt.date(2026,10,12))
    acc = upto("reconsideration.remade", "reconsideration.accept", dt.date(2026,11,9))
    rep = upto("reconsideration.answered", "reconsideration.submit_reply", dt.date(2026,11,9))
    sup = upto("supervision.decided", "supervision.record_correction", dt.date(2026,10,12))
    norm = upto("normative.corrected", "normative.register", dt.date(2026,10,12))
    con = upto("contract.changed", "contract.give_opinion", dt.date(2026,11,9))
    for w in (1440, 390):
        for name, who, path in (
            ("apply", b.handler, "/desk/new/reconsideration.apply/"),
            ("accept", b.unit_head, f"/desk/files/{acc.pk}/acts/reconsideration.accept/"),
            ("case", b.handler, f"/desk/files/{prop.pk}/"),
            ("propose", b.handler, f"/desk/files/{prop.pk}/acts/reconsideration.propose/"),
            ("limits", b.handler, f"/desk/files/{prop.pk}/limits/"),
            ("reply", b.head, f"/desk/files/{rep.pk}/"),
            ("submit", b.head, f"/desk/files/{rep.pk}/acts/reconsideration.submit_reply/"),
            ("sup", b.supervisor, f"/desk/files/{sup.pk}/"),
            ("lead", b.supervisor, "/desk/new/supervision.register_lead/"),
            ("norm", b.handler, f"/desk/files/{norm.pk}/"),
            ("review", b.reviewer, f"/desk/files/{con.pk}/acts/contract.give_opinion/"),
        ):
            p = opens(who, path, w)
            p.screenshot(path=f"/tmp/xz/remedies/shots/{name}-{w}.png", full_page=True)
            wide = p.evaluate("document.documentElement.scrollWidth > innerWidth")
            print(name, w, p.title(), "WIDE" if wide else "")
            p.close()
