"""Removing group exercises and labelled conversations that were kept long enough, at the start and every day."""

from __future__ import annotations

from datetime import datetime

from bot import clock
from bot.channel.sweep import every_day
from bot.storage.groups import GroupStore
from bot.storage.labelling import LabellingStore
from bot.storage.retention import is_future, is_over


class GroupSweep:
    """Removes what is more than `days` days old; the exercises of members have their own sweep."""

    def __init__(self, groups: GroupStore, labellings: LabellingStore, days: int) -> None:
        """Keep where to remove, and how long things are kept."""
        self._stores, self._days = (groups, labellings), days

    async def once(self, now: datetime | None = None) -> int:
        """Remove what is over; give how many went. A date made while the clock was ahead counts as over."""
        moment, gone = now or clock.now(), 0
        for store in self._stores:
            for code, created in store.dates():
                if is_over(created, self._days, moment) or is_future(created, moment):
                    store.remove(code)
                    gone += 1
        return gone

    async def always(self) -> None:
        """Remove now and every day."""
        await every_day(self.once)
