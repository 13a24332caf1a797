#!/usr/bin/env python3
"""离线核对一件案卷数据包。不需要獬豸平台，也不需要联网。

    python3 check_package.py 数据包.zip --key '机关另行公布的总账公钥'
    python3 check_package.py 已解压的文件夹

核对四件事：
  一、每个文件的内容指纹与清单一致，没有多出或者缺少的文件；
  二、每条办案记录未经改动，前后相接，没有缺号；
  三、每份材料与入卷时的内容指纹一致；
  四、每条记录都在签名的总账里。
退出码：0 全部相符；1 有不符；2 没有不符，但有没核对成的。

Checks an Xiezhi case package offline. Standard library only, except that Ed25519 signatures need
the `cryptography` package. Uses xiezhi_verify.py, which lies beside it.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import pathlib
import sys
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import xiezhi_verify as proof

OK, BAD, UNKNOWN = proof.OK, proof.BAD, proof.UNKNOWN
CHUNK = 1 << 20


class Folder:
    """An unpacked package."""

    def __init__(self, path):
        self.path = pathlib.Path(path)

    def names(self):
        found = (p for p in self.path.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
        return {p.relative_to(self.path).as_posix() for p in found}

    def open(self, name):
        inside = (self.path / name).resolve()
        if self.path.resolve() not in inside.parents:
            raise KeyError(name)
        return inside.open("rb")


class Packed:
    """A package as one ZIP."""

    def __init__(self, path):
        self.archive = zipfile.ZipFile(path)

    def names(self):
        return {name for name in self.archive.namelist() if not name.endswith("/")}

    def open(self, name):
        return self.archive.open(name)


def read_json(package, name):
    with package.open(name) as source:
        return json.load(source)


def digest(package, name):
    hasher = hashlib.sha256()
    with package.open(name) as source:
        for chunk in iter(lambda: source.read(CHUNK), b""):
            hasher.update(chunk)
    return hasher.hexdigest()


def check_files(package):
    """The files are those of the manifest, byte for byte."""
    listed = {row["path"]: row for row in read_json(package, "manifest.json")["files"]}
    there = package.names() - {"manifest.json"}
    for name in sorted(there - set(listed)):
        yield BAD, f"清单里没有的文件：{name}"
    for name in sorted(set(listed) - there):
        yield BAD, f"缺少文件：{name}"
    for name in sorted(there & set(listed)):
        if digest(package, name) != listed[name]["sha256"]:
            yield BAD, f"文件被改动：{name}"
    yield OK, f"核对了 {len(there & set(listed))} 个文件"


def entry_hash(file, row):
    actor = "" if row["actor"] is None else str(row["actor"])
    head = ["xiezhi/entry/v1", file, str(row["seq"]), row["at"], actor, row["kind"]]
    text = "\n".join([*head, row["salt"], row["prev"], row["body"]])
    return hashlib.sha256(text.encode()).hexdigest()


def check_entries(ledger):
    """Numbered from one, each linked to the one before, none altered."""
    prev = "00" * 32
    for number, row in enumerate(ledger["entries"], 1):
        if row["seq"] != number:
            yield BAD, f"办案记录缺号：应为第 {number} 条，实为第 {row['seq']} 条"
            return
        if row["prev"] != prev:
            yield BAD, f"第 {number} 条记录与前一条接不上"
        if entry_hash(ledger["file"], row) != row["hash"]:
            yield BAD, f"第 {number} 条记录被改动"
        prev = row["hash"]
    yield OK, f"核对了 {len(ledger['entries'])} 条记录"


def material_digest(row):
    """RFC 8785 of strings only, which the standard library writes the same way."""
    names = ("kind", "code", "title", "number", "on", "fields", "blob")
    said = {name: row[name] for name in names}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def check_materials(package, ledger):
    """Each material is the one that its entry put into the file, and its original is here."""
    listed = {}
    for row in ledger["entries"]:
        for said in json.loads(row["body"]).get("materials", []):
            listed[said["id"]] = (row["seq"], said["digest"])
    files = read_json(package, "manifest.json")["files"]
    there = {(row.get("material"), row["sha256"]) for row in files}
    for row in ledger["materials"]:
        if listed.pop(row["id"], None) != (row["seq"], material_digest(row)):
            yield BAD, f"材料《{row['title']}》与入卷时的内容指纹不一致"
        if row["blob"] and (row["id"], row["blob"]) not in there:
            yield BAD, f"材料《{row['title']}》的原件不在数据包里，或者被改动"
    for seq, _digest in listed.values():
        yield BAD, f"第 {seq} 条记录所列的材料不在数据包里"
    yield OK, f"核对了 {len(ledger['materials'])} 份材料"


def check_proofs(package, ledger, key, witnesses):
    """Every entry stands in the signed log."""
    proofs = read_json(package, "proofs.json")
    worst = OK
    for row in ledger["entries"]:
        bundle = proofs.get(str(row["seq"]))
        if bundle is None:
            yield UNKNOWN, f"第 {row['seq']} 条记录出具数据包时还没有存证"
            continue
        leaf = b"xiezhi/entry\n" + bytes.fromhex(row["hash"])
        if base64.b64decode(bundle["leaf"]) != leaf:
            yield BAD, f"第 {row['seq']} 条记录的存证凭证不是它的"
            continue
        for _name, outcome, said in proof.verify(bundle, None, key, witnesses):
            if outcome == BAD:
                yield BAD, f"第 {row['seq']} 条记录：{said}"
            elif outcome == UNKNOWN and worst == OK:
                worst = UNKNOWN
                yield UNKNOWN, said
    yield OK, f"核对了 {len(proofs)} 份存证凭证"


def verify(package, key=None, witnesses=()):
    """All steps as (name, outcome, sentence)."""
    ledger = read_json(package, "ledger.json")
    steps = (
        ("文件", check_files(package)),
        ("记录", check_entries(ledger)),
        ("材料", check_materials(package, ledger)),
        ("存证", check_proofs(package, ledger, key, witnesses)),
    )
    for name, findings in steps:
        for outcome, said in findings:
            yield name, outcome, said


def main(argv=None):
    parser = argparse.ArgumentParser(description="离线核对一件案卷数据包。")
    parser.add_argument("package", metavar="数据包", help="ZIP 文件，或者解压后的文件夹")
    parser.add_argument("--key", metavar="公钥", help="您从别处得到的总账公钥")
    parser.add_argument("--witness", metavar="公钥", action="append", default=[], help="见证方公钥")
    options = parser.parse_args(argv)
    try:
        folder = pathlib.Path(options.package).is_dir()
        package = Folder(options.package) if folder else Packed(options.package)
        steps = list(verify(package, options.key, options.witness))
    except (proof.Bad, ValueError, KeyError, TypeError, zipfile.BadZipFile) as error:
        print(f"不符：数据包不完整或者不能读（{error}）")
        return 1
    except OSError as error:
        print(f"读不到文件：{error}", file=sys.stderr)
        return 2
    for name, outcome, said in steps:
        print(f"[{outcome}] {name}：{said}")
    outcomes = {outcome for _name, outcome, _said in steps}
    if BAD in outcomes:
        print("结论：不符。")
        return 1
    print("结论：全部相符。" if outcomes == {OK} else "结论：没有不符，但有未核对的项目。")
    return 0 if outcomes == {OK} else 2


if __name__ == "__main__":
    sys.exit(main())
