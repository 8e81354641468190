"""How much somebody may do: a token bucket for each, and one for all together; and so what a browser may ask."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

PER_BROWSER = (120.0, 30.0)
IN_TOTAL = (900.0, 200.0)
"""Requests at once, and requests a second after that. Far above what people and 100 fast scripts need."""
MOST_REMEMBERED = 10_000


@dataclass
class Bucket:
    """Holds `size` tokens, filled with `speed` tokens a second; a request takes one."""

    size: float
    speed: float
    level: float
    moment: float

    def has(self, now: float) -> bool:
        """Tell whether there is a token."""
        self.level = min(self.size, self.level + max(0.0, now - self.moment) * self.speed)
        self.moment = now
        return self.level >= 1

    def take(self, now: float) -> bool:
        """Take a token; tell whether there was one."""
        if not self.has(now):
            return False
        self.level -= 1
        return True


@dataclass
class Buckets:
    """The buckets of who were seen last, and the one of all; `clock` gives seconds that never go back.

    The limits are tokens at once, and tokens a second after that.
    """

    each: tuple[float, float]
    in_total: tuple[float, float]
    clock: Callable[[], float] = time.monotonic
    _own: OrderedDict[str, Bucket] = field(default_factory=OrderedDict)
    _all: Bucket | None = None

    def of(self, who: str) -> Bucket:
        """Give somebody's bucket, a full one for who is new or was forgotten."""
        bucket = self._own.setdefault(who, self._full(self.each))
        self._own.move_to_end(who)
        if len(self._own) > MOST_REMEMBERED:
            self._own.popitem(last=False)
        return bucket

    def of_all(self) -> Bucket:
        """Give the bucket of all together."""
        if self._all is None:
            self._all = self._full(self.in_total)
        return self._all

    def _full(self, limit: tuple[float, float]) -> Bucket:
        size, speed = limit
        return Bucket(size, speed, size, self.clock())


@dataclass
class RateLimit(Buckets):
    """Lets every request take a token of its browser and of all."""

    each: tuple[float, float] = PER_BROWSER
    in_total: tuple[float, float] = IN_TOTAL

    def allows(self, who: str | None) -> bool:
        """Tell whether a request of this browser (None: one without a cookie) may be answered now."""
        now = self.clock()
        if who is not None and not self.of(who).take(now):
            return False
        return self.of_all().take(now)
