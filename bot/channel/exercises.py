"""The exercises of one browser: begin, say, take back, hint, stop. Knows Rasa only as `Conversations`."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager, suppress
from typing import Any

from bot.channel.conversations import Conversations
from bot.channel.faults import Fault, WrongChoice
from bot.channel.locks import LocalLocks, Locks
from bot.channel.said import checked_turn
from bot.channel.views import exercise_view, hints_view, state_view, title_of, turn_view, turns_view
from bot.choice import ChoiceError, choices_of, setup_from
from bot.clock import dated, now
from bot.content.library import load_case, load_person
from bot.exercise import Exchange, Setup
from bot.given_hints import next_hint
from bot.messages import message
from bot.storage.store import Attempt, Row, Store
from bot.tracker import Record, record_from_events

LONG_TURN = 900
"""Characters from which a turn gets a friendly remark: about a minute of talk."""


class Exercises:
    """Serves all browsers; every method checks that the exercise belongs to the browser that asks."""

    def __init__(self, store: Store, talk: Conversations, locks: Locks | None = None) -> None:
        """Keep the list of exercises, the way to Rasa, and the locks (None: of this process alone)."""
        self.store = store
        self.talk = talk
        self._locks = locks or LocalLocks()

    async def record(self, browser: str, name: str) -> Record:
        """Give an own exercise; raise Fault 404 for any other."""
        if not self.store.owns(browser, name):
            raise Fault(404, "onbekende_oefening")
        record = record_from_events(await self.talk.events(name))
        if record is None:
            raise Fault(404, "onbekende_oefening")
        return record

    async def begin(self, browser: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """Begin an exercise: the parent comes in."""
        try:
            setup = setup_from(body)
        except ChoiceError as error:
            raise WrongChoice(str(error)) from None
        name = secrets.token_urlsafe(18)
        record = await self._started(name, setup)
        person = load_person(setup.person)
        parent = person.name if person else setup.person
        self.store.add(Row(name, browser, dated(now()), title_of(record), parent))
        return exercise_view(name, record)

    async def _started(self, name: str, setup: Setup) -> Record:
        await self.talk.command(name, "/start" + json.dumps(choices_of(setup)))
        record = record_from_events(await self.talk.events(name))
        if record is None:
            await self.talk.forget(name)
            raise Fault(503, "niet_begonnen")
        return record

    async def say(self, browser: str, name: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """Say something as turn `nummer`; the same number again gives the first answer again."""
        number, text = read_number(body.get("nummer")), body.get("tekst")
        async with self._lock(name):
            record = await self.record(browser, name)
            if number <= len(record.exchanges):
                return turn_view(record, number)
            if number > len(record.exchanges) + 1:
                raise Fault(409, "verkeerd_nummer", beurten=len(record.exchanges))
            if record.ending:
                raise Fault(409, "afgelopen_pagina")
            if load_case(record.setup.case) is None or load_person(record.setup.person) is None:
                raise Fault(409, "casus_weg")
            said = checked_turn(text)
            await self.talk.say(name, said)
            record = await self.record(browser, name)
            if len(record.exchanges) < number:
                raise Fault(503, "geen_antwoord")
            if record.ending:
                self.store.set_ending(name, record.ending)
        warning = message("lange_beurt") if len(said) > LONG_TURN else None
        return {**turn_view(record, number), "waarschuwing": warning}

    async def take_back(self, browser: str, name: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """Take back turn `nummer` and all after it; give its text, to put in the box."""
        number = read_number(body.get("nummer"))
        async with self._lock(name):
            record = await self.record(browser, name)
            text = record.exchanges[number - 1].turn.text if number <= len(record.exchanges) else ""
            while len(record.exchanges) >= number:
                count = len(record.exchanges)
                await self.talk.command(name, "/terug")
                record = await self.record(browser, name)
                if len(record.exchanges) == count:
                    raise Fault(503, "geen_antwoord_kort")
            self.store.withdraw_from(name, number)
            self.store.set_ending(name, record.ending)
        return {
            "beurten": turns_view(record),
            "hints": hints_view(record),
            "toestand": state_view(record.last.state),
            "tekst": text,
        }

    async def hint(self, browser: str, name: str) -> dict[str, Any]:
        """Give a hint and remember that it was given."""
        async with self._lock(name):
            record = await self.record(browser, name)
            if record.ending:
                raise Fault(409, "afgelopen_pagina")
            found = next_hint(record)
            if found is None:
                return {"tekst": message("geen_hint"), "voorbeeld": "", "bron": ""}
            await self.talk.command(name, "/hint")
        return {"tekst": found.tekst, "voorbeeld": found.voorbeeld, "bron": found.bron}

    async def stop(self, browser: str, name: str) -> dict[str, Any]:
        """End the conversation."""
        async with self._lock(name):
            record = await self.record(browser, name)
            if not record.ending:
                await self.talk.command(name, "/stop")
                record = await self.record(browser, name)
            if not record.ending:
                raise Fault(503, "geen_antwoord_kort")
            self.store.set_ending(name, record.ending)
        return {"einde": record.ending}

    async def again(self, browser: str, name: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """Begin a second attempt: the turns before `vanaf` are said again, with the same seed.

        It remembers which exercise it is an attempt at. A failure halfway leaves nothing behind.
        """
        start = read_number(body.get("vanaf"))
        old = await self.record(browser, name)
        if start > max(1, len(old.exchanges)):
            raise Fault(422, "geen_beurt", beurten=len(old.exchanges))
        made: str = (await self.begin(browser, choices_of(old.setup)))["id"]
        try:
            await self._repeat(browser, made, old.exchanges[: start - 1])
            self.store.set_attempt(made, Attempt(name, start))
        except BaseException:
            with suppress(Fault):
                await self.remove(browser, made)
            raise
        return {"id": made}

    async def _repeat(self, browser: str, name: str, exchanges: Sequence[Exchange]) -> None:
        """Say turns again; stops where a parent of changed content ends the conversation earlier."""
        for number, exchange in enumerate(exchanges, 1):
            said = await self.say(browser, name, {"nummer": number, "tekst": exchange.turn.text})
            if said["einde"]:
                return

    async def remove(self, browser: str, name: str) -> None:
        """Remove an own exercise for good, with all that was said."""
        if not self.store.owns(browser, name):
            raise Fault(404, "onbekende_oefening")
        async with self._lock(name):
            await self.talk.forget(name)
            self.store.remove(name)

    def _lock(self, name: str) -> AbstractAsyncContextManager[Any]:
        """Give the lock of an exercise."""
        return self._locks.of(name)

    async def remove_all(self, browser: str) -> None:
        """Remove all exercises of this browser for good."""
        for row in self.store.rows(browser):
            await self.remove(browser, row.id)


def read_number(value: Any) -> int:
    """Give a turn number, from 1; raise Fault 422 for anything else."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise Fault(422, "geen_nummer")
    return value
