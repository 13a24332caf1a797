"""What is measured: the machine's floor and the operations (a) to (e)."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from django.utils import timezone

from tests.benchmarks.client import Client, Operation, get, post
from tests.benchmarks.government import Caller
from tests.benchmarks.lives import Lives, clue
from tests.builders import Bureau
from xiezhi.disclosure.models import BigramCount, PublicPublication
from xiezhi.record.models import File, Participant

#: Requests that a reading operation goes through in turn.
VARIETY = 400
#: So few that each process has put all pages together while it warmed up; so many that it never
#: has (it keeps 400).
FEW, MANY = 100, 1600


@dataclass(frozen=True)
class Measured:
    """One line of the table. `writes` come last, because they change what is read."""

    name: str
    operation: Operation
    writes: bool = False
    requests: int = 1


def reading(requests: Sequence[bytes]) -> Operation:
    """Sends prepared requests in turn; each must be answered with 200."""

    def operation(client: Client, n: int) -> bool:
        return client.send(requests[n % len(requests)]).ok

    return operation


def floors() -> list[Measured]:
    return [
        Measured("floor: empty view", reading([get("/floor/empty", {})])),
        Measured("floor: one query", reading([get("/floor/query", {})])),
    ]


def operations(teams: list[Bureau]) -> list[Measured]:
    """All of them on the database that is connected now."""
    dice = random.Random(20260302)
    begun = timezone.localdate() - dt.timedelta(days=40)
    return [
        *floors(),
        Measured("c1 read a case (API)", reading(_cases(teams, dice, _api_case))),
        Measured("c2 read a case again (page)", reading(_cases(teams, dice, _page_case, FEW))),
        Measured("c3 read a case first (page)", reading(_cases(teams, dice, _page_case, MANY))),
        Measured("d1 work list of a handler (API)", reading(_lists(teams, "handler", api=True))),
        Measured("d2 work list of a handler (page)", reading(_lists(teams, "handler"))),
        Measured("d3 work list of a unit head (page)", reading(_lists(teams, "unit_head"))),
        Measured("d4 work list of an agency head (page)", reading(_lists(teams, "head"))),
        Measured("f1 cases of an agency head (page)", reading(_finds(teams, [""]))),
        Measured("f2 search among them (page)", reading(_finds(teams, fragments(dice)))),
        Measured("e1 portal search, rare words", reading(_searches(rare_words(dice)))),
        Measured("e2 portal search, common words", reading(_searches(common_words()))),
        Measured("e3 portal, newest", reading([get("/search/", {})])),
        Measured("a open a case (API)", reading(_openings(teams, begun)), writes=True),
        Measured("b whole life (API)", Lives(teams, begun), writes=True, requests=21),
    ]


def _openings(teams: list[Bureau], begun: dt.date) -> list[bytes]:
    body = clue(begun)
    return [
        post("/api/v1/casework.register_clue", Caller(team.handler.username).api, body)
        for team in teams
    ]


def _lists(teams: list[Bureau], role: str, *, api: bool = False) -> list[bytes]:
    callers = [Caller(getattr(team, role).username) for team in teams]
    return [get("/api/v1/duties", c.api) if api else get("/desk/", c.desk) for c in callers]


def _api_case(caller: Caller, file: str) -> bytes:
    return get(f"/api/v1/files/{file}", caller.api)


def _page_case(caller: Caller, file: str) -> bytes:
    return get(f"/desk/files/{file}/", caller.desk)


def _finds(teams: list[Bureau], words: Sequence[str]) -> list[bytes]:
    """The list of cases of each head, with each of the words in turn."""
    callers = [Caller(team.head.username) for team in teams]
    turns = max(len(callers), len(words))
    asked = [f"/desk/files/?q={quote(word)}" if word else "/desk/files/" for word in words]
    return [get(asked[n % len(asked)], callers[n % len(callers)].desk) for n in range(turns)]


def fragments(dice: random.Random) -> list[str]:
    """Parts of parties' names and numbers of cases."""
    rows = list(File.objects.order_by("-pk").values_list("title", "number")[:2000])
    chosen = dice.sample(rows, min(VARIETY // 2, len(rows)))
    return [word for title, number in chosen for word in (title[3:8], number)]


def _cases(
    teams: list[Bureau],
    dice: random.Random,
    request: Callable[[Caller, str], bytes],
    variety: int = VARIETY,
) -> list[bytes]:
    """Cases of all stages, each read by one of its handlers."""
    made: list[bytes] = []
    for team in teams:
        handled = Participant.objects.filter(person=team.handler.person_id, ended_on=None)
        files = list(handled.order_by("pk").values_list("file", flat=True)[:2000])
        caller = Caller(team.handler.username)
        most = max(1, variety // len(teams))
        made += [request(caller, str(f)) for f in dice.sample(files, min(most, len(files)))]
    dice.shuffle(made)
    return made


def rare_words(dice: random.Random) -> list[str]:
    """Names of parties, parts of such names, and numbers of decisions."""
    rows = list(
        PublicPublication.objects.filter(state="shown")
        .order_by("-pk")
        .values_list("party_name", "number")[:2000]
    )
    chosen = dice.sample(rows, min(VARIETY // 3, len(rows)))
    return [word for name, number in chosen for word in (name, name[3:8], number)]


def common_words() -> list[str]:
    """Words that many decisions have: the plan is the other one."""
    counted = BigramCount.objects.exclude(gram__in=(BigramCount.PAGES, BigramCount.UP_TO))
    pairs = counted.order_by("-n").values_list("gram", flat=True)[:20]
    return [*pairs, "食品", "有限公司", "罚款", "生产日期"]


def _searches(words: list[str]) -> list[bytes]:
    return [get(f"/search/?q={quote(word)}", {}) for word in words]
