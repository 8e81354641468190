"""Removing group exercises and labelled conversations that were kept long enough, at the start and every day."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime

from bot.storage.database import StorageError
from bot.storage.groups import GroupStore
from bot.storage.labelling import LabellingStore
from bot.storage.retention import SWEEP_SECONDS, is_future, is_over

logger = logging.getLogger(__name__)


class GroupSweep:
    """Removes what is more than `days` days old; the exercises of members have their own sweep."""

    def __init__(self, groups: GroupStore, labellings: LabellingStore, days: int) -> None:
        """Keep where to remove, and how long things are kept."""
        self._stores, self._days = (groups, labellings), days

    def once(self, now: datetime | None = None) -> int:
        """Remove what is over; give how many went. A date made while the clock was ahead counts as over."""
        moment, gone = now or datetime.now().astimezone(), 0
        for store in self._stores:
            for code, created in store.dates():
                if is_over(created, self._days, moment) or is_future(created, moment):
                    store.remove(code)
                    gone += 1
        return gone

    async def always(self) -> None:
        """Remove now and every day; a failure is for the next day."""
        while True:
            try:
                self.once()
            except StorageError as error:
                logger.error("Removing old groups failed: %s", type(error).__name__)
            await asyncio.sleep(SWEEP_SECONDS)
