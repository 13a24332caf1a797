"""不服怎么办: the text of every document, by the law of 2023."""

from __future__ import annotations

from typing import Any

import pytest

from xiezhi.procedure.remedies import Body, refusals, remedies

BASE: dict[str, Any] = {
    "agency": "安澜市市场监督管理局",
    "government": "安澜市人民政府",
    "court": "安澜市东埠区人民法院",
}


@pytest.mark.rule("REM-1", "REM-2", "REM-3", "REM-11")
def test_general_procedure_offers_both_ways() -> None:
    """REM-1, REM-2, REM-3, REM-11."""
    found = remedies(**BASE, you="你单位")
    assert found.text() == (
        "你单位如不服本决定，可以自收到本决定书之日起六十日内向安澜市人民政府申请行政复议，"
        "也可以自收到本决定书之日起六个月内向安澜市东埠区人民法院提起行政诉讼。"
        "申请行政复议或者提起行政诉讼期间，本决定不停止执行，法律另有规定的除外。"
    )
    assert found.rules == ("REM-1", "REM-3", "REM-2", "REM-2-3", "REM-11")
    assert all(cite.article for cite in found.cites)


@pytest.mark.rule("REM-4", "REM-5", "REM-4-2", "REM-2-2")
def test_on_the_spot_reconsideration_comes_first() -> None:
    """REM-4, REM-5: and it can be handed in through the agency."""
    found = remedies(**BASE, on_spot=True)
    assert found.first
    assert "应当自收到本决定书之日起六十日内先向安澜市人民政府申请行政复议" in found.text()
    assert "十五日内向安澜市东埠区人民法院提起行政诉讼" in found.text()
    assert "六个月" not in found.text()
    assert "行政复议申请也可以通过安澜市市场监督管理局提交。" in found.text()
    assert {"REM-4", "REM-4-2", "REM-5"} <= set(found.rules)


@pytest.mark.rule("REM-4-2")
def test_a_law_may_put_reconsideration_first() -> None:
    found = remedies(**BASE, required_first=True)
    assert "先向" in found.text()
    assert "也可以通过" not in found.text()


@pytest.mark.rule("REM-3", "REM-3-2", "REM-3-3", "REM-3-4")
@pytest.mark.parametrize(
    ("body", "named", "code"),
    [
        (Body.DEPARTMENT, "向安澜市人民政府申请", "REM-3"),
        (Body.JUSTICE, "向安澜市人民政府或者某省司法厅申请", "REM-3-3"),
        (Body.VERTICAL, "向某省司法厅申请", "REM-3-2"),
        (Body.GOVERNMENT, "向某省司法厅申请", "REM-3-4"),
    ],
)
def test_who_reconsiders(body: Body, named: str, code: str) -> None:
    found = remedies(**BASE, body=body, superior="某省司法厅")
    assert named in found.text()
    assert code in found.rules


@pytest.mark.rule("REM-3")
def test_never_the_superior_department_for_a_local_one() -> None:
    """Templates from before 2024 offered it."""
    assert "上级" not in remedies(**BASE, superior="某省市场监督管理局").text()
    assert "某省" not in remedies(**BASE, superior="某省市场监督管理局").text()


@pytest.mark.rule("REM-6")
def test_online_service_brings_an_online_way() -> None:
    """REM-6."""
    with pytest.raises(ValueError, match="REM-6"):
        remedies(**BASE, served_online=True)
    found = remedies(**BASE, served_online=True, online="https://fy.example.gov.cn")
    assert "https://fy.example.gov.cn" in found.text()


@pytest.mark.rule("REM-2-3", "REM-3-2", "REM-3-3")
@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ({"government": "", "court": ""}, ["REM-3", "REM-2-3"]),
        ({"government": "某县人民政府", "court": "某法院"}, []),
        ({"government": "", "court": "某法院", "body": Body.VERTICAL}, ["REM-3-2"]),
        ({"government": "某", "court": "某法院", "body": Body.JUSTICE}, ["REM-3-3"]),
    ],
)
def test_missing_bodies_are_named(given: dict[str, Any], codes: list[str]) -> None:
    assert [reason.rule.code for reason in refusals(**given)] == codes
