"""What comes after a conversation: the debrief, objections to it, the same turns with other parents."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from bot.channel.exercises import Exercises, read_number
from bot.channel.faults import Fault
from bot.channel.views import labels_view, row_view, turns_view
from bot.choice import choices_of
from bot.clock import dated, now
from bot.content.label import load_labels
from bot.corrections import as_lines, corrected_turns
from bot.debrief import Debrief, attempts, build, render_html
from bot.debrief.objections import KINDS, guideline_titles
from bot.exercise import Exchange
from bot.storage.store import Row
from bot.tracker import Record
from bot.whatif import other_parents

MAX_REASON = 1000


class Reports:
    """Reads own exercises only; the debrief is computed from the events, its score kept for the list."""

    def __init__(self, exercises: Exercises) -> None:
        """Keep the exercises."""
        self._exercises = exercises
        self._store = exercises.store

    async def debrief(self, browser: str, name: str) -> Debrief:
        """Build the debrief, of a second attempt beside the first; raise Fault 409 when nothing was said yet."""
        record = await self._exercises.record(browser, name)
        return await self._compared(browser, record, _row(self._store.rows(browser), name))

    async def _compared(self, browser: str, record: Record, row: Row) -> Debrief:
        made, attempt = await self._built(row.id, record), row.attempt
        if attempt is None or attempt.origin is None:
            return made
        try:
            first = await self._built(attempt.origin, await self._exercises.record(browser, attempt.origin))
        except Fault as fault:
            if fault.status in (404, 409):  # all its turns were taken back, or it is just being removed
                return made
            raise
        return replace(made, eerder=attempts(first, made, attempt.turn))

    async def _built(self, name: str, record: Record) -> Debrief:
        if not record.exchanges:
            raise Fault(409, "te_weinig")
        made = await asyncio.to_thread(build, record.exercise(self._store.disagreements(name)))
        self._store.set_score(name, made.totaal, {key: item.score for key, item in made.competenties.items()})
        return made

    async def view(self, browser: str, name: str) -> dict[str, Any]:
        """Give the debrief for the page: with the own plan, other attempts, and the labels to choose from."""
        record, rows = await self._exercises.record(browser, name), self._store.rows(browser)
        row, later = _row(rows, name), [other for other in rows if _begun_from(other, name)]
        made = await self._compared(browser, record, row)
        return {
            **made.to_dict(),
            "plan": record.setup.plan,
            "keuze": choices_of(record.setup),
            "labels": labels_view(),
            "herkomst": {"id": row.attempt.origin, "vanaf": row.attempt.turn} if row.attempt else None,
            "later": [
                {"id": other.id, "vanaf": other.attempt.turn, "datum": other.created}
                for other in later
                if other.attempt
            ],
        }

    async def html(self, browser: str, name: str) -> str:
        """Give the debrief as one page, to keep or print."""
        return render_html(await self.debrief(browser, name))

    async def disagree(self, browser: str, name: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """Keep an objection to a turn; what it is about no longer counts.

        `soort` is `label` (that is wrong), `mist` (a label that is missing), `opmerking` (on the label) or
        `richtlijn`; `label` is the id of the label or guideline.
        """
        record = await self._exercises.record(browser, name)
        turn, kind, about = read_number(body.get("beurt")), body.get("soort") or "label", body.get("label")
        reason = body.get("reden") or ""
        if turn > len(record.exchanges):
            raise Fault(422, "geen_beurt", beurten=len(record.exchanges))
        if kind not in KINDS:
            raise Fault(422, "onbekende_soort")
        known = guideline_titles() if kind == "richtlijn" else load_labels()
        if not isinstance(about, str) or about not in known:
            raise Fault(422, "onbekend_label", label=str(about)[:40])
        if not isinstance(reason, str) or len(reason) > MAX_REASON:
            raise Fault(422, "reden_te_lang", grens=MAX_REASON)
        _possible(kind, about, record.exchanges[turn - 1])
        self._store.disagree(name, turn, about, reason, kind)
        return {}

    async def agree(self, browser: str, name: str, turn: int, about: str) -> dict[str, Any]:
        """Take an objection back; it counts again."""
        await self._exercises.record(browser, name)
        self._store.agree(name, turn, about)
        return {}

    async def corrections(self, browser: str) -> str:
        """Give the turns of this browser with an objection as labelled JSON lines, oldest exercise first."""
        turns: list[dict[str, Any]] = []
        for place, row in enumerate(reversed(self._store.rows(browser)), 1):
            if row.objections:
                record = await self._exercises.record(browser, row.id)
                given = self._store.disagreements(row.id)
                turns += corrected_turns(record, given, f"{row.created[:10]}-{place}")
        return as_lines(turns)

    async def other_parents(self, browser: str, name: str) -> dict[str, Any]:
        """Play the same turns against all eight parent types."""
        record = await self._exercises.record(browser, name)
        found = await asyncio.to_thread(other_parents, record)
        return {"beurten": len(record.exchanges), "rijen": [asdict(row) for row in found]}

    async def listed(self, browser: str) -> dict[str, Any]:
        """Give the own exercises, newest first."""
        return {"oefeningen": [row_view(row) for row in self._store.rows(browser)]}

    async def export(self, browser: str) -> dict[str, Any]:
        """Give everything kept of this browser: choices, plan, all that was said, objections, scores."""
        found = []
        for row in self._store.rows(browser):
            try:
                record = await self._exercises.record(browser, row.id)
            except Fault as fault:
                if fault.status != 404:
                    raise
                found.append(row_view(row))  # its conversation is gone, with a damaged file
                continue
            found.append(
                {
                    **row_view(row),
                    "keuze": choices_of(record.setup),
                    "opening": record.opening.text,
                    "beurten": turns_view(record),
                    "teruggenomen": [_exported(exchange) for exchange in record.reverted],
                    "poging_van": row.attempt.origin if row.attempt else None,
                    "oneens": self._store.disagreements(row.id),
                }
            )
        return {"gemaakt": dated(now()), "oefeningen": found}


def _row(rows: Sequence[Row], name: str) -> Row:
    found = next((row for row in rows if row.id == name), None)
    if found is None:
        raise Fault(404, "onbekende_oefening")
    return found


def _begun_from(row: Row, origin: str) -> bool:
    return row.attempt is not None and row.attempt.origin == origin


def _exported(exchange: Exchange) -> dict[str, str]:
    return {"leraar": exchange.turn.text, "ouder": exchange.reply.text if exchange.reply else ""}


def _possible(kind: str, about: str, exchange: Exchange) -> None:
    """Raise Fault 422 for a label that is not there to be wrong, or is there and so not missing."""
    there = about in exchange.turn.labels
    if kind in ("label", "opmerking") and not there:
        raise Fault(422, "label_niet_in_beurt")
    if kind == "mist" and there:
        raise Fault(422, "label_al_in_beurt")
