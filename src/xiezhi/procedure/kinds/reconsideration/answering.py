"""What the agency whose act is contested has to answer, and what may not be in its answer."""

from __future__ import annotations

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.kinds.checks.days import day as as_day
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask, Event
from xiezhi.procedure.timelimits import cn_date

BEGINS = "reconsideration.open_reply"
NOTICE, APPLICATION = "notice", "application"
PROCEDURES = (("ordinary", "普通程序"), ("simplified", "简易程序"))


# -- what the ledger says --


def noticed(st: Standing) -> Event | None:
    """The notice to answer: the one that opened the File, or the one received later."""
    opened = st.last(BEGINS)
    later = st.last("reconsideration.receive_notice")
    if later is not None:
        return later
    return opened if opened and opened.facts.get("came") == NOTICE else None


def _noticed(st: Standing, procedure: str) -> Event | None:
    event = noticed(st)
    return event if event and event.facts.get("procedure") == procedure else None


def noticed_ordinary(st: Standing) -> Event | None:
    return _noticed(st, "ordinary")


def noticed_simplified(st: Standing) -> Event | None:
    return _noticed(st, "simplified")


def came_through_us(st: Standing) -> Event | None:
    """The application that the party handed to the agency itself (art. 32)."""
    opened = st.last(BEGINS)
    return opened if opened and opened.facts.get("came") == APPLICATION else None


# -- checks --


def way_is_lawful(_st: Standing, ask: Ask) -> Reason | None:
    """Only penalties on the spot or by monitoring equipment may be contested through us."""
    if ask.facts.get("came") == NOTICE:
        return _procedure_is_named(ask)
    if ask.facts.get("on_spot_act") is True:
        return None
    return refuse(
        "REM-5",
        "只有当场作出或者依据电子技术监控设备记录作出的处罚决定，可以通过本机关提交复议申请。",
        todo="告知申请人直接向行政复议机关申请。",
        field="on_spot_act",
    )


def _procedure_is_named(ask: Ask) -> Reason | None:
    if ask.facts.get("procedure") in dict(PROCEDURES):
        return None
    return refuse("REM-7", "没有填写行政复议适用的程序，无法计算答复期限。", field="procedure")


def came_as_application(st: Standing, _ask: Ask) -> Reason | None:
    if came_through_us(st):
        return None
    return refuse("REM-5", "复议申请不是通过本机关提交的，不用转送。")


def is_noticed(st: Standing, _ask: Ask) -> Reason | None:
    if noticed(st):
        return None
    return refuse("REM-7", "还没有收到行政复议机关的答复通知。", todo="收到后先登记。")


def no_new_evidence(st: Standing, ask: Ask) -> Reason | None:
    """Nothing gathered since the reconsideration began, unless the body agreed (art. 46)."""
    opened = st.last(BEGINS)
    newest = as_day(ask.facts.get("newest_evidence_on"))
    if newest is None:
        return refuse("REM-10", "没有填写最近一份证据的收集日期。", field="newest_evidence_on")
    if opened is None or newest < opened.on or ask.facts.get("supplement_agreed") is True:
        return None
    return refuse(
        "REM-10",
        f"{cn_date(newest)}收集的证据是在行政复议期间收集的，不能作为认定行政行为合法的依据。",
        todo="去掉行政复议期间自行收集的证据；经行政复议机构同意补充的，予以确认。",
        field="newest_evidence_on",
    )


def head_attends(_st: Standing, ask: Ask) -> Reason | None:
    """The agency's head attends, or says why not and sends somebody (art. 51(3))."""
    if ask.facts.get("our_head_attended") is True or ask.facts.get("our_head_absent_why"):
        return None
    return refuse(
        "REC-51-3",
        "负责人没有参加听证，也没有写明理由和委托的人员。",
        field="our_head_absent_why",
    )


def decision_is_carried_out(st: Standing, _ask: Ask) -> Reason | None:
    """A decision that binds the agency is performed before the File closes (art. 77)."""
    if st.fact("reconsideration.enter_outcome", "to_perform") is not True:
        return None
    if st.fact("reconsideration.carry_out", "carried_out") is True:
        return None
    return refuse("REC-77-1", "复议决定要求本机关履行，还没有履行完毕。", todo="履行后登记。")


def letter_is_reported(st: Standing, _ask: Ask) -> Reason | None:
    """An opinion letter is answered with a report (art. 76)."""
    got = st.last("reconsideration.receive_letter")
    if got is None or st.after("reconsideration.report_correction", got.seq):
        return None
    return refuse("REM-9", "行政复议意见书的纠正情况还没有报送。", todo="报送后再结案。")


def must_be_carried_out(st: Standing, _ask: Ask) -> Reason | None:
    if st.fact("reconsideration.enter_outcome", "to_perform") is True:
        return None
    return refuse("FLOW-ORDER", "复议结果没有要求本机关履行的内容。")


def dispute_is_over(st: Standing, _ask: Ask) -> Reason | None:
    """Over with the outcome, or by putting the act right before anything was forwarded."""
    if st.has("reconsideration.enter_outcome"):
        return None
    if noticed(st) or st.has("reconsideration.forward"):
        return refuse("REM-7", "还没有登记行政复议结果。", todo="收到行政复议决定等文书后登记。")
    return None
