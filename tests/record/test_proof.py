"""A proof is checked without Xiezhi: by the offline program and in the reader's browser.

Both are given the same proofs, true and spoiled, and must say the same.
"""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import xiezhi.ui
from xiezhi.record import log, merkle, notes
from xiezhi.record.standalone import PROGRAM

BROWSER = Path(xiezhi.ui.__file__).parent / "static" / "ui" / "verify.js"
PAGE = "<html>某厂超标排放案</html>".encode()

Bundle = dict[str, Any]


class Log(NamedTuple):
    """A log of a few hundred leaves with one published page in it."""

    key: str
    witness: str
    bundle: Bundle


def _b64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def a_log(size: int = 300, index: int = 137, line: bytes = log.publication(PAGE)) -> Log:
    signer = notes.Signer.generate("anping.example/log")
    witness = notes.Signer("notary.example", 0x04, bytes(range(32)))
    data = [b"xiezhi/entry\n" + bytes(32)] * size
    data[index] = line
    edge = merkle.Edge()
    tiles = edge.extend([merkle.leaf_hash(leaf) for leaf in data])
    tree = merkle.Tree(size, lambda level, number: tiles[level, number])
    text = notes.Head(signer.name, size, edge.root()).text
    bundle = {
        "format": log.PROOF,
        "origin": signer.name,
        "leaf": _b64(line),
        "index": index,
        "path": [_b64(node) for node in tree.inclusion(index)],
        "checkpoint": signer.sign(text) + witness.line(text),
        "key": str(signer.key),
    }
    return Log(str(signer.key), str(witness.key), bundle)


class Outcome(NamedTuple):
    """What a verifier said: conclusion and the state of each step."""

    ok: bool | None
    states: dict[str, str]


def offline(
    folder: Path, bundle: Any, page: bytes | None, key: str | None, witnesses: list[str]
) -> Outcome:
    """The single file, alone in a folder, in isolated mode: it can't import Xiezhi."""
    shutil.copy(PROGRAM, folder / "xiezhi_verify.py")
    (folder / "proof.json").write_text(json.dumps(bundle))
    command = [sys.executable, "-I", "xiezhi_verify.py", "proof.json"]
    if page is not None:
        (folder / "page").write_bytes(page)
        command.append("page")
    command += ["--key", key] if key else []
    for witness in witnesses:
        command += ["--witness", witness]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert not ran.stderr, ran.stderr
    states = {}
    for said in ran.stdout.splitlines():
        if said.startswith("["):
            outcome, _, rest = said[1:].partition("] ")
            states[rest.split("：")[0]] = outcome
    return Outcome({0: True, 1: False, 2: None}[ran.returncode], states)


DRIVER = """
import { verifyBundle } from "./verify.mjs";
import { readFileSync } from "node:fs";
const { bundle, page, key, witnesses } = JSON.parse(readFileSync(0, "utf8"));
const bytes = page === null ? null : new Uint8Array(Buffer.from(page, "base64"));
process.stdout.write(JSON.stringify(await verifyBundle(bundle, bytes, { key, witnesses })));
"""


