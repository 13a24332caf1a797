"""Names and codes of invented enterprises: some thousand trade names, every code right."""

from __future__ import annotations

import random

from stdnum.cn import uscc

_FIRST = "禾丰瑞祥恒泰鑫源博远嘉和万顺宏达永兴华盛金海天成德信广利国安康宁聚福同心"
_SECOND = "盈润昌茂隆裕佳美诚义仁善明辉星辰云帆海川东方南岭北辰西域中原长河松柏青山"
_TRADES = (
    "粮油商贸", "食品", "建材", "物流", "汽车维修", "餐饮管理", "医疗器械", "环保科技", "化工",
    "机械制造", "装饰工程", "农业发展", "文化传媒", "电子商务", "物业服务", "房地产开发",
)  # fmt: skip
_PLACES = ("安澜市", "安澜", "东埠", "海晏", "临港")


class Parties:
    """One after the other; the same seed gives the same parties."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)

    def next(self) -> tuple[str, str]:
        """Name and 统一社会信用代码."""
        dice = self._dice
        trade = "".join(dice.choice(part) for part in (_FIRST, _SECOND, _FIRST))
        name = f"{dice.choice(_PLACES)}{trade}{dice.choice(_TRADES)}有限公司"
        body = f"91230500MA{dice.randrange(10**7):07}"
        return name, body + uscc.calc_check_digit(body)
