"""Acts of the filing of normative documents (规范性文件报备), done by the organ that files them."""

from __future__ import annotations

from xiezhi.procedure.acts.model import HANDLER, HEAD, REVIEWER, Act, by, own

ACTS: tuple[Act, ...] = (
    by("normative.submit", "登记规范性文件报备", HANDLER, opens="登记规范性文件报备"),
    own("normative.return_materials", "退回补正报备材料"),
    own("normative.complete_materials", "收到补正的报备材料"),
    own("normative.check_form", "报备形式审查"),
    by("normative.review", "规范性文件合法性审查", REVIEWER),
    by("normative.decide", "作出备案结论", HEAD),
    own("normative.receive_correction", "收到改正后的规范性文件"),
    own("normative.register", "登记备案号"),
)
