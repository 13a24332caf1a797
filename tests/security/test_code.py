"""What an attacker would look for in the code: SQL made of texts, calls to elsewhere, secrets."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.test import Client

from tests.security.conftest import browser
from tests.security.world import Caller, World
from xiezhi.disclosure.models import Publication
from xiezhi.record.models import Entry, File

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = ROOT / "src" / "xiezhi"

#: Queries put together from parts, each read by a person: the parts are constants of the same
#: file or SQL that Django compiled; every value is a parameter.
READ = {
    ("disclosure/search.py", "_ids"),
    ("disclosure/search.py", "_count"),
    ("faces/desk/worklist.py", "counted"),
    ("faces/desk/worklist.py", "first"),
    ("record/waiting.py", "soonest"),
}
#: Statements of the owner, with quoting by psycopg.sql or from a fixed list.
SETTING_UP = ("config/",)
RUNS_SQL = {"execute", "executemany", "raw", "extra", "RawSQL", "ask", "tell"}


@cache
def sources() -> list[tuple[str, ast.Module, list[ast.AST]]]:
    """Every file of ours, parsed once."""
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text())
        found.append((str(path.relative_to(SOURCE)), tree, list(ast.walk(tree))))
    return found


def _made(node: ast.expr, names: dict[str, ast.expr]) -> bool:
    """Is this text put together while running?"""
    if isinstance(node, ast.Name) and node.id in names:
        return _made(names[node.id], {})
    if isinstance(node, ast.JoinedStr):
        return True
    if isinstance(node, ast.BinOp):
        return not (isinstance(node.left, ast.Constant) and isinstance(node.right, ast.Constant))
    called = node.func if isinstance(node, ast.Call) else None
    return isinstance(called, ast.Attribute) and called.attr in ("format", "join", "replace")


def made_queries() -> Iterator[tuple[str, str]]:
    for file, _tree, nodes in sources():
        for function in nodes:
            if not isinstance(function, ast.FunctionDef):
                continue
            names = {
                target.id: node.value
                for node in ast.walk(function)
                if isinstance(node, ast.Assign)
                for target in node.targets
                if isinstance(target, ast.Name)
            }
            for call in ast.walk(function):
                if not isinstance(call, ast.Call) or not call.args:
                    continue
                name = getattr(call.func, "attr", getattr(call.func, "id", ""))
                if name in RUNS_SQL and _made(call.args[0], names):
                    yield file, function.name


def test_no_query_is_made_of_texts() -> None:
    found = {q for q in made_queries() if not q[0].startswith(SETTING_UP)}
    assert found == READ, "read it, then say so in READ"


def test_nothing_calls_elsewhere() -> None:
    """No request leaves this program, so nobody can make it ask an address for him."""
    forbidden = re.compile(
        r"^(requests|httpx|aiohttp|urllib\.request|urllib3|http\.client|ftplib|smtplib|telnetlib"
        r"|xmlrpc|pickle|marshal|shelve|yaml|dill)$"
    )
    found = []
    for file, _tree, nodes in sources():
        for node in nodes:
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            found += [(file, name) for name in names if forbidden.match(name)]
    assert not found


def test_no_text_becomes_code() -> None:
    found = []
    for file, _tree, nodes in sources():
        for node in nodes:
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            shell = any(k.arg == "shell" for k in node.keywords)
            plain = isinstance(node.func, ast.Name)
            if (plain and name in ("eval", "exec", "compile", "__import__")) or shell:
                found.append((file, name))
            if name in ("from_string", "Template") or (name == "system" and not plain):
                found.append((file, name))
    assert not found


def test_what_is_marked_safe_was_read_by_a_person() -> None:
    """`|safe`, `autoescape off` and mark_safe: constants and drawings made of numbers only."""
    allowed = {
        "ui/charts.py",
        "ui/icons.py",
        "ui/marks.py",
        "ui/ruler.py",
        "ui/templatetags/xiezhi.py",
    }
    marked = {
        file
        for file, _tree, nodes in sources()
        for node in nodes
        if "mark_safe" in (getattr(node, "id", ""), getattr(node, "attr", ""))
    }
    assert marked <= allowed
    for template in SOURCE.rglob("*.html"):
        text = template.read_text()
        assert not re.search(r"\|\s*safe(seq)?\b|autoescape\s+off|\|\s*escapejs", text), template
    for script in SOURCE.rglob("static/**/*.js"):
        runs = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function"
        assert not re.search(runs, script.read_text()), script


INJECTIONS = [
    "' OR '1'='1",
    "'; DROP TABLE record_entry; --",
    "\\'; SELECT pg_sleep(5); --",
    "%' UNION SELECT NULL --",
    "%%%_%_%",
    "$$; SELECT 1; $$",
    "') @@ to_tsquery('x",
    "a & b | !c:*",
    "\u02bc OR 1=1",
    "{0}{1}%s%(a)s",
    "\x00",
    "\ud7ff\ufffe",
]


PUBLIC = {
    "/search/": ("q", "agency", "kind", "since", "until", "page"),
    "/officers/": ("q", "agency"),
    "/laws/": ("q",),
    "/account/": ("month", "state", "agency"),
    "/verify/": ("d", "p"),
}
OFFICE = {
    "/desk/files/": ("q", "kind", "stage", "since"),
    "/desk/files/export.csv": ("q",),
    "/desk/documents/": ("q", "code"),
    "/desk/": ("view",),
}
ADMINISTRATION = {"identity/account": ("q", "o", "is_active__exact"), "registry/item": ("q", "e")}


def asked(text: str, places: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, dict[str, str]]]:
    """The text in every parameter by itself; the longer lists with a text that is typical."""
    for path, names in places.items():
        for name in names if text in INJECTIONS[:3] else names[:1]:
            yield path, {name: text}


@pytest.mark.parametrize("text", INJECTIONS)
def test_a_search_is_no_query(world: World, anonymous: Client, text: str) -> None:
    before = (Entry.objects.count(), Publication.objects.count())
    good = (400,) if "\x00" in text else (200, 302)
    client, caller = browser(world.ours.stranger), Caller(world.ours.stranger, "read")
    for path, values in asked(text, PUBLIC):
        assert anonymous.get(path, values).status_code in (200, 302, 404), (path, values)
    for path, values in asked(text, OFFICE):
        answer = client.get(path, values)
        assert answer.status_code in good, (path, values)
        if not answer.streaming:
            assert world.secret.file.number not in answer.content.decode()
    assert caller.http.get("/api/v1/files", {"q": text}).status_code in (200, 400)
    assert caller.http.get("/api/v1/files", {"after": text}).status_code in (400, 422)
    admin = browser(world.root)
    for path, values in asked(text, ADMINISTRATION):
        assert admin.get(f"/admin/{path}/", values).status_code in good, (path, values)
    after = (Entry.objects.count(), Publication.objects.count())
    assert after == before
    assert File.objects.exists()


# -- secrets --------------------------------------------------------------------------------------

SECRETS = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY"
    r"|PRIVATE\+KEY\+[\w.-]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]{40,}"
    r"|\bAKIA[0-9A-Z]{16}\b|\bghp_[A-Za-z0-9]{36}\b|\bglpat-[\w-]{20}\b|\bxox[bp]-[\w-]{20,}"
    r"|\bxz_[A-Za-z0-9_-]{40,}"
    r"|postgres(?:ql)?://\w+:(?!…|\.\.\.|\{|<)[^@\s{}…]{6,}@(?!/?…)"
)
#: Files in which something that looks like a secret is one only in name.
HARMLESS = {"tests/security/test_code.py", "tests/config/test_commands.py"}


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["/usr/bin/env", "git", "ls-files", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )
    if listed.returncode:
        pytest.skip("not a clone")
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def test_no_secret_is_in_the_repository() -> None:
    found = []
    for path in tracked():
        name = str(path.relative_to(ROOT))
        if not path.is_file() or path.stat().st_size > 2 << 20 or name in HARMLESS:
            continue
        text = path.read_text(encoding="utf-8", errors="ignore")
        found += [(name, match[0][:40]) for match in SECRETS.finditer(text)]
    assert not found


def test_no_data_folder_is_in_the_repository() -> None:
    forbidden = (".env", "keys.json", "log.key", ".pem", ".p12", ".pfx", ".sqlite3", ".dump")
    names = [path.name for path in tracked()]
    assert not [name for name in names if name.endswith(forbidden)]
    ignored = (ROOT / ".gitignore").read_text()
    assert ".data/" in ignored
    assert ".data-*/" in ignored
