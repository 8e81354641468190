"""What is measured of one bot, and the targets of issue 8 beside it."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from bench.bots import Bot, running
from bench.client import Load, alone, p95, page, together
from bench.timers import ANALYSIS, read

EARLY, LATE = range(8, 13), range(98, 103)
TURNS_IN_A_TALK = 102
TYPICAL = range(2, 41)
"""The turns of an exercise, without the first, which fills caches."""
SETTLE_SECONDS = 2


@dataclass
class Found:
    """The figures of one bot; times in ms, memory in MB."""

    name: str
    train_seconds: float | None = None
    ready_seconds: float = 0.0
    idle_mb: float = 0.0
    median_ms: float = 0.0
    p95_ms: float = 0.0
    turn_10_ms: float = 0.0
    turn_100_ms: float = 0.0
    loads: list[Load] = field(default_factory=list)
    end_mb: float = 0.0
    page_median_ms: float | None = None
    page_p95_ms: float | None = None
    around_ms: float | None = None
    parts_ms: dict[str, float] = field(default_factory=dict)

    def per_second(self, trainees: int) -> float:
        """Give the turns per second with so many trainees; 0 when that was not measured."""
        return next((load.per_second for load in self.loads if load.trainees == trainees), 0.0)


def measure(bot: Bot, work: Path, trainees: tuple[int, ...], conversations: int) -> Found:
    """Start the bot and let trainees talk to it."""
    found = Found(bot.name)
    with running(bot, work) as server:
        time.sleep(SETTLE_SECONDS)
        found.ready_seconds, found.idle_mb = server.ready_seconds, server.memory_mb
        talks = asyncio.run(alone(bot, server.port, conversations, TURNS_IN_A_TALK))
        typical = _at(talks, TYPICAL)
        found.median_ms, found.p95_ms = median(typical), p95(typical)
        found.turn_10_ms, found.turn_100_ms = median(_at(talks, EARLY)), median(_at(talks, LATE))
        for count in trainees:
            turns = max(4, 30 // count)
            found.loads.append(asyncio.run(together(bot, server.port, count, turns)))
        if bot.begin:
            taken = [1000 * one for one in asyncio.run(page(server.port, 36))][1:]
            found.page_median_ms, found.page_p95_ms = median(taken), p95(taken)
        found.end_mb = server.memory_mb
    return found


def measure_parts(bot: Bot, work: Path, found: Found) -> None:
    """Add where the time of our turn goes, with timers in the server."""
    with running(bot, work, timed=True) as server:
        asyncio.run(alone(bot, server.port, 1, 3))
        offset = server.timers.stat().st_size
        taken = [1000 * one for one in asyncio.run(_second(bot, server.port))]
        parts = read(server.timers, offset)
    inside = [1000 * one for one in parts[ANALYSIS]][-len(taken) :]
    found.around_ms = median([whole - part for whole, part in zip(taken, inside, strict=True)])
    found.parts_ms = {part: 1000 * sum(seconds) / len(taken) for part, seconds in parts.items()}


async def _second(bot: Bot, port: int) -> list[float]:
    import aiohttp

    from bench.client import Talk

    async with aiohttp.ClientSession() as session:
        return await Talk(bot, port, session).conversation("delen", bot.every)


def _at(talks: list[list[float]], turns: range) -> list[float]:
    return [1000 * talk[number - 1] for talk in talks for number in turns]
