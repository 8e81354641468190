"""What comes after a conversation: the debrief, disagreeing with it, the same turns with other parents."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.analysis.turn import TurnAnalysis
from bot.channel.exercises import Exercises, read_number
from bot.channel.faults import Fault
from bot.channel.views import choice_view, row_view, turns_view
from bot.content.label import load_labels
from bot.debrief import Debrief, build, render_html
from bot.exercise import Exchange, Setup
from bot.parent import TYPES, choose_person, open_conversation, parent_type
from bot.play import answer
from bot.tracker import Record

MAX_REASON = 1000


class Reports:
    """Reads own exercises only; the debrief is computed from the events, its score kept for the list."""

    def __init__(self, exercises: Exercises) -> None:
        """Keep the exercises."""
        self._exercises = exercises
        self._store = exercises.store

    async def debrief(self, browser: str, name: str) -> Debrief:
        """Build the debrief; raise Fault 409 when nothing was said yet."""
        record = await self._exercises.record(browser, name)
        if not record.exchanges:
            raise Fault(409, "te_weinig")
        exercise = record.exercise(self._store.disagreements(name))
        made = await asyncio.to_thread(build, exercise)
        self._store.set_score(name, made.totaal, {key: item.score for key, item in made.competenties.items()})
        return made

    async def view(self, browser: str, name: str) -> dict[str, Any]:
        """Give the debrief for the page, with the trainee's own plan to come back to."""
        made = await self.debrief(browser, name)
        record = await self._exercises.record(browser, name)
        return {**made.to_dict(), "plan": record.setup.plan, "keuze": choice_view(record)}

    async def html(self, browser: str, name: str) -> str:
        """Give the debrief as one page, to keep or print."""
        return render_html(await self.debrief(browser, name))

    async def disagree(self, browser: str, name: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """Keep that a label on a turn is disputed; it no longer counts."""
        record = await self._exercises.record(browser, name)
        turn, label, reason = read_number(body.get("beurt")), body.get("label"), body.get("reden") or ""
        if turn > len(record.exchanges):
            raise Fault(422, "geen_nummer")
        if not isinstance(label, str) or label not in load_labels():
            raise Fault(422, "onbekend_label", label=str(label)[:40])
        if not isinstance(reason, str) or len(reason) > MAX_REASON:
            raise Fault(422, "reden_te_lang", grens=MAX_REASON)
        self._store.disagree(name, turn, label, reason)
        return {}

    async def other_parents(self, browser: str, name: str) -> dict[str, Any]:
        """Play the same turns against all eight parent types."""
        record = await self._exercises.record(browser, name)
        return {"rijen": await asyncio.to_thread(lambda: [_row(record, type_) for type_ in TYPES])}

    async def listed(self, browser: str) -> dict[str, Any]:
        """Give the own exercises, newest first."""
        return {"oefeningen": [row_view(row) for row in self._store.rows(browser)]}

    async def export(self, browser: str) -> dict[str, Any]:
        """Give everything kept of this browser: choices, plan, all that was said, disagreements, scores."""
        found = []
        for row in self._store.rows(browser):
            record = await self._exercises.record(browser, row.id)
            found.append(
                {
                    **row_view(row),
                    "keuze": choice_view(record),
                    "opening": record.opening.text,
                    "beurten": turns_view(record),
                    "oneens": self._store.disagreements(row.id),
                }
            )
        return {"gemaakt": datetime.now().astimezone().isoformat(timespec="seconds"), "oefeningen": found}


def _row(record: Record, type_: str) -> dict[str, Any]:
    setup = _recast(record.setup, type_)
    exchanges = _replayed(setup, [exchange.turn for exchange in record.exchanges])
    last = exchanges[-1].reply if exchanges and exchanges[-1].reply else open_conversation(setup)
    return {
        "type": type_,
        "naam": parent_type(type_).name,
        "spanning": round(last.state.spanning, 3),
        "vertrouwen": round(last.state.vertrouwen, 3),
        "inzicht": last.state.inzicht,
        "einde": last.ending,
        "laatste": last.text,
    }


def _recast(setup: Setup, type_: str) -> Setup:
    if type_ == setup.type:
        return setup
    return replace(setup, type=type_, person=choose_person(type_, setup.case, setup.seed))


def _replayed(setup: Setup, turns: list[TurnAnalysis]) -> list[Exchange]:
    """Let this parent react to the turns as they were analysed, until the conversation ends."""
    opening = open_conversation(setup)
    exchanges: list[Exchange] = []
    for turn in turns:
        exchanges.append(answer(setup, opening, exchanges, turn))
        reply = exchanges[-1].reply
        if reply and reply.ending:
            break
    return exchanges
