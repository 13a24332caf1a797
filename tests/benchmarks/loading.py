"""The bulk loader: cases by the ten thousand, by the same rules as a single one.

Every distinct story is lived once through the real actions (`specimens`): permission, judgement,
rows, duties. Copies of it differ in team, party and numbers, which no judgement asks about. Rows
are COPYed as the application's role under every trigger and constraint, so entries are numbered,
timed, salted, hashed and linked by the database; seals are taken over those hashes, and digests
of materials and pages are computed anew.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import random
import secrets
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db import connection, connections, transaction
from django.db.models import Max, Model
from django.utils import timezone

from tests.benchmarks import government
from tests.benchmarks.parties import Parties
from tests.benchmarks.specimens import (
    NUMBERED,
    ROLES,
    TABLES,
    Row,
    Slot,
    Specimen,
    Text,
    certificate_of,
    columns_of,
    read,
)
from tests.benchmarks.stories import TEMPLATES, Template, tell
from tests.builders import Bureau
from xiezhi.casework.models import Case, Party
from xiezhi.decision.models import Decision
from xiezhi.disclosure import bigrams
from xiezhi.disclosure.models import Draft, new_uid
from xiezhi.identity.models import Account, Organ
from xiezhi.record.canonical import canonical, digest, material_digest
from xiezhi.record.ids import new_id
from xiezhi.record.models import Entry, File, Material, Outbox, Participant

#: Cases in one transaction.
BATCH = 200
PROCESSES = 2
_SPECIMEN_FIELD = "犇骉淼"
_BEFORE: tuple[type[Model], ...] = (File, Case, Party, Participant)
_AFTER = tuple(model for model, _ in TABLES if model not in (*_BEFORE, Material, Entry))

Values = dict[Slot, str]


def load(cases: int) -> None:
    """Fill the database that is connected with so many cases."""
    begun = time.monotonic()
    specimens = live(patterns=max(2, min(24, cases // 400)))
    teams = government.known()
    shared = [_team_values(team) for team in teams]
    _say(f"{sum(map(len, specimens.values()))} stories lived", begun)
    connections.close_all()
    children = []
    for number in range(PROCESSES):
        child = os.fork()
        if child == 0:
            os._exit(_work(number, cases, specimens, shared))
        children.append(child)
    failed = [child for child in children if os.waitpid(child, 0)[1] != 0]
    if failed:
        raise RuntimeError("loading failed")
    _say(f"{cases:,} cases loaded", begun)


def _say(what: str, begun: float) -> None:
    print(f"  {what}  {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)


# ── the stories ──────────────────────────────────────────────────────────────────────────────
Specimens = dict[str, list[Specimen]]


def live(patterns: int) -> Specimens:
    """Every story on several days, lived and undone: nothing of it stays in the database."""
    with transaction.atomic():
        city = Organ.objects.get(path="bench.")
        supervisor = Account.objects.get(username="supervisor")
        team = government._agency(city, supervisor, 99, _SPECIMEN_FIELD)[0]
        found = {
            template.name: [
                _live(template, team, day, n) for n, day in enumerate(_days(template, patterns))
            ]
            for template in TEMPLATES
        }
        transaction.set_rollback(True)
    return found


def _days(template: Template, patterns: int) -> list[dt.date]:
    """Days spread over the template's time; more of them for what there is more of."""
    nearest, farthest = template.begun
    number = patterns * 2 if template.share > 0.5 else max(2, patterns // 3)
    step = (farthest - nearest) / (number - 1)
    today = timezone.localdate()
    return [today - dt.timedelta(days=round(nearest + n * step)) for n in range(number)]


def _live(template: Template, team: Bureau, day: dt.date, n: int) -> Specimen:
    first_line = Outbox.objects.aggregate(most=Max("pk"))["most"] or 0
    return read(tell(template, team, day, n), template.name, first_line)


def _team_values(team: Bureau) -> Values:
    """What of a team stands in the rows of its cases."""
    made: Values = {("team", f"{n}.pk"): str(o.pk) for n, o in _organs(team)}
    made |= {("team", f"{n}.name"): o.name for n, o in _organs(team)}
    for part in ("address", "phone", "bank_account", "word"):
        made["team", f"agency.{part}"] = getattr(team.agency, part)
    for role in ROLES:
        account: Account = getattr(team, role)
        made["team", f"{role}.name"] = account.person.name
        made["team", f"{role}.account"] = str(account.pk)
        made["team", f"{role}.person"] = str(account.person_id)
    for role in ("handler", "second"):
        made["team", f"{role}.certificate"] = certificate_of(getattr(team, role))
    return made


def _organs(team: Bureau) -> Iterator[tuple[str, Organ]]:
    yield "agency", team.agency
    yield "unit", team.unit


# ── one process ──────────────────────────────────────────────────────────────────────────────
def _work(number: int, cases: int, specimens: Specimens, teams: list[Values]) -> int:
    """Load this process's share; agencies are divided, so that numbers don't collide."""
    agencies = sorted({team["team", "agency.pk"] for team in teams}, key=int)
    mine = [t for t in teams if agencies.index(t["team", "agency.pk"]) % PROCESSES == number]
    loader = Loader(specimens, mine, seed=number)
    share = len(range(number, cases, PROCESSES))
    begun = time.monotonic()
    try:
        while loader.done < share:
            loader.batch(min(BATCH, share - loader.done))
            if number == 0 and loader.done % (BATCH * 25) == 0:
                _say(f"{loader.done * PROCESSES:,} of {cases:,}", begun)
        loader.finish()
    except Exception as failure:  # noqa: BLE001 (told to the parent by the exit code)
        print(f"loader: {failure!r}", file=sys.stderr, flush=True)
        return 1
    return 0


class Copy:
    """One case being made: its values, and its rows by table."""

    def __init__(self, specimen: Specimen, values: Values) -> None:
        self.specimen, self.values = specimen, values

    def text(self, text: Text) -> str:
        """A text with its slots filled."""
        values = self.values
        return "".join([part if type(part) is str else values[part] for part in text])  # type: ignore[index]

    def line(self, row: Row) -> str:
        """A row as a line of COPY."""
        return "\t".join(
            "\\N" if text is None else _escaped(self.text(text)) for text in row.columns.values()
        )

    def of(self, model: Any) -> list[Row]:
        return self.specimen.rows[model]


def _escaped(text: str) -> str:
    if "\\" in text or "\n" in text or "\t" in text:
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
    return text


class Loader:
    """Makes and stores batches of cases."""

    def __init__(self, specimens: Specimens, teams: list[Values], seed: int) -> None:
        self.specimens, self.teams = specimens, teams
        self.dice = random.Random(seed)
        self.parties = Parties(seed)
        self.serials: dict[tuple[str, int, str], int] = defaultdict(int)
        self.done = 0
        with connection.cursor() as cursor:
            cursor.execute("SET synchronous_commit = off")
            cursor.execute("SELECT agency_id, year, series, last FROM record_serial")
            for agency, year, series, last in cursor.fetchall():
                self.serials[str(agency), year, series] = last

    def batch(self, size: int) -> None:
        """So many cases in one transaction."""
        shares = [template.share for template in TEMPLATES]
        names = self.dice.choices([t.name for t in TEMPLATES], shares, k=size)
        with transaction.atomic():
            copies = [self._copy(self.dice.choice(self.specimens[name])) for name in names]
            self._number(copies)
            for model in _BEFORE:
                self._store(model, copies)
            for round_ in range(max(len(copy.specimen.seals) for copy in copies) + 1):
                self._round(copies, round_)
            for model in _AFTER:
                self._store(model, copies)
            self._lines(copies)
        self.done += size

    def _copy(self, specimen: Specimen) -> Copy:
        team = self.dice.choice(self.teams)
        name, code = self.parties.next()
        values = {**team, ("party", "name"): name, ("party", "code"): code}
        values["file",] = str(new_id())
        values["salt",] = secrets.token_hex(16)
        values["uid",] = new_uid()
        for n in range(specimen.counts[Material]):
            values["material", str(n)] = str(new_id())
        agency, word = team["team", "agency.pk"], team["team", "agency.word"]
        for number, (series, year) in specimen.numbers.items():
            own = f"{word}{series}〔{year}〕{self._next(agency, year, series)}号"
            values["number", number] = own
            values["plain", number] = bigrams.plain(own)
        if specimen.archived:
            year = timezone.localdate().year
            values["archive",] = f"{year}{self._next(agency, year, '归档'):04d}"
        return Copy(specimen, values)

    def _next(self, agency: str, year: int, series: str) -> int:
        self.serials[agency, year, series] += 1
        return self.serials[agency, year, series]

    def _number(self, copies: list[Copy]) -> None:
        """Ids for the rows that others point at."""
        for model in NUMBERED:
            wanted = [(copy, n) for copy in copies for n in range(copy.specimen.counts[model])]
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT nextval(pg_get_serial_sequence(%s, 'id')::regclass)"
                    " FROM generate_series(1, %s)",
                    [model._meta.db_table, len(wanted)],
                )
                ids = [row[0] for row in cursor.fetchall()]
            for (copy, n), made in zip(wanted, ids, strict=True):
                copy.values["id", model.__name__, str(n)] = str(made)

    def _round(self, copies: list[Copy], round_: int) -> None:
        """The entries up to the next seal; a seal is taken over the hashes they were given."""
        entries: list[str] = []
        materials: list[str] = []
        for copy in copies:
            first, last = _bounds(copy.specimen, round_)
            if first is None:
                continue
            for seq in range(first, last):
                materials += _materials(copy, seq)
                _pages(copy, seq)
                entries.append(copy.line(copy.of(Entry)[seq - 1]))
        _copy_in("record_material", columns_of(Material), materials)
        _copy_in("record_entry", columns_of(Entry), entries)
        sealed = [copy for copy in copies if len(copy.specimen.seals) > round_]
        if sealed:
            self._seal(sealed, round_)

    def _seal(self, copies: list[Copy], round_: int) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT file_id::text, seq, encode(hash, 'hex') FROM record_entry"
                " WHERE file_id = ANY(%s::uuid[])",
                [[copy.values["file",] for copy in copies]],
            )
            hashes = {(file, seq): value for file, seq, value in cursor.fetchall()}
        for copy in copies:
            file = copy.values["file",]
            _, listed = copy.specimen.seals[round_]
            text = canonical([[seq, kind, hashes[file, seq]] for seq, kind, _ in listed])
            copy.values["sealed", str(round_)] = text
            copy.values["seal", str(round_)] = hashlib.sha256(text.encode()).hexdigest()

    def _store(self, model: Any, copies: list[Copy]) -> None:
        lines = [copy.line(row) for copy in copies for row in copy.of(model)]
        _copy_in(model._meta.db_table, columns_of(model), lines)

    def _lines(self, copies: list[Copy]) -> None:
        """The public log's own lines: commitments and publications."""
        lines = [copy.text(t).encode("latin-1") for copy in copies for t in copy.specimen.lines]
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(record_log(line)) FROM unnest(%s::bytea[]) line", [lines])

    def finish(self) -> None:
        """Numbers go on where the loaded cases end."""
        with connection.cursor() as cursor:
            for (agency, year, series), last in self.serials.items():
                cursor.execute(
                    "INSERT INTO record_serial (agency_id, year, series, last)"
                    " VALUES (%s, %s, %s, %s) ON CONFLICT (agency_id, year, series)"
                    " DO UPDATE SET last = greatest(record_serial.last, excluded.last)",
                    [int(agency), year, series, last],
                )


