"""音像记录事项清单: which steps must be recorded in sound and picture, read off the steps.

A row of the table says how much of an act is recorded, from when to when, what must be seen, and
where that is written. An act without a row is recorded as its step says: on the spot at its key
moments, in coercion from beginning to end, at the desk in writing alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from xiezhi.procedure.citations import Citation
from xiezhi.procedure.rulebook import rule
from xiezhi.procedure.steps import ActKind, Step


class Extent(StrEnum):
    """How much is recorded."""

    FULL = "full"
    KEY = "key"
    NONE = "none"

    @property
    def label(self) -> str:
        return {"full": "全程录", "key": "关键环节录", "none": "文字记录"}[self.value]


class Scene(StrEnum):
    """What kind of recording it is (场景、约谈、确认)."""

    PLACE = "place"
    TALK = "talk"
    HANDOVER = "handover"

    @property
    def label(self) -> str:
        return {"place": "场景", "talk": "约谈", "handover": "确认"}[self.value]


@dataclass(frozen=True, slots=True)
class Recording:
    """How a step is recorded. `span` is from when to when, `shows` what must be seen and heard."""

    extent: Extent
    code: str
    scene: Scene | None = None
    span: str = ""
    shows: str = ""

    @property
    def cite(self) -> Citation:
        return rule(self.code).cite


def _full(scene: Scene, span: str, shows: str, code: str = "AV-5") -> Recording:
    return Recording(Extent.FULL, code, scene, span, shows)


def _key(scene: Scene, span: str, shows: str, code: str = "AV-2") -> Recording:
    return Recording(Extent.KEY, code, scene, span, shows)


_PLACE, _TALK, _HANDOVER = Scene.PLACE, Scene.TALK, Scene.HANDOVER
_SERVED = _key(
    _HANDOVER, "到达到送达完毕", "送达经过；留置送达、公告送达的全程记录，录明拒收或者张贴处"
)
_SPOKEN = _full(_TALK, "到场到签字结束", "口头陈述、申辩的全部内容")
_HEARING = _full(_TALK, "开始到结束", "听证全部经过")
_SEIZED = _full(_PLACE, "到达到离开", "宣布决定、告知权利、听取申辩、清点和封存的全部经过", "AV-1")
_COERCIVE = _full(_PLACE, "到达到离开", "表明身份、宣布决定、清点和执行的全部经过", "AV-1")

#: Acts that are recorded. Everything else: `of()`.
RECORDINGS: Mapping[str, Recording] = MappingProxyType(
    {
        "casework.inspect": _key(
            _PLACE, "到达到离开", "进入现场、出示证件、检查经过、取证和签字；拒绝检查的经过"
        ),
        "casework.record_on_spot": _key(_PLACE, "到达到离开", "出示证件、告知权利、违法事实和取证"),
        "casework.interview": _full(_TALK, "告知权利到签字结束", "告知权利和全部问答"),
        "casework.add_evidence": _key(_PLACE, "进入到离开", "表明身份、调取经过和签字"),
        "casework.preserve_evidence": _full(
            _PLACE, "到达到清点完毕", "物品的名称、规格、数量、状态和封存", "AV-4"
        ),
        "casework.dispose_preserved": _full(
            _PLACE, "启封到交接完毕", "物品的名称、规格、数量、状态和去向", "AV-4"
        ),
        "casework.order_correction": _key(_PLACE, "交付文书前后", "改正内容、期限和签收", "AV-5"),
        "casework.recheck_correction": _key(_PLACE, "到达到离开", "改正情况", "AV-5"),
        "casework.record_statement": _SPOKEN,
        "casework.hold_hearing": _HEARING,
        "casework.serve_notice": _SERVED,
        "decision.serve": _SERVED,
        "decision.decide_on_spot": _key(
            _PLACE, "告知到签收", "告知依据和权利、听取申辩、交付决定书", "AV-5"
        ),
        # 行政检查
        "inspection.notify": _SERVED,
        "inspection.interview": _full(_TALK, "告知权利到签字结束", "告知权利和全部问答"),
        "inspection.sample": _full(_PLACE, "到达到封样完毕", "抽样批次、方法、封样和数量"),
        "inspection.record_statement": _SPOKEN,
        "inspection.order_correction": _key(_PLACE, "交付文书前后", "改正内容、期限和签收", "AV-5"),
        "inspection.recheck": _key(_PLACE, "到达到离开", "改正情况", "AV-5"),
        # 行政强制
        "coercion.act_at_once": _SEIZED,
        "coercion.seize": _SEIZED,
        "coercion.seize_at_once": _SEIZED,
        "coercion.carry_out": _SEIZED,
        "coercion.carry_out_other": _SEIZED,
        "coercion.affix_seal": _SEIZED,
        "coercion.lift": _full(_PLACE, "到达到交接完毕", "启封、清点和交还", "AV-4"),
        "coercion.dispose_early": _full(_PLACE, "清点到处置完毕", "物品的状态、数量和处置", "AV-4"),
        "coercion.serve_demand": _SERVED,
        "coercion.record_statement": _SPOKEN,
        "coercion.announce_removal": _key(_HANDOVER, "张贴前后", "公告内容和张贴处"),
        "coercion.execute": _COERCIVE,
        # 行政许可、征收、征用、收费、复议
        "licence.accept": _key(_PLACE, "窗口接收到出具凭证", "收到的材料和出具的凭证", "AV-5"),
        "licence.hear_party": _key(_TALK, "到场到签字结束", "陈述、申辩的内容", "AV-5"),
        "licence.hold_hearing": _HEARING,
        "levy.record_statement": _SPOKEN,
        "levy.hear_owner": _SPOKEN,
        "charge.record_statement": _SPOKEN,
        "reconsideration.hold_hearing": _HEARING,
    }
)
_WRITTEN = Recording(Extent.NONE, "AV-3")
_ON_SITE = _key(_PLACE, "到达到离开", "表明身份、告知权利、执法经过和签字")


def of(kind: ActKind, step: Step) -> Recording:
    """How a step of this kind is recorded."""
    if step.act in RECORDINGS:
        return RECORDINGS[step.act]
    if not step.on_site:
        return _WRITTEN
    return _COERCIVE if kind.family == "coercion" else _ON_SITE


def to_record(kind: ActKind) -> tuple[tuple[Step, Recording], ...]:
    """The steps of a kind that are recorded in sound and picture, in their order."""
    found = ((step, of(kind, step)) for step in kind.steps)
    return tuple((step, how) for step, how in found if how.extent is not Extent.NONE)
