"""How much a browser may ask: a token bucket for each, and one for all together."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

PER_BROWSER = (120.0, 30.0)
IN_TOTAL = (900.0, 200.0)
"""Requests at once, and requests a second after that. Far above what people and 100 fast scripts need."""
MOST_BROWSERS = 10_000


@dataclass
class Bucket:
    """Holds `size` tokens, filled with `speed` tokens a second; a request takes one."""

    size: float
    speed: float
    level: float
    moment: float

    def take(self, now: float) -> bool:
        """Take a token; tell whether there was one."""
        self.level = min(self.size, self.level + max(0.0, now - self.moment) * self.speed)
        self.moment = now
        if self.level < 1:
            return False
        self.level -= 1
        return True


@dataclass
class RateLimit:
    """The buckets of the browsers seen last, and the one of all; `clock` gives seconds that never go back."""

    per_browser: tuple[float, float] = PER_BROWSER
    in_total: tuple[float, float] = IN_TOTAL
    clock: Callable[[], float] = time.monotonic
    _own: OrderedDict[str, Bucket] = field(default_factory=OrderedDict)
    _all: Bucket | None = None

    def allows(self, who: str | None) -> bool:
        """Tell whether a request of this browser (None: one without a cookie) may be answered now."""
        now = self.clock()
        if self._all is None:
            self._all = _full(self.in_total, now)
        if who is not None and not self._bucket(who, now).take(now):
            return False
        return self._all.take(now)

    def _bucket(self, who: str, now: float) -> Bucket:
        bucket = self._own.setdefault(who, _full(self.per_browser, now))
        self._own.move_to_end(who)
        if len(self._own) > MOST_BROWSERS:
            self._own.popitem(last=False)
        return bucket


def _full(limit: tuple[float, float], now: float) -> Bucket:
    size, speed = limit
    return Bucket(size, speed, size, now)
