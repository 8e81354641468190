"""Removing what was kept long enough, at the start and every day."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Protocol

from bot import clock
from bot.channel.faults import Fault
from bot.storage.database import StorageError
from bot.storage.retention import SWEEP_SECONDS, is_future, is_over
from bot.storage.store import Store

logger = logging.getLogger(__name__)


class Forgetful(Protocol):
    """What sweeping needs of the dialogue server."""

    async def forget(self, name: str) -> None:
        """Remove a conversation for good."""

    async def silent_since(self, moment: float) -> list[str]:
        """Give the conversations without an event after this moment (seconds since 1970)."""


class Sweep:
    """Removes exercises of more than `days` days ago, and conversations of Rasa's other channels likewise."""

    def __init__(
        self, store: Store, talk: Forgetful, days: int, now: Callable[[], datetime] = clock.now
    ) -> None:
        """Keep where to remove, and how long things are kept."""
        self._store, self._talk, self._days, self._now = store, talk, days, now

    async def once(self) -> int:
        """Remove what is over; give how many conversations went."""
        now, gone, kept = self._now(), [], set()
        for name, created in self._store.dates():
            if is_over(created, self._days, now):
                gone.append(name)
                continue
            kept.add(name)
            if is_future(created, now):
                self._store.date_again(name, clock.dated(now))
        border = (now - timedelta(days=self._days)).timestamp()
        lost = [name for name in await self._talk.silent_since(border) if name not in kept | set(gone)]
        for name in gone + lost:
            await self._talk.forget(name)
            self._store.remove(name)
        return len(gone) + len(lost)

    async def always(self) -> None:
        """Remove now and every day."""
        await every_day(self.once)


async def every_day(once: Callable[[], Awaitable[int]]) -> None:
    """Remove what is over, now and every day; `once` gives how many went, its failure is for the next day."""
    while True:
        try:
            count = await once()
            logger.log(logging.WARNING if count else logging.DEBUG, "Removed after retention: %d", count)
        except (Fault, *StorageError) as error:
            logger.error("Removing what is over failed: %s", type(error).__name__)
        await asyncio.sleep(SWEEP_SECONDS)
