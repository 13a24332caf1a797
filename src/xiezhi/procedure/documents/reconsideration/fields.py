"""Words that the documents of reconsideration share, and the lists of the statute as options."""

from __future__ import annotations

from dataclasses import replace

from xiezhi.procedure.documents.model import DocumentKind, Field, FieldKind, Section, Volume
from xiezhi.procedure.documents.vocabulary import (
    BRIEF,
    CAUSE,
    FULL_NAME,
    PARTY,
    REMEDIES,
    Options,
    day,
    long,
    must,
    number,
    text,
)

APPLICANT = replace(PARTY, label="申请人")
DISPUTED = replace(CAUSE, label="被申请行政复议的行政行为")
CLAIMED = replace(BRIEF, label="申请人的主要事实和理由")
RESPONDENT = text("respondent", "被申请人")
CLAIM = long("claim", "行政复议请求")
THIRD_PARTY = text("third_party", "第三人")
ACT_NUMBER = text("act_number", "原行政行为文书号")
ACT_ON = day("act_on", "原行政行为作出日期")
KNOWN_ON = day("known_on", "知道原行政行为的日期")
REPLY_SAID = long("reply_said", "被申请人的答复")
OPINIONS = long("opinions", "听取的意见")
ESTABLISHED = long("established", "审理查明的事实")
CONSIDERED = long("considered", "复议机关的认定和理由")
RULING = long("ruling", "决定内容")
PERFORM_DAYS = number("perform_days", "履行期限（日）")
COMPENSATION = long("compensation", "赔偿、返还和补救")
LAW_RELIED = Field("law_applied", "复议决定的依据", FieldKind.ARTICLES)
#: The body in whose name it is done, the people's government: its name heads and seals the paper.
IN_NAME_OF = text("in_name_of", "行政复议机关")
#: A reconsideration decision is contested in court, within fifteen days (诉讼法 art. 45).
COURT = replace(
    REMEDIES, label="起诉的途径", parts=(("court", "有管辖权的人民法院"),), rule="REM-2-2"
)
IN_CASE: tuple[Field, ...] = (
    must(APPLICANT, "REC-22", "", FULL_NAME),
    must(DISPUTED, "REC-22"),
    RESPONDENT,
)

