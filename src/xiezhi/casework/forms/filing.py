"""Forms of 立案, and of the summary procedure's beginning."""

from __future__ import annotations

from xiezhi.casework import actions
from xiezhi.casework.forms.shared import (
    PARTY_FIELDS,
    AnswerField,
    OfficersField,
    PartyFields,
    PersonField,
    handler_choices,
    officer_choices,
    on_field,
    origin_field,
)
from xiezhi.casework.models import Party
from xiezhi.procedure.documents.filing import NOT_FILED
from xiezhi.procedure.documents.vocabulary import SOURCES
from xiezhi.record.forms import DocumentForm
from xiezhi.record.models import Entry, File
from xiezhi.ui.forms import (
    ActForm,
    DayField,
    LineField,
    PickField,
    SelectField,
    TextField,
    TickField,
)


class RegisterClue(PartyFields, ActForm):
    act = "casework.register_clue"
    title = "登记案件来源"
    intro = "登记以后，您就是本案的第一承办人；15 个工作日内核查，决定是否立案。"
    verb = "登记来源"
    field_order = ("on", "source", "found_on", "cause", "place", "brief", "real_name")

    on = on_field("登记日期")
    source = SelectField(label="案件来源", choices=SOURCES)
    found_on = DayField(label="发现或者收到线索的日期", past=True)
    cause = LineField(label="涉嫌的违法行为（案由）", max_length=150)
    place = LineField(label="违法行为发生地点", required=False, max_length=200)
    brief = TextField(label="案情概要", max_length=5000)
    real_name = TickField(label="实名举报，需要告知举报人是否立案", required=False)
    origin = origin_field("来源案卷（检查、分案、移送）")

    def prepare(self) -> None:
        self.fields["origin"].by = self.by  # type: ignore[attr-defined]

    def perform(self) -> File:
        d = self.cleaned_data
        return actions.register_clue(
            by=self.by,
            on=d["on"],
            party=self.party(),
            cause=d["cause"],
            brief=d["brief"],
            source=d["source"],
            found_on=d["found_on"],
            place=d["place"],
            real_name=d["real_name"],
            origin=d["origin"],
        )


class AddParty(PartyFields, ActForm):
    act = "casework.add_party"
    title = "追加当事人"
    intro = "共同实施违法行为的，或者处理结果同他有利害关系的第三人。"
    verb = "追加"
    field_order = ("on", "role")
    on = on_field("追加日期")
    role = PickField(label="地位", choices=Party.Role.choices[1:])
    reason = TextField(label="理由", rows=2)

    def perform(self) -> Entry:
        d = self.cleaned_data
        return actions.add_party(
            self.file,
            by=self.by,
            on=d["on"],
            role=d["role"],
            party=self.party(),
            reason=d["reason"],
        )


class ProposeFiling(ActForm):
    act = "casework.propose_filing"
    title = "提请立案"
    intro = "立案条件逐项确认；承办人不少于两名，都要有当日有效的执法证件。"
    verb = "提请立案"

    on = on_field("提请日期")
    officers = OfficersField(label="承办人")
    violation_ended_on = DayField(label="违法行为终了日期", past=True)
    discovered_on = DayField(label="违法行为被发现日期", past=True)
    has_evidence = AnswerField(label="有证据初步证明存在违法行为")
    punishable = AnswerField(label="依法应当给予行政处罚")
    own_jurisdiction = AnswerField(label="属于本机关管辖")
    grave_harm = TickField(
        label="涉及公民生命健康安全、金融安全且有危害后果（追责时效五年）", required=False
    )
    opinion = TextField(label="承办人意见", initial="建议立案调查。", rows=2)

    def prepare(self) -> None:
        self.fields["officers"].choices = officer_choices(self.by, self.file)  # type: ignore[attr-defined]

    def perform(self) -> Entry:
        return actions.propose_filing(self.file, by=self.by, **self.cleaned_data)


class FileCase(ActForm):
    act = "casework.file_case"
    title = "批准立案"
    intro = "立案之日起 90 日内作出处理决定。"
    verb = "批准立案"

    on = on_field("立案日期")
    opinion = TextField(label="审批意见", initial="同意立案。", rows=2)

    def perform(self) -> Entry:
        return actions.file_case(self.file, by=self.by, **self.cleaned_data)


