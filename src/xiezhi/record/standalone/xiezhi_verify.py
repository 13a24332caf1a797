#!/usr/bin/env python3
"""离线核对一份存证凭证。不需要獬豸平台，也不需要联网。

    python3 xiezhi_verify.py 凭证.json 页面.html --key '机关另行公布的总账公钥'

凭证（.json）和页面在公示网站的“自己验一遍”处下载。核对四件事：
  一、页面的内容指纹就是凭证所存的内容指纹；
  二、它在总账里，存证序号无误；
  三、总账有公布过的签名；
  四、签名的公钥就是您从别处（报纸、公证、上级政府网站）得到的公钥。
退出码：0 全部相符；1 有不符；2 没有不符，但有没核对成的。

Checks an Xiezhi proof offline, without Xiezhi's code. Standard library only, except that
Ed25519 signatures need the `cryptography` package: without it that check is reported as not
done. Formats: RFC 6962 hashing, C2SP signed-note, tlog-checkpoint, tlog-cosignature.
"""

from __future__ import annotations

import argparse
import base64
import datetime
import hashlib
import json
import pathlib
import sys

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
except ImportError:
    Ed25519PublicKey = None

FORMAT = "xiezhi/proof/v1"
OK, BAD, UNKNOWN = "相符", "不符", "未核对"


class Bad(Exception):
    """The proof isn't written as it must be."""


def unbase64(text):
    try:
        return base64.b64decode(text, validate=True)
    except (ValueError, TypeError):
        raise Bad("凭证里的编码有误") from None


# ── the tree (RFC 6962) ──────────────────────────────────────────────────────────────────────
def leaf_hash(data):
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_of(leaf, index, size, path):
    """The root that this path leads to from a leaf; None when the path doesn't fit."""
    if not 0 <= index < size or any(len(node) != 32 for node in path):
        return None
    rest = list(path)

    def climb(index, size):
        if size == 1:
            return leaf
        middle = 1 << ((size - 1).bit_length() - 1)
        sibling = rest.pop()
        if index < middle:
            return node_hash(climb(index, middle), sibling)
        return node_hash(sibling, climb(index - middle, size - middle))

    try:
        root = climb(index, size)
    except IndexError:
        return None
    return None if rest else root


# ── signed notes ─────────────────────────────────────────────────────────────────────────────
def read_key(text):
    """`name+id+base64`: name, key id, kind of signature, public key."""
    name, _, rest = text.strip().partition("+")
    key_id, _, encoded = rest.partition("+")
    raw = unbase64(encoded)
    named = hashlib.sha256(name.encode() + b"\n" + raw).digest()[:4]
    if not name or len(raw) != 33 or named.hex() != key_id or raw[0] not in (1, 4):
        raise Bad("公钥写得不对")
    return name, named, raw[0], raw[1:]


def read_note(note):
    """The signed text and its signature lines: (name, key id, signature)."""
    text, blank, lines = note.rpartition("\n\n")
    if not blank or not lines.endswith("\n"):
        raise Bad("总账签名的格式有误")
    signatures = []
    for line in lines[:-1].split("\n"):
        parts = line.split(" ")
        if len(parts) != 3 or parts[0] != "\u2014":
            raise Bad("总账签名的格式有误")
        raw = unbase64(parts[2])
        signatures.append((parts[1], raw[:4], raw[4:]))
    return text + "\n", signatures


def read_head(text):
    """Name of the log, number of leaves, root."""
    lines = text.split("\n")
    if len(lines) < 4 or not lines[1].isascii() or not lines[1].isdigit():
        raise Bad("总账签名的格式有误")
    return lines[0], int(lines[1]), unbase64(lines[2])


def signature_holds(key, text, signatures):
    """True, False, or None when there is no such signature; the time for a witness."""
    name, key_id, kind, public = key
    for signer, signer_id, signature in signatures:
        if (signer, signer_id) != (name, key_id):
            continue
        message, at, rest = text.encode(), None, signature
        if kind == 4:
            at, rest = int.from_bytes(signature[:8], "big"), signature[8:]
            message = b"cosignature/v1\ntime %d\n" % at + message
        try:
            Ed25519PublicKey.from_public_bytes(public).verify(rest, message)
        except (InvalidSignature, ValueError):
            return False, at
        return True, at
    return None, None


