"""What each act of disclosure takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from xiezhi.disclosure import actions, drafting
from xiezhi.disclosure.catalogue import COVERINGS
from xiezhi.disclosure.covering import Passage
from xiezhi.disclosure.models import Draft, Publication, Signature, Withdrawal, Withholding
from xiezhi.disclosure.rules import GATES_BY_CODE, WITHDRAWAL_GROUNDS, withhold_label
from xiezhi.identity.prepared import Prepared, Slot
from xiezhi.procedure.citations import Refused
from xiezhi.procedure.disclosure_terms import GateFacts, portal_term
from xiezhi.procedure.kinds.course import decision_event
from xiezhi.procedure.policy import load
from xiezhi.procedure.repair import CONDITIONS
from xiezhi.procedure.rulebook import refuse
from xiezhi.record.actions import standing_of
from xiezhi.ui.forms import (
    ActForm,
    DayField,
    LineField,
    PickField,
    PicksField,
    RowsField,
    SelectField,
    TextField,
    TickField,
    TriField,
)
from xiezhi.ui.text import cndate

_CLASSES = [(code, f"{one.label}（{one.why}）") for code, one in COVERINGS.items()]


def _day(label: str) -> DayField:
    return DayField(label=label, past=True, initial=timezone.localdate)


def _question(label: str, *, required: bool = True) -> TriField:
    """One question of the gate, nothing preset; the answer that shuts it stands second."""
    return TriField(label=label, choices=[("no", "否"), ("yes", "是")], required=required)


_QUESTIONS = (
    "state_secret",
    "third_party_harm",
    "severable",
    "third_party_consents",
    "public_security",
    "all_facts_secret",
    "province_unfit",
    "process_information",
    "social_influence",
)


_ANSWERS = {"yes": True, "no": False}


class Prepare(ActForm):
    """Every value that looks personal gets a question of its own; nothing is preset."""

    act = "disclosure.prepare"
    title = "拟定公示内容"
    intro = "公示内容由决定书生成，不用重写。请逐处确认像个人信息的内容，再看有没有别的要遮盖。"
    verb = "拟定公示内容"
    confirm = (
        "遮盖的内容不在公示页里，任何人都取不到。",
        "拟定后由机关负责人审定，审定后才能公示。",
    )
    on = _day("拟定日期")
    secrecy_reviewed = TickField(
        label="已经依法保密审查", help_text="《保守国家秘密法》第三十五条：公开前应当保密审查。"
    )
    state_secret = _question("涉及国家秘密，法律、行政法规禁止公开，或者危及安全、稳定")
    third_party_harm = _question("涉及商业秘密、个人隐私，公开会损害第三方")
    severable = _question("（损害第三方的）遮盖以后能公开其余内容", required=False)
    third_party_consents = _question("（损害第三方的）第三方同意公开", required=False)
    public_security = _question("属于违反治安管理的记录")
    all_facts_secret = _question("主要事实都涉及秘密、隐私")
    province_unfit = _question("省级机关认定不宜公开")
    process_information = _question("属于过程性信息、内部事务信息")
    social_influence = _question("具有一定社会影响", required=False)
    also = LineField(
        label="一句话说明里的补充",
        required=False,
        max_length=100,
        help_text="接在处罚内容后面，例如“责令立即改正”。",
    )
    passages = RowsField(
        {
            "text": LineField(label="要遮盖的原文", max_length=300),
            "covering": SelectField(label="类别", choices=_CLASSES),
        },
        label="另外遮盖",
        required=False,
        spare=1,
        help_text="照决定书原文一字不差地填写，例如商业秘密、证人的其他信息；全文各处都会遮盖。",
    )

    def prepare(self) -> None:
        self._keys: dict[str, str] = {}
        self._made: drafting.Prepared | None = None
        if self.file is None:
            return
        if not load(self.file.policy).publish_social_only:
            del self.fields["social_influence"]
        standing = standing_of(self.file, today=timezone.localdate())
        if decision_event(standing) is None:
            return
        self._made = made = drafting.prepare(actions.decision_of(self.file), standing)
        for n, one in enumerate(made.open):
            name = f"answer_{n}"
            self._keys[name] = one.key
            label = COVERINGS[one.covering].label
            choices = [("cover", f"遮盖：{label}")]
            if not one.certain:
                choices.append(("show", "可以公开，不是个人信息"))
            self.fields[name] = PickField(
                label=f"像{label}：“{one.context}”",
                choices=choices,
                help_text="公民身份号码只能遮盖。" if one.certain else "",
            )

    def renamed(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The API answers under the keys that its refusal names: {"answers": {key: bool}}."""
        named = {key: name for name, key in self._keys.items()}
        given = dict(values)
        answers = given.pop("answers", None)
        for key, cover in answers.items() if isinstance(answers, dict) else ():
            if key in named:
                given[named[key]] = "cover" if cover else "show"
        return given

    def perform(self) -> Draft:
        d = self.cleaned_data
        answers = {key: d[name] == "cover" for name, key in self._keys.items()}
        passages = [Passage(row["text"], row["covering"]) for row in d["passages"] or []]
        said = {name: _ANSWERS.get(d.get(name) or "") for name in _QUESTIONS}
        facts = GateFacts(secrecy_reviewed=d["secrecy_reviewed"] or None, **said)
        return actions.prepare(
            self.file,
            by=self.by,
            on=d["on"],
            facts=facts,
            answers=answers,
            passages=passages,
            also=d["also"],
            seen=self._made,
        )


