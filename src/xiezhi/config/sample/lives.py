"""How far each sample case has come: a life is the acts up to there, in the order of the law."""

from __future__ import annotations

from collections.abc import Callable

from xiezhi.config.sample.branches import Story

Life = Callable[[Story], object]

_SAID = "对违法事实没有异议，已经改正，请求从轻处罚。"
_WEIGHED = "改正情况属实，拟处罚意见已经考虑。"
_COUNTED_WRONG = "货值金额少计一种商品，与票据不一致，请核对后修改终结报告。"


# -- 立案、调查 ------------------------------------------------------------------------------------
def reported(t: Story) -> object:
    return t.registered(real_name=True)


def looked_at(t: Story) -> object:
    return t.registered().inspected(2)


def asked_for(t: Story) -> object:
    return t.registered().inspected().proposed(1)


def turned_down(t: Story) -> object:
    t.registered().inspected(2)
    t.refused("经核查，涉案食品为当事人自用，没有对外销售，没有证据证明存在违法行为。")
    return t.closed("不予立案，材料归档。")


def not_informed(t: Story) -> object:
    """A reporter by name who should have been told, and wasn't."""
    t.registered(real_name=True).inspected().proposed(1)
    return t.filed_after(2).interviewed(3)


def keeping_evidence(t: Story) -> object:
    return t.filed().preserved().interviewed(2)


def testing(t: Story) -> object:
    t.filed().preserved().interviewed()
    return t.disposed("tested").sent_to_test("熄火保护装置是否符合 GB 16410—2020", 0)


def resting(t: Story) -> object:
    return t.investigated().paused("本案须以另一案件的处理结果为依据，该案尚未办结。")


def running_out(t: Story) -> object:
    """Much of the ninety days is gone."""
    return t.investigated()


def correcting(t: Story) -> object:
    return t.filed().interviewed(1).ordered().visited_again("执行报告已经更正并重新提交。")


# -- 终结、告知、听证 ------------------------------------------------------------------------------
def concluded(t: Story) -> object:
    return t.investigated().concluded()


def told(t: Story) -> object:
    return t.investigated().concluded().noticed()


def answered(t: Story) -> object:
    return told_story(t).stated(_SAID, 2)


def told_story(t: Story) -> Story:
    t.investigated().concluded().noticed()
    return t


def hearing_soon(t: Story) -> object:
    told_story(t).hearing_asked()
    return t.hearing_called()


def heard_and_sent(t: Story) -> object:
    told_story(t).hearing_asked()
    t.hearing_called(1)
    t.heard()
    return t.submitted()


# -- 审核 ------------------------------------------------------------------------------------------
def sent(t: Story) -> object:
    return told_story(t).silent().submitted()


def sent_back(t: Story) -> object:
    told_story(t).silent().submitted()
    return t.judged("correct", _COUNTED_WRONG, failing="facts")


def sent_again(t: Story) -> object:
    sent_back(t)
    t.revised(was="342.00", now="378.00")
    return t.submitted(answer="已按票据核对货值金额，修改了终结报告。")


def to_be_discussed(t: Story) -> object:
    """Cleared, and so grave or unusual that the heads must talk about it first (art. 57)."""
    return t.needs_discussion().cleared()


def to_be_decided(t: Story) -> object:
    told_story(t).waived()
    t.submitted()
    return t.approved()


# -- 决定、执行 ------------------------------------------------------------------------------------
def decided(t: Story) -> object:
    t.cleared()
    return t.decided()


def waiting_for_signature(t: Story) -> object:
    t.cleared()
    return t.decided().served().drafted(2)


def forgotten(t: Story) -> object:
    """Decided, paid, and not published when it should have been."""
    t.cleared()
    return t.decided().served().paid()


def demanded(t: Story) -> object:
    t.cleared()
    return t.decided().served().shown().demanded(13)


def in_court(t: Story) -> object:
    t.cleared()
    return t.decided().served().shown().demanded(13).taken_to_court(132)


def by_instalments(t: Story) -> object:
    t.cleared()
    return t.decided().served().shown().in_instalments(2).paid(8, "0.5")


def finished(t: Story) -> object:
    t.cleared()
    return t.decided().served().shown().paid().closed()


def filed_away(t: Story) -> object:
    t.cleared()
    return t.decided().served().shown().paid().closed().archived()


def taken_back(t: Story) -> object:
    t.cleared()
    t.decided().served().shown().paid()
    t.revoked()
    return t.withdrawn("revoked", "处罚决定已被行政复议机关撤销（安政复决〔{year}〕18号）。")


def let_off(t: Story) -> object:
    t.investigated()
    t.without_penalty("违法行为轻微并及时改正，没有造成危害后果，依法不予行政处罚，予以教育。")
    t.submitted()
    t.approved()
    return t.decided().served().closed("不予行政处罚，已对当事人进行教育。")


# -- where a review isn't due in every case --------------------------------------------------------
def exempted(t: Story) -> object:
    told_story(t).silent()
    t.exempted()
    return t.decided().served().shown().paid().closed()


def exempted_and_filed_away(t: Story) -> object:
    exempted(t)
    return t.archived()


def argued(t: Story) -> object:
    told_story(t).stated(_SAID)
    t.rechecked(_SAID, _WEIGHED, "rejected").silent()
    t.exempted()
    return t.decided().served().shown().paid().closed()


def kept_private(t: Story) -> object:
    t.cleared()
    t.decided().served().withheld("G5", "病历和患者身份构成主要事实，公开会暴露患者隐私。")
    return t.paid(4)


# -- 简易程序 --------------------------------------------------------------------------------------
def on_the_spot(t: Story) -> object:
    return t.on_the_spot()


def on_the_spot_reported(t: Story) -> object:
    return t.on_the_spot().reported()


def on_the_spot_done(t: Story) -> object:
    t.on_the_spot().reported()
    return t.paid(2).closed() if t.matter.payable else t.closed("警告已当场宣告，违法行为已改正。")


def on_the_spot_filed_away(t: Story) -> object:
    on_the_spot_done(t)
    return t.archived()