def _bounds(specimen: Specimen, round_: int) -> tuple[int | None, int]:
    """The entries from one seal to the next."""
    marks = [1, *(seq for seq, _ in specimen.seals), specimen.counts[Entry] + 1]
    if round_ + 1 >= len(marks):
        return None, 0
    return marks[round_], marks[round_ + 1]


def _materials(copy: Copy, seq: int) -> list[str]:
    """The materials of one entry, each with the digest of what it says in this case."""
    lines = []
    for n, row in enumerate(copy.of(Material)):
        if row.seq != seq:
            continue
        said = {
            name: None if text is None else copy.text(text)
            for name, text in row.columns.items()
            if name not in ("id", "file_id", "digest")
        }
        copy.values["digest", str(n)] = material_digest(
            kind=said["kind"] or "",
            code=said["code"] or "",
            title=said["title"] or "",
            number=said["number"] or "",
            on=dt.date.fromisoformat(said["on"] or ""),
            fields=said["fields"] or "",
            blob=said["blob_id"],
        )
        lines.append(copy.line(row))
    return lines


def _pages(copy: Copy, seq: int) -> None:
    """What follows from a decision or a drafted page of this entry."""
    for row in copy.of(Draft):
        if row.seq == seq:
            page = hashlib.sha256(copy.text(row.columns["page"] or []).encode())
            copy.values["page", "0"] = page.hexdigest()
            copy.values["rawpage", "0"] = page.digest().decode("latin-1")
    for row in copy.of(Decision):
        if row.seq == seq:
            material = copy.text(row.columns["material_id"] or [])
            (n,) = (key[1] for key, own in copy.values.items() if own == material)
            facts = {
                "number": copy.text(row.columns["number"] or []),
                "document": copy.values["digest", n],
                "salt": copy.values["salt",],
            }
            copy.values["commitment",] = digest(facts)


def _copy_in(table: str, columns: list[str], lines: list[str]) -> None:
    if not lines:
        return
    names = ", ".join(f'"{column}"' for column in columns)
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copying,
    ):
        copying.write(("\n".join(lines) + "\n").encode())
