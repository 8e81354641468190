"""How a group is doing now, read from the conversations of its members; debriefs are kept as long as they hold."""

from __future__ import annotations

import asyncio
import random
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from bot.channel.exercises import Exercises
from bot.channel.faults import Fault
from bot.debrief import Debrief, build
from bot.group.model import Finished, Group, Member, Progress, Standing
from bot.tracker import Record, record_from_events

_KEPT = 500
"""Debriefs kept: a few groups of a hundred."""


class Standings:
    """Reads exercises of members who agreed to it; a trainee who removed an exercise is no member any more."""

    def __init__(self, exercises: Exercises) -> None:
        """Keep the exercises."""
        self._exercises = exercises
        self._kept: OrderedDict[str, tuple[Any, Debrief]] = OrderedDict()

    async def of(self, group: Group, members: Sequence[Member]) -> Standing:
        """Give the standing; those whose conversation cannot be read now count as not begun."""
        progress, finished = [], []
        for member in members:
            record = await self._record(member)
            over = record is not None and record.ending is not None and bool(record.exchanges)
            progress.append(Progress(member.nickname, len(record.exchanges) if record else 0, over))
            if record and over:
                finished.append(Finished(record, await self._debrief(member, record), member.whole))
        finished.sort(key=lambda one: [exchange.turn.text for exchange in one.record.exchanges])
        random.Random(group.secret).shuffle(finished)
        return Standing(group, tuple(progress), tuple(finished))

    async def _record(self, member: Member) -> Record | None:
        await asyncio.sleep(0)  # between two conversations others get their turn
        if not member.exercise:
            return None
        try:
            return record_from_events(await self._exercises.talk.events(member.exercise))
        except Fault as fault:
            if fault.status == 503:
                raise
            return None

    async def _debrief(self, member: Member, record: Record) -> Debrief:
        objections = self._exercises.store.disagreements(member.exercise)
        stamp = (record.ending, [exchange.turn.text for exchange in record.exchanges], objections)
        kept = self._kept.get(member.exercise)
        if kept and kept[0] == stamp:
            return kept[1]
        made = await asyncio.to_thread(build, record.exercise(objections))
        self._kept[member.exercise] = (stamp, made)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return made
