"""What is typed into the forms of a case, by the words on the page."""

from __future__ import annotations

import datetime as dt
import struct
import zlib
from pathlib import Path

from tests.journeys.browsing import Values

PARTY = "安澜市清晨果蔬有限公司"
CODE = "91230500MA1B3N1N2M"
ADDRESS = "安澜市东埠区广济街 7 号"
SPEAKER = "郝军"
OFFICERS = ("周闻溪", "陆知行")


def clue() -> Values:
    return {
        "案件来源": "监督检查",
        "发现或者收到线索的日期": f"{dt.date.today()}",  # noqa: DTZ011
        "涉嫌的违法行为（案由）": "经营超过保质期的食品",
        "违法行为发生地点": ADDRESS,
        "案情概要": "检查发现货架上陈列待售的果干已超过保质期。",
        **party(),
    }


def party() -> Values:
    return {
        "当事人类型": "法人",
        "当事人姓名或者名称": PARTY,
        "统一社会信用代码": CODE,
        "地址": ADDRESS,
        "法定代表人、负责人或者经营者": SPEAKER,
    }


def on_site(day: dt.date) -> Values:
    return {
        "地点": ADDRESS,
        "开始时间": f"{day}T00:10",
        "结束时间": f"{day}T00:20",
        "现场情况": "货架第二层陈列果干 12 袋，标注的保质期已过。",
        "在场的执法人员": OFFICERS,
        "已主动出示执法证件": True,
        "已告知权利义务": True,
    }


def talk(day: dt.date) -> Values:
    return {
        "被询问人姓名": SPEAKER,
        "地点": "本局询问室",
        "开始时间": f"{day}T00:30",
        "结束时间": f"{day}T00:40",
        "在场的执法人员": OFFICERS,
        "已主动出示执法证件": True,
        "已告知权利义务": True,
        "问答": [
            {"问": "现场检查的情况是否属实？", "答": "属实。"},
            {"问": "还有什么要补充？", "答": "没有。"},
        ],
    }


def proposal(day: dt.date) -> Values:
    return {
        "承办人": OFFICERS,
        "违法行为终了日期": f"{day}",
        "违法行为被发现日期": f"{day}",
        "有证据初步证明存在违法行为": "是",
        "依法应当给予行政处罚": "是",
        "属于本机关管辖": "是",
    }


GROUNDS: Values = {
    "涉及重大公共利益": "否",
    "可能造成重大社会影响或者引发社会风险": "否",
    "直接关系当事人或者第三人重大权益": "否",
    "案件情况疑难复杂、涉及多个法律关系": "否",
    "超出裁量基准或者减轻处罚": "否",
    "法律、法规或者本机关目录规定应当审核的其他情形": "否",
    "涉嫌犯罪，需要移送": "否",
}


def report(fine: str = "52000") -> Values:
    return {
        "处理建议": "给予行政处罚",
        "违法事实": "当事人经营超过保质期的果干 12 袋，货值金额 480 元。",
        "违反的规定": [
            {"法律、法规、规章": "中华人民共和国食品安全法", "条、款、项": "第三十四条第十项"}
        ],
        "处理的依据": [
            {
                "法律、法规、规章": "中华人民共和国食品安全法",
                "条、款、项": "第一百二十四条第一款第五项",
            }
        ],
        "裁量理由": "当事人配合调查，依照裁量基准从轻处罚。",
        "处罚种类和内容": [{"种类": "罚款", "金额（元）": fine}],
        **GROUNDS,
    }


def receipt(day: dt.date) -> Values:
    return {
        "送达方式": "直接送达",
        "送达地点": ADDRESS,
        "送达时间": f"{day}T00:50",
        "收件人": SPEAKER,
    }


GATE: Values = {
    "已经依法保密审查": True,
    "涉及国家秘密，法律、行政法规禁止公开，或者危及安全、稳定": "否",
    "涉及商业秘密、个人隐私，公开会损害第三方": "否",
    "属于违反治安管理的记录": "否",
    "主要事实都涉及秘密、隐私": "否",
    "省级机关认定不宜公开": "否",
    "属于过程性信息、内部事务信息": "否",
}


def photo(folder: Path) -> Path:
    """A small picture, as a telephone would make one."""
    rows = b"".join(b"\0" + bytes((180, 140, 90)) * 64 for _ in range(48))

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = chunk(b"IHDR", struct.pack(">2I5B", 64, 48, 8, 2, 0, 0, 0))
    made = folder / "现场照片.png"
    made.write_bytes(
        b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    )
    return made
