"""`xiezhi policy check FILE`: may another government's profile be used, and if not, why."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from xiezhi.procedure.policy import Fault, faults_of

#: How each sort of fault is introduced; the key is in `Fault.problem`.
_SORTS = {
    "toml": "文件写法有误",
    "head": "缺少开头",
    "extends": "上级方案有误",
    "missing": "缺少参数",
    "unknown_key": "不认识的参数",
    "shape": "写法不对",
    "unknown_rule": "依据有误",
    "relaxes": "放宽了法律",
}


def check(file: Path, *, as_json: bool = False) -> int:
    """Print every fault with its article; 0 if the profile can be used, else 1."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ImproperlyConfigured(f"读不了 {file}：{error}") from error
    faults = faults_of(text)
    answer = report(file.name, text, faults)
    print(json.dumps(answer, ensure_ascii=False, indent=2) if as_json else said(answer))
    return 1 if faults else 0


def report(name: str, text: str, faults: list[Fault]) -> dict[str, Any]:
    """The answer for machines; the shape is kept."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raw = {}
    return {
        "file": name,
        "code": raw.get("code"),
        "title": raw.get("title"),
        "extends": raw.get("extends"),
        "values": sum(isinstance(row, dict) for row in raw.values()),
        "ok": not faults,
        "faults": [_fault(fault) for fault in faults],
    }


def _fault(fault: Fault) -> dict[str, Any]:
    cite = fault.reason.cite
    return {
        "problem": fault.problem,
        "key": fault.key or None,
        "value": fault.value,
        "floor": fault.floor or None,
        "rule": fault.reason.rule.code,
        "law": cite.law,
        "article": cite.article,
        "quote": cite.quote or None,
        "say": fault.reason.say,
    }


def said(answer: dict[str, Any]) -> str:
    """The answer for people."""
    if answer["ok"]:
        over = f"，没有写的沿用 {answer['extends']}" if answer["extends"] else ""
        return f"{answer['file']} 可以使用：{answer['title']}，写明 {answer['values']} 项{over}。"
    lines = [f"{answer['file']} 不能使用，有 {len(answer['faults'])} 处："]
    for fault in answer["faults"]:
        lines.append(f"- {_SORTS[fault['problem']]}：{fault['say']}")
        if fault["problem"] == "relaxes":
            lines.append(f"  法律的限度：{fault['floor']}。《{fault['law']}》{fault['article']}")
            if fault["quote"]:
                lines.append(f"  “{fault['quote']}”")
    return "\n".join(lines)