RESPONDENT_KINDS: Options = (
    ("department", "本级人民政府工作部门"),
    ("government", "下一级人民政府"),
    ("dispatched", "派出机关、派出机构"),
    ("authorised", "法律、法规、规章授权的组织"),
)
#: What an application must satisfy (art. 30(1)), as the officer answers for each.
CONDITIONS: Options = (
    ("clear_parties", "有明确的申请人和符合规定的被申请人"),
    ("interested", "申请人与行政行为有利害关系"),
    ("specific_claim", "有具体的行政复议请求和理由"),
    ("within_term", "在法定申请期限内提出"),
    ("within_scope", "属于行政复议范围"),
    ("own_jurisdiction", "属于本机关管辖"),
    ("first_time", "复议机关和人民法院没有受理过同一申请、同一起诉"),
)
SUSPENSION_GROUNDS: Options = (
    ("heir", "申请人死亡，近亲属尚未确定是否参加"),
    ("capacity", "申请人丧失行为能力，尚未确定法定代理人"),
    ("missing", "申请人下落不明"),
    ("successor", "申请人终止，尚未确定权利义务承受人"),
    ("hindered", "因不可抗力或者其他正当理由不能参加"),
    ("settling", "进行调解、和解，申请人和被申请人同意中止"),
    ("interpretation", "法律适用问题需要有权机关解释或者确认"),
    ("other_case", "以其他尚未审结的案件的结果为依据"),
    ("basis", "附带审查规范性文件或者依据"),
    ("other", "其他需要中止的情形"),
)
#: Suspensions that end the matter after sixty days (art. 41, item 5).
LAPSING = ("heir", "capacity", "successor")
TERMINATION_GROUNDS: Options = (
    ("withdrawn", "申请人撤回申请，行政复议机构准予撤回"),
    ("no_heir", "申请人死亡，没有近亲属或者近亲属放弃"),
    ("no_successor", "申请人终止，没有承受人或者承受人放弃"),
    ("criminal", "因同一违法行为涉嫌犯罪，被采取刑事强制措施"),
    ("lapsed", "中止满六十日，原因仍未消除"),
)
STAY_GROUNDS: Options = (
    ("respondent", "被申请人认为需要停止执行"),
    ("body", "行政复议机关认为需要停止执行"),
    ("applied", "申请人、第三人申请，行政复议机关认为其要求合理"),
    ("law", "法律、法规、规章规定停止执行"),
)
SIMPLIFIED_GROUNDS: Options = (
    ("on_spot", "行政行为是当场作出"),
    ("warning", "行政行为是警告或者通报批评"),
    ("small", "案件涉及款额三千元以下"),
    ("disclosure", "属于政府信息公开案件"),
    ("agreed", "当事人各方同意适用简易程序"),
)
#: What a decision may come to (arts. 33, 63 to 69, 71).
OUTCOMES: Options = (
    ("uphold", "维持"),
    ("change", "变更"),
    ("revoke", "撤销或者部分撤销"),
    ("remake", "撤销并责令重新作出行政行为"),
    ("unlawful", "确认违法"),
    ("perform", "责令履行法定职责"),
    ("void", "确认无效"),
    ("agreement", "责令承担行政协议责任或者补偿"),
    ("dismiss_claim", "驳回行政复议请求"),
    ("dismiss", "驳回行政复议申请"),
)
#: The items of arts. 63 to 71 on which each outcome may rest.
GROUNDS_OF: dict[str, Options] = {
    "uphold": (("68", "事实清楚，证据确凿，依据正确，程序合法，内容适当（第六十八条）"),),
    "change": (
        ("63-1", "内容不适当（第六十三条第一项）"),
        ("63-2", "未正确适用依据（第六十三条第二项）"),
        ("63-3", "事实不清、证据不足，经复议机关查清（第六十三条第三项）"),
    ),
    "revoke": (
        ("64-1", "主要事实不清、证据不足（第六十四条第一项）"),
        ("64-2", "违反法定程序（第六十四条第二项）"),
        ("64-3", "适用的依据不合法（第六十四条第三项）"),
        ("64-4", "超越职权或者滥用职权（第六十四条第四项）"),
        ("70", "被申请人不按规定答复、不提交证据和依据（第七十条）"),
    ),
    "unlawful": (
        ("65-1-1", "撤销会给国家利益、社会公共利益造成重大损害（第六十五条第一款第一项）"),
        ("65-1-2", "程序轻微违法，对权利不产生实际影响（第六十五条第一款第二项）"),
        ("65-2-1", "违法但是不具有可撤销内容（第六十五条第二款第一项）"),
        ("65-2-2", "改变原违法行为，申请人仍要求撤销或者确认（第六十五条第二款第二项）"),
        ("65-2-3", "责令履行没有意义（第六十五条第二款第三项）"),
    ),
    "perform": (("66", "被申请人不履行法定职责（第六十六条）"),),
    "void": (("67", "重大且明显违法，申请人申请确认无效（第六十七条）"),),
    "agreement": (
        ("71-1", "不依法订立、履行或者违法变更、解除行政协议（第七十一条第一款）"),
        ("71-2", "变更、解除合法，未依法补偿或者补偿不合理（第七十一条第二款）"),
    ),
    "dismiss_claim": (("69", "没有相应职责，或者受理前已经履行（第六十九条）"),),
    "dismiss": (("33", "受理后发现不符合受理条件（第三十三条）"),),
}
#: Where the respondent didn't answer, each of these may rest on art. 70 as well.
UNANSWERED = ("revoke", "remake", "unlawful", "void", "perform")
GROUNDS: Options = tuple(dict(row for rows in GROUNDS_OF.values() for row in rows).items())


def letter(
    code: str,
    title: str,
    place: tuple[int, str],
    fields: tuple[Field, ...],
    body: tuple[Section, ...],
) -> DocumentKind:
    """A sealed document that is served; `place`: its order and the word in its number.

    It is made in the name of the body that reconsiders (art. 61), where the File names one; the
    agency that answers names none and writes in its own.
    """
    order, series = place
    return DocumentKind(
        f"reconsideration.{code}",
        title,
        Volume.OPEN,
        order,
        series=series,
        served=True,
        sealed=True,
        fields=(*fields, IN_NAME_OF),
        body=body,
    )