class _Seen(ActForm):
    """A form about the newest draft: it says what the public will see before it asks."""

    seen = TickField(label="已逐字看过公众将看到的内容")

    def prepare(self) -> None:
        self.draft = actions.latest_draft(self.file) if self.file else None
        if self.draft is None:
            return
        content = self.draft.content
        places = content["covered_places"]
        classes = "、".join(row["what"] for row in content["covered"])
        today = timezone.localdate()
        term = portal_term(self.draft.decision, load(self.file.policy))
        day = term.until(decided_on=self.draft.decision.on, published_on=today)
        self.confirm = (
            "任何人马上能看到，包括当事人名称和处罚内容。"
            if self.act == "disclosure.publish"
            else "审定后由公示员公示，内容不能再改；要改就重新拟定。",
            f"遮盖 {places} 处：{classes}。" if places else "没有遮盖任何内容。",
            f"公示到 {cndate(day)}止；提前撤回须写明理由。" if day else "公示期内撤回须写明理由。",
        )


class Sign(_Seen):
    act = "disclosure.sign"
    title = "审定公示内容"
    intro = "公示内容由机关负责人签字审定，审定的就是公众将看到的，一字不差。"
    verb = "审定公示内容"
    on = _day("审定日期")

    def perform(self) -> Signature:
        if self.draft is None:
            raise Refused([refuse("PLAN-PIPELINE", "还没有拟定公示内容。")])
        return actions.sign(self.draft, by=self.by, on=self.cleaned_data["on"])


_SIGNED = Prepared(
    lambda: Signature.objects.filter(draft=Slot("draft")).select_related("draft__file")
)


class Publish(_Seen):
    act = "disclosure.publish"
    title = "公示"
    verb = "公示"
    on = _day("公示日期")

    def perform(self) -> Publication:
        signature = _SIGNED.first(draft=self.draft.pk) if self.draft else None
        if signature is None:
            raise Refused(
                [refuse("PLAN-PIPELINE", "公示内容还没有经负责人审定。", "请负责人审定后再公示。")]
            )
        return actions.publish(signature, by=self.by, on=self.cleaned_data["on"])


class Withhold(ActForm):
    act = "disclosure.withhold"
    title = "决定依法不公开"
    intro = "不公开的决定仍然计入公众能看到的账，并列明法定事由；内容和理由不公开。"
    verb = "决定不公开"
    confirm = ("公众会看到：有一件决定依法不公开，以及法定事由。", "决定不公开后不能再公示。")
    on = _day("决定日期")
    ground = PickField(
        label="法定事由", choices=[(code, withhold_label(code)) for code in GATES_BY_CODE]
    )
    reason = TextField(
        label="理由", max_length=2000, help_text="写明具体内容为什么属于这一项。只在机关内部可见。"
    )

    def perform(self) -> Withholding:
        d = self.cleaned_data
        return actions.withhold(
            self.file, by=self.by, on=d["on"], ground=d["ground"], reason=d["reason"]
        )


class Withdraw(ActForm):
    act = "disclosure.withdraw"
    title = "撤回公示"
    verb = "撤回公示"
    confirm = (
        "公示页的内容马上不再展示，搜索也查不到。",
        "页面上写明撤回的事由、理由和时间，不写原来的内容。",
    )
    on = _day("撤回日期")
    ground = PickField(
        label="撤回事由", choices=[(code, label) for code, label, _ in WITHDRAWAL_GROUNDS]
    )
    reason = TextField(
        label="撤回理由",
        max_length=500,
        help_text="公众会看到。写明根据哪份文书，不写原来公示的内容。",
    )

    repair = PicksField(
        label="信用修复的条件",
        choices=[(word, label) for word, label, _ in CONDITIONS],
        required=False,
        help_text="因信用修复撤回的，逐项核实后勾选；市场监管部门的处罚五项都要具备，其他的前两项。",
    )

    def perform(self) -> Withdrawal:
        d = self.cleaned_data
        publication = (
            Publication.objects.filter(file=self.file, withdrawal=None)
            .select_related("file", "agency")
            .order_by("-pk")
            .first()
        )
        if publication is None:
            raise Refused([refuse("FLOW-ORDER", "现在没有正在公示的内容。")])
        return actions.withdraw(
            publication,
            by=self.by,
            on=d["on"],
            ground=d["ground"],
            reason=d["reason"],
            repair=d["repair"],
        )


FORMS = (Prepare, Sign, Publish, Withhold, Withdraw)
