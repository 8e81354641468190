"""A brake on guessing codes and secrets: every wrong one costs a token, and without tokens nothing is looked up."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from sanic.request import Request

from bot.channel.faults import Fault
from bot.channel.rate import Bucket

PER_PLACE = (20.0, 0.1)
IN_TOTAL = (300.0, 5.0)
"""Wrong codes at once, and a second after that. Somebody who mistypes needs a few; a guesser needs millions."""
_MOST_PLACES = 10_000


@dataclass
class Guesses:
    """Counts wrong codes per address somebody comes from, and in total; `clock` gives seconds."""

    per_place: tuple[float, float] = PER_PLACE
    in_total: tuple[float, float] = IN_TOTAL
    clock: Callable[[], float] = time.monotonic
    _own: OrderedDict[str, Bucket] = field(default_factory=OrderedDict)
    _all: Bucket | None = None

    def check(self, place: str) -> None:
        """Raise Fault 429 when too many wrong codes came from here, also when this one is right."""
        now = self.clock()
        if not all(_left(bucket, now) for bucket in (self._bucket(place), self._total())):
            raise Fault(429, "te_veel_gegokt")

    def wrong(self, place: str) -> None:
        """Count a wrong code."""
        now = self.clock()
        self._bucket(place).take(now)
        self._total().take(now)

    def _bucket(self, place: str) -> Bucket:
        bucket = self._own.setdefault(place, self._full(self.per_place))
        self._own.move_to_end(place)
        if len(self._own) > _MOST_PLACES:
            self._own.popitem(last=False)
        return bucket

    def _total(self) -> Bucket:
        if self._all is None:
            self._all = self._full(self.in_total)
        return self._all

    def _full(self, limit: tuple[float, float]) -> Bucket:
        size, speed = limit
        return Bucket(size, speed, size, self.clock())


def _left(bucket: Bucket, now: float) -> bool:
    return bucket.level + max(0.0, now - bucket.moment) * bucket.speed >= 1


def place_of(request: Request) -> str:
    """Give the address a request comes from; behind a web server of our own it is that server's."""
    return str(request.remote_addr or request.ip or "")
