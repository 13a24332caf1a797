"""Telling many cases at once, day by day, so that numbers run in the order of their dates.

A life is written as one chain of calls. A `Plan` notes the chain instead of doing it; the steps
of all plans are then done in the order of their days.
"""

from __future__ import annotations

import datetime as dt
import heapq
import inspect
from collections import deque
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

if TYPE_CHECKING:
    from xiezhi.config.sample.branches import Story

Method = TypeVar("Method", bound=Callable[..., Any])


def road(method: Method) -> Method:
    """Marks a method that only calls others: its parts are noted, not itself."""
    cast("Any", method).is_road = True
    return method


class Plan:
    """Stands in for a story while its life is read."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.steps: deque[tuple[str, tuple[Any, ...], dict[str, Any]]] = deque()

    @property
    def matter(self) -> Any:
        return self.story.matter

    def __getattr__(self, name: str) -> Callable[..., Any]:
        method = getattr(type(self.story), name)
        if getattr(method, "is_road", False):
            return lambda *args, **more: method(self, *args, **more)

        def note(*args: Any, **more: Any) -> Plan:
            self.steps.append((name, args, more))
            return self

        return note

    def next_day(self) -> dt.date:
        """The day of the next step."""
        name, args, more = self.steps[0]
        told = inspect.signature(getattr(self.story, name)).bind(*args, **more)
        told.apply_defaults()
        return self.story.later(told.arguments.get("after", 0))

    def step(self) -> None:
        name, args, more = self.steps.popleft()
        getattr(self.story, name)(*args, **more)


class Told(Protocol):
    """Something that is told step by step, each on its day."""

    steps: Any

    def next_day(self) -> dt.date: ...

    def step(self) -> None: ...


def tell(plans: Iterable[Told], each: Callable[[int], None]) -> int:
    """Do all steps of all plans in the order of their days; how many there were."""
    waiting = [(plan.next_day(), n, plan) for n, plan in enumerate(plans) if plan.steps]
    heapq.heapify(waiting)
    done = 0
    while waiting:
        _, n, plan = heapq.heappop(waiting)
        plan.step()
        done += 1
        each(done)
        if plan.steps:
            heapq.heappush(waiting, (plan.next_day(), n, plan))
    return done