class RefuseFiling(ActForm):
    act = "casework.refuse_filing"
    title = "决定不予立案"
    verb = "不予立案"

    on = on_field("决定日期")
    ground = PickField(label="不予立案的情形", choices=NOT_FILED)
    corrected = TickField(label="当事人已经及时改正", required=False)
    reason = TextField(label="不予立案的理由")

    def perform(self) -> Entry:
        return actions.refuse_filing(self.file, by=self.by, **self.cleaned_data)


class InformReporter(ActForm):
    act = "casework.inform_reporter"
    title = "告知举报人"
    verb = "登记告知"

    on = on_field("告知日期")
    how = LineField(label="告知方式", max_length=100)

    def perform(self) -> Entry:
        return actions.inform_reporter(self.file, by=self.by, **self.cleaned_data)


class ChangeHandlers(ActForm):
    act = "casework.change_handlers"
    title = "变更承办人"
    verb = "变更承办人"

    on = on_field("变更日期")
    officers = OfficersField(label="变更后的承办人")
    reason = TextField(label="变更理由", rows=2)

    def prepare(self) -> None:
        self.fields["officers"].choices = officer_choices(self.by, self.file)  # type: ignore[attr-defined]

    def perform(self) -> Entry:
        return actions.change_handlers(self.file, by=self.by, **self.cleaned_data)


class DecideRecusal(ActForm):
    act = "casework.decide_recusal"
    title = "决定回避"
    intro = "决定作出之前，不停止调查。"
    verb = "作出回避决定"

    on = on_field("决定日期")
    applicant = LineField(label="申请人", max_length=100)
    person = PersonField(label="被申请回避的人员")
    recused = PickField(label="决定", choices=[("yes", "同意回避"), ("no", "驳回申请")])
    reason = TextField(label="理由")

    def prepare(self) -> None:
        self.fields["person"].choices = [("", "请选择"), *handler_choices(self.file)]  # type: ignore[attr-defined]

    def perform(self) -> Entry:
        d = dict(self.cleaned_data)
        d["recused"] = d["recused"] == "yes"
        return actions.decide_recusal(self.file, by=self.by, **d)


class RecordOnSpot(PartyFields, DocumentForm):
    act = "casework.record_on_spot"
    title = "当场调查"
    intro = (
        "违法事实确凿并有法定依据，对公民处 200 元以下、对单位处 3,000 元以下罚款或者警告的，"
        "可以当场处罚。"
    )
    verb = "保存现场笔录"
    document = "evidence.scene"
    filled = frozenset({"party", "officers", "recorder", "told"})
    field_order = (
        *("on", "officers", "identity_shown", "rights_told"),
        *PARTY_FIELDS,
        *("cause", "place", "started_at", "ended_at", "found"),
    )

    on = on_field("日期")
    officers = OfficersField(label="执法人员")
    cause = LineField(label="违法行为（案由）", max_length=150)
    identity_shown = TickField(label="已主动出示执法证件", required=False)
    rights_told = TickField(label="已告知权利义务，听取陈述申辩", required=False)

    def prepare(self) -> None:
        self.fields["officers"].choices = officer_choices(self.by, None)  # type: ignore[attr-defined]

    def perform(self) -> File:
        d = self.cleaned_data
        return actions.record_on_spot(
            by=self.by,
            on=d["on"],
            officers=d["officers"],
            party=self.party(),
            cause=d["cause"],
            values={**self.written(), "told": TOLD},
            identity_shown=d["identity_shown"],
            rights_told=d["rights_told"],
        )


TOLD = (
    "执法人员已出示执法证件，告知当事人有陈述、申辩的权利，有申请回避的权利，"
    "有如实回答询问、协助检查的义务。"
)

FORMS: tuple[type[ActForm], ...] = (
    RegisterClue,
    AddParty,
    ProposeFiling,
    FileCase,
    RefuseFiling,
    InformReporter,
    ChangeHandlers,
    DecideRecusal,
    RecordOnSpot,
)
