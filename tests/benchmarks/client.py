"""A client that costs the measured machine as little as possible.

One keep-alive connection a process, requests as ready bytes, no parsing beyond status and length.
"""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection as Pipe

from tests.benchmarks.counting import HEADER

#: No answer takes longer; a hanging server is an error, not a pause.
PATIENCE = 30.0
_COUNT = f"{HEADER}: 1\r\n".encode()


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    head: bytes
    body: bytes

    @property
    def ok(self) -> bool:
        return self.status == 200

    def json(self) -> dict[str, object]:
        parsed: dict[str, object] = json.loads(self.body)
        return parsed

    @property
    def queries(self) -> int:
        """How many queries the request asked, when it was sent to be counted."""
        _, _, rest = self.head.partition(HEADER.lower().encode() + b":")
        return int(rest.split(b"\r\n", 1)[0])


def get(path: str, headers: dict[str, str]) -> bytes:
    """A GET request as bytes."""
    return _request("GET", path, headers, b"")


def post(path: str, headers: dict[str, str], body: object) -> bytes:
    """A POST request with a JSON body as bytes."""
    text = json.dumps(body, ensure_ascii=False).encode()
    headers = {**headers, "Content-Type": "application/json", "Content-Length": str(len(text))}
    return _request("POST", path, headers, text)


def _request(method: str, path: str, headers: dict[str, str], body: bytes) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", "Host: localhost"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


class Client:
    """One keep-alive connection; `counting` asks the server for the queries of every request."""

    def __init__(self, port: int, *, counting: bool = False) -> None:
        self.port, self.counting = port, counting
        self._open()

    def _open(self) -> None:
        self.socket = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def send(self, request: bytes) -> Answer:
        """Send and wait; a broken connection is an error once and opened anew."""
        if self.counting:
            request = request.replace(b"\r\n", b"\r\n" + _COUNT, 1)
        try:
            self.socket.sendall(request)
            return self._answer()
        except (OSError, ValueError):
            self.socket.close()
            self._open()
            return Answer(0, b"", b"")

    def _answer(self) -> Answer:
        received = b""
        while (end := received.find(b"\r\n\r\n")) < 0:
            received += self._more()
        head = received[:end].lower()
        _, _, rest = head.partition(b"content-length:")
        length = int(rest.split(b"\r\n", 1)[0])
        body = [received[end + 4 :]]
        lacking = length - len(body[0])
        while lacking > 0:
            body.append(self._more())
            lacking -= len(body[-1])
        return Answer(int(head.split(b" ", 2)[1]), head, b"".join(body))

    def _more(self) -> bytes:
        # Linux forgets it after use: without it an answer in two packets may wait 40 ms.
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
        if chunk := self.socket.recv(1 << 18):
            return chunk
        raise OSError("closed by the server")


#: Does the n-th repetition of an operation; True when every answer was right.
Operation = Callable[[Client, int], bool]


@dataclass
class Load:
    """What one run of many clients measured; times in seconds."""

    seconds: float = 0.0
    times: list[float] = field(default_factory=list)
    errors: int = 0

    @property
    def per_second(self) -> float:
        return len(self.times) / self.seconds if self.seconds else 0.0

    def percentile(self, part: float) -> float:
        """In milliseconds; 0 when nothing succeeded."""
        if not self.times:
            return 0.0
        ordered = sorted(self.times)
        return ordered[min(int(len(ordered) * part), len(ordered) - 1)] * 1000


def run(port: int, operation: Operation, clients: int, seconds: float) -> Load:
    """So many processes repeat the operation for so long, each over its own connection."""
    context = get_context("fork")
    begin = time.monotonic() + 0.2 + 0.02 * clients
    running = []
    for number in range(clients):
        ours, theirs = context.Pipe(duplex=False)
        work = (port, operation, (number, clients), (begin, begin + seconds), theirs)
        process = context.Process(target=_repeat, args=work, daemon=True)
        process.start()
        running.append((process, ours))
    load = Load(seconds=seconds)
    for process, pipe in running:
        if pipe.poll(seconds + 2 * PATIENCE):
            times, errors, spent = pipe.recv()
            load.times += times
            load.errors += errors
            load.seconds = max(load.seconds, spent)
        else:
            load.errors += 1
        process.join(1)
        process.kill()
    return load


def _repeat(
    port: int, operation: Operation, turn: tuple[int, int], time_: tuple[float, float], pipe: Pipe
) -> None:
    (number, step), (begin, end) = turn, time_
    times: list[float] = []
    errors = 0
    client = Client(port)
    time.sleep(max(0.0, begin - time.monotonic()))
    started = now = time.monotonic()
    while now < end:
        good = operation(client, number)
        before, now = now, time.monotonic()
        if good:
            times.append(now - before)
        else:
            errors += 1
        number += step
    pipe.send((times, errors, now - started))
    pipe.close()
