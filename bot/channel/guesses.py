"""A brake on guessing codes and secrets: every wrong one costs a token, and without tokens nothing is looked up."""

from __future__ import annotations

from dataclasses import dataclass

from sanic.request import Request

from bot.channel.faults import Fault
from bot.channel.rate import Buckets

PER_PLACE = (20.0, 0.1)
IN_TOTAL = (300.0, 5.0)
"""Wrong codes at once, and a second after that. Somebody who mistypes needs a few; a guesser needs millions."""


@dataclass
class Guesses(Buckets):
    """Counts wrong codes per address somebody comes from, and in total."""

    each: tuple[float, float] = PER_PLACE
    in_total: tuple[float, float] = IN_TOTAL

    def check(self, place: str) -> None:
        """Raise Fault 429 when too many wrong codes came from here, also when this one is right."""
        now = self.clock()
        if not (self.of(place).has(now) and self.of_all().has(now)):
            raise Fault(429, "te_veel_gegokt")

    def wrong(self, place: str) -> None:
        """Count a wrong code."""
        now = self.clock()
        self.of(place).take(now)
        self.of_all().take(now)


def place_of(request: Request) -> str:
    """Give the address a request comes from; behind a web server of our own it is that server's."""
    return str(request.remote_addr or request.ip or "")