def browser(
    folder: Path, bundle: Any, page: bytes | None, key: str | None, witnesses: list[str]
) -> Outcome:
    """The page's own script, under Node, whose WebCrypto is the browsers'."""
    node = shutil.which("node")
    assert node, "these tests need Node 20 or later (apt-get install nodejs)"
    shutil.copy(BROWSER, folder / "verify.mjs")
    (folder / "driver.mjs").write_text(DRIVER)
    told = {
        "bundle": bundle,
        "page": None if page is None else _b64(page),
        "key": key,
        "witnesses": witnesses,
    }
    ran = subprocess.run(
        [node, "--no-warnings", "driver.mjs"],
        cwd=folder, input=json.dumps(told), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    said = json.loads(ran.stdout)
    words = {"ok": "相符", "bad": "不符", "unknown": "未核对"}
    return Outcome(said["ok"], {step["name"]: words[step["state"]] for step in said["steps"]})


VERIFIERS = pytest.mark.parametrize("check", [offline, browser])
Check = Callable[[Path, Any, bytes | None, str | None, list[str]], Outcome]


@VERIFIERS
@pytest.mark.parametrize(("size", "index"), [(1, 0), (2, 1), (300, 137), (300, 299), (256, 255)])
def test_a_true_proof_holds(check: Check, tmp_path: Path, size: int, index: int) -> None:
    made = a_log(size, index)
    assert check(tmp_path, made.bundle, PAGE, made.key, [made.witness]) == Outcome(
        True, dict.fromkeys(("内容", "位置", "签名", "公钥", "见证"), "相符")
    )


@VERIFIERS
def test_without_page_or_known_key_nothing_is_claimed(check: Check, tmp_path: Path) -> None:
    made = a_log()
    said = check(tmp_path, made.bundle, None, None, [])
    assert said.ok is None
    assert said.states == {"内容": "未核对", "位置": "相符", "签名": "相符", "公钥": "未核对"}


@VERIFIERS
def test_a_commitment_is_proved_without_a_page(check: Check, tmp_path: Path) -> None:
    line = log.commitment({"class": "penalty", "digest": "00" * 32, "due": "2026-12-01"})
    made = a_log(line=line)
    assert check(tmp_path, made.bundle, None, made.key, []).ok is True
    assert check(tmp_path, made.bundle, PAGE, made.key, []).ok is False


OTHER = a_log()


def _spoiled(**changed: Any) -> Callable[[Bundle], Any]:
    return lambda bundle: {**bundle, **changed}


@VERIFIERS
@pytest.mark.parametrize(
    ("spoil", "step"),
    [
        (_spoiled(index=136), "位置"),
        (_spoiled(index=-1), "位置"),
        (_spoiled(index=10**15), "位置"),
        (_spoiled(path=[]), "位置"),
        (_spoiled(path=OTHER.bundle["path"][::-1]), "位置"),
        (_spoiled(path=[*OTHER.bundle["path"], _b64(bytes(32))]), "位置"),
        (_spoiled(leaf=_b64(log.publication(b"other"))), "位置"),
        (lambda b: {**b, "checkpoint": b["checkpoint"].replace("\n300\n", "\n301\n")}, "签名"),
        (lambda b: {**b, "checkpoint": OTHER.bundle["checkpoint"]}, "签名"),
        (_spoiled(key=OTHER.key), "公钥"),
    ],
)
def test_a_spoiled_proof_is_refused_at_the_right_step(
    check: Check, tmp_path: Path, spoil: Callable[[Bundle], Any], step: str
) -> None:
    made = a_log()
    said = check(tmp_path, spoil(made.bundle), PAGE, made.key, [])
    assert said.ok is False
    assert said.states[step] == "不符"


@VERIFIERS
@pytest.mark.parametrize(
    "nonsense",
    [
        [], None, {"format": "other"}, {"format": log.PROOF}, _spoiled(leaf="***")(OTHER.bundle),
        _spoiled(checkpoint="x")(OTHER.bundle), _spoiled(key="a+b+c")(OTHER.bundle),
        _spoiled(path="x")(OTHER.bundle), _spoiled(index="1")(OTHER.bundle),
        _spoiled(checkpoint=None)(OTHER.bundle),
        _spoiled(checkpoint="a\nb\nc\n\nd\n")(OTHER.bundle),
    ],
)  # fmt: skip
def test_nonsense_is_refused_and_doesnt_crash(check: Check, tmp_path: Path, nonsense: Any) -> None:
    assert check(tmp_path, nonsense, PAGE, OTHER.key, []).ok is False


@VERIFIERS
def test_a_changed_page_is_refused(check: Check, tmp_path: Path) -> None:
    made = a_log()
    said = check(tmp_path, made.bundle, PAGE + b" ", made.key, [])
    assert said.ok is False
    assert said.states == {"内容": "不符", "位置": "相符", "签名": "相符", "公钥": "相符"}


@VERIFIERS
def test_a_forger_with_his_own_log_is_caught_by_the_known_key(check: Check, tmp_path: Path) -> None:
    forged = a_log()
    said = check(tmp_path, forged.bundle, PAGE, OTHER.key, [OTHER.witness])
    assert said.ok is False
    assert said.states["公钥"] == said.states["签名"] == "不符"


def test_the_offline_program_says_so_when_it_cannot_check_signatures(tmp_path: Path) -> None:
    shutil.copy(PROGRAM, tmp_path / "xiezhi_verify.py")
    (tmp_path / "proof.json").write_text(json.dumps(OTHER.bundle))
    (tmp_path / "cryptography.py").write_text("raise ImportError")
    ran = subprocess.run(
        [sys.executable, "-S", "xiezhi_verify.py", "proof.json", "--key", OTHER.key],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 2
    assert "[未核对] 签名：缺少 cryptography 程序包" in ran.stdout
    assert "[相符] 位置" in ran.stdout


def test_both_verifiers_stand_alone() -> None:
    assert "xiezhi." not in PROGRAM.read_text().replace("xiezhi_verify.py", "")
    assert "import " not in BROWSER.read_text().replace("importKey", "")