# ── the four checks ──────────────────────────────────────────────────────────────────────────
def check_page(leaf, page):
    """Whether the page is the one whose digest was logged."""
    kind, _, rest = leaf.partition(b"\n")
    if kind != b"xiezhi/publication":
        what = {b"xiezhi/entry": "一条执法记录的指纹", b"xiezhi/commit": "一份决定的公示承诺"}
        said = what.get(kind, "其他内容")
        if kind == b"xiezhi/commit":
            said += "：" + rest.decode(errors="replace")
        return (BAD if page is not None else OK), f"凭证所存的是{said}" + (
            "，不是页面" if page is not None else ""
        )
    if page is None:
        return UNKNOWN, "没有给出页面，内容未核对"
    if hashlib.sha256(page).digest() == rest:
        return OK, "页面内容与所存的内容指纹一致"
    return BAD, "页面内容与所存的内容指纹不一致：页面在存证后被改动，或凭证不是这一页的"


def check_place(leaf, index, path, size, root):
    if root_of(leaf_hash(leaf), index, size, path) == root:
        return OK, f"已在总账里：存证序号 {index + 1}，总账共 {size} 条"
    return BAD, "不在签名的总账里：凭证被改动"


def check_signature(key, origin, text, signatures):
    if key[0] != origin or key[2] != 1:
        return BAD, f"公钥不是总账 {origin} 的"
    if Ed25519PublicKey is None:
        return UNKNOWN, "缺少 cryptography 程序包，签名未核对（安装：pip install cryptography）"
    holds, _at = signature_holds(key, text, signatures)
    if holds:
        return OK, f"总账 {origin} 的签名有效"
    return BAD, f"总账 {origin} 的签名无效" if holds is False else "总账没有这把公钥的签名"


def check_key(key, given):
    if given is None:
        return UNKNOWN, "公钥取自凭证本身，请用 --key 给出您从别处得到的公钥"
    if given == key:
        return OK, "公钥就是您给出的公钥"
    return BAD, "凭证所附的公钥不是您给出的公钥"


def check_witness(key, text, signatures):
    if Ed25519PublicKey is None:
        return UNKNOWN, f"见证方 {key[0]}：缺少 cryptography 程序包，未核对"
    holds, at = signature_holds(key, text, signatures)
    if not holds:
        return BAD, f"没有见证方 {key[0]} 的有效见证"
    if at is None:
        return OK, f"见证方 {key[0]} 已见证"
    try:
        when = datetime.datetime.fromtimestamp(at, datetime.timezone.utc)  # noqa: UP017
        when = when.isoformat()
    except (OverflowError, ValueError, OSError):
        when = str(at)
    return OK, f"见证方 {key[0]} 于 {when} 见证"


def verify(bundle, page=None, given=None, witnesses=()):
    """Steps of the check as (name, outcome, sentence); raises Bad for an unreadable proof."""
    if not isinstance(bundle, dict) or bundle.get("format") != FORMAT:
        raise Bad("不是獬豸的存证凭证")
    try:
        leaf, index = unbase64(bundle["leaf"]), bundle["index"]
        path = [unbase64(node) for node in bundle["path"]]
        text, signatures = read_note(bundle["checkpoint"])
        key = read_key(bundle["key"] or given or "")
    except (KeyError, TypeError, AttributeError):
        raise Bad("凭证不完整") from None
    if not isinstance(index, int):
        raise Bad("凭证不完整")
    origin, size, root = read_head(text)
    trusted = read_key(given) if given else None
    steps = [
        ("内容", *check_page(leaf, page)),
        ("位置", *check_place(leaf, index, path, size, root)),
        ("签名", *check_signature(trusted or key, origin, text, signatures)),
        ("公钥", *check_key(key, trusted)),
    ]
    return steps + [("见证", *check_witness(read_key(w), text, signatures)) for w in witnesses]


def main(argv=None):
    parser = argparse.ArgumentParser(description="离线核对一份存证凭证。")
    parser.add_argument("bundle", metavar="凭证.json", help="存证凭证")
    parser.add_argument("page", metavar="页面", nargs="?", help="凭证所证明的页面，原样保存的文件")
    parser.add_argument("--key", metavar="公钥", help="您从别处得到的总账公钥")
    parser.add_argument("--witness", metavar="公钥", action="append", default=[], help="见证方公钥")
    options = parser.parse_args(argv)
    try:
        bundle = json.loads(pathlib.Path(options.bundle).read_bytes())
        page = pathlib.Path(options.page).read_bytes() if options.page else None
        steps = verify(bundle, page, options.key, options.witness)
    except (Bad, ValueError, RecursionError) as error:
        print(f"不符：{error}")
        return 1
    except OSError as error:
        print(f"读不到文件：{error}", file=sys.stderr)
        return 2
    for name, outcome, sentence in steps:
        print(f"[{outcome}] {name}：{sentence}")
    outcomes = {outcome for _name, outcome, _sentence in steps}
    if BAD in outcomes:
        print("结论：不符。")
        return 1
    print("结论：全部相符。" if outcomes == {OK} else "结论：没有不符，但有未核对的项目。")
    return 0 if outcomes == {OK} else 2


if __name__ == "__main__":
    sys.exit(main())
