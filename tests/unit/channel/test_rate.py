"""The token buckets."""

from __future__ import annotations

from bot.channel import rate
from bot.channel.rate import RateLimit


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_browser_gets_its_burst_and_then_its_speed() -> None:
    clock = Clock()
    limit = RateLimit((5, 2), (100, 100), clock)
    assert [limit.allows("a") for _ in range(7)] == [True] * 5 + [False] * 2
    clock.now += 1
    assert [limit.allows("a") for _ in range(3)] == [True, True, False]
    assert limit.allows("b")


def test_all_together_are_limited_and_so_are_browsers_without_a_cookie() -> None:
    limit = RateLimit((100, 1), (3, 1), Clock())
    assert [limit.allows(who) for who in (None, "a", "b", "c", None)] == [True] * 3 + [False] * 2


def test_one_browser_cannot_use_up_what_is_for_all() -> None:
    limit = RateLimit((2, 0), (10, 0), Clock())
    assert sum(limit.allows("a") for _ in range(50)) == 2
    assert limit.allows("b")


def test_only_the_last_browsers_are_remembered(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(rate, "MOST_REMEMBERED", 3)
    limit = RateLimit((1, 0), (100, 0), Clock())
    for who in "abcd":
        limit.allows(who)
    assert len(limit._own) == 3


def test_a_clock_that_stands_still_or_goes_back_gives_nothing() -> None:
    clock = Clock()
    limit = RateLimit((1, 1), (100, 1), clock)
    assert limit.allows("a")
    clock.now -= 5
    assert not limit.allows("a")
