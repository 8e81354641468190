"""Trainees who talk to a server over HTTP, as fast as it answers."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Any

import aiohttp

from bench.bots import CHOICE, TURNS, Bot


@dataclass(frozen=True)
class Load:
    """What came of trainees who talked at the same time."""

    trainees: int
    per_second: float
    median_ms: float
    p95_ms: float


def p95(values: list[float]) -> float:
    """Give the value that 95 in 100 stay below."""
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


class Talk:
    """Conversations with one bot over the REST channel."""

    def __init__(self, bot: Bot, port: int, session: aiohttp.ClientSession) -> None:
        """Keep the bot and where it listens."""
        self._bot, self._session = bot, session
        self._address = f"http://127.0.0.1:{port}/webhooks/rest/webhook"

    async def conversation(self, sender: str, turns: int) -> list[float]:
        """Hold a conversation; give the seconds of each turn. Raise RuntimeError when a turn has no answer."""
        taken = []
        for number in range(1, turns + 1):
            if self._bot.begin and (number - 1) % self._bot.every == 0:
                await self._ask(sender, self._bot.begin)
            begun = time.perf_counter()
            await self._ask(sender, self._bot.line(number))
            taken.append(time.perf_counter() - begun)
        return taken

    async def _ask(self, sender: str, text: str) -> None:
        async with self._session.post(self._address, json={"sender": sender, "message": text}) as answer:
            said = await answer.json()
        if answer.status != 200 or not said:
            raise RuntimeError(f"{self._bot.name}: no answer to {text!r}: {answer.status}")


async def alone(bot: Bot, port: int, conversations: int, turns: int) -> list[list[float]]:
    """Hold conversations one after another; give the seconds of each turn."""
    async with _session() as session:
        talk = Talk(bot, port, session)
        return [await talk.conversation(f"alleen-{place}", turns) for place in range(conversations)]


async def together(bot: Bot, port: int, trainees: int, turns: int) -> Load:
    """Let trainees talk at the same time, without pauses."""
    async with _session() as session:
        talk = Talk(bot, port, session)
        begun = time.perf_counter()
        all_turns = await asyncio.gather(
            *(talk.conversation(f"samen-{trainees}-{place}", turns) for place in range(trainees))
        )
        seconds = time.perf_counter() - begun
    taken = [one for turns_ in all_turns for one in turns_]
    return Load(trainees, len(taken) / seconds, 1000 * median(taken), 1000 * p95(taken))


async def page(port: int, turns: int) -> list[float]:
    """Hold one exercise over the channel of the page; give the seconds of each turn."""
    address, taken = f"http://127.0.0.1:{port}/api/oefeningen", []
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        async with session.post(address, json=CHOICE) as answer:
            name = (await answer.json())["id"]
        for number in range(1, turns + 1):
            body: dict[str, Any] = {"nummer": number, "tekst": TURNS[(number - 1) % len(TURNS)]}
            begun = time.perf_counter()
            async with session.post(f"{address}/{name}/beurten", json=body) as answer:
                if answer.status != 200:
                    raise RuntimeError(f"page: {answer.status} {await answer.text()}")
            taken.append(time.perf_counter() - begun)
    return taken


def _session() -> aiohttp.ClientSession:
    timeout = aiohttp.ClientTimeout(total=120)
    return aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0), timeout=timeout)
