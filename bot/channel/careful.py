"""Likely real personal data in a turn: warn, ask first, or put [naam] in its place before anything is kept.

What happens is chosen per browser and comes along with the turn as `gegevens`: `waarschuw` (also without a
choice) keeps the turn and warns; `vraag` keeps nothing when something was found and says what; `vervang`
replaces it; `zo` keeps the turn without a word about it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from bot.catalogue import persons_of
from bot.channel.exercises import Exercises
from bot.channel.faults import Fault
from bot.play import MAX_CHARACTERS
from bot.privacy.find import Found, find_personal, mask_personal
from bot.privacy.known import known_in, known_words
from bot.privacy.warning import listed, warning

ASK, MASK, AS_IS = "vraag", "vervang", "zo"


class CarefulTurns:
    """Stands between the page and the exercises for every text that is kept."""

    def __init__(self, exercises: Exercises) -> None:
        """Keep the exercises."""
        self._exercises = exercises

    async def say(self, browser: str, name: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """Say a turn with the care chosen; raise PersonalData when the trainee has to choose first."""
        text, choice = body.get("tekst"), body.get("gegevens")
        if choice == AS_IS or not isinstance(text, str) or len(text) > MAX_CHARACTERS:
            return await self._exercises.say(browser, name, body)
        found = find_personal(text, known_in(await self._exercises.record(browser, name)))
        if not found:
            return await self._exercises.say(browser, name, body)
        if choice == ASK:
            raise PersonalData(text, found)
        if choice == MASK:
            return await self._exercises.say(browser, name, {**body, "tekst": mask_personal(text, found)})
        answer = await self._exercises.say(browser, name, body)
        lines = (answer.get("waarschuwing"), warning(found))
        return {**answer, "waarschuwing": " ".join(line for line in lines if line)}

    async def begin(self, browser: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """Begin an exercise; the plan the trainee wrote is treated like a turn."""
        return await self._exercises.begin(browser, {**body, **_cared_for(body, "plan", _named(body))})

    async def noted(self, browser: str, name: str, body: Mapping[str, Any], key: str) -> dict[str, Any]:
        """Give the body of a remark (`key` is its text) with the care chosen."""
        if not isinstance(body.get(key), str) or not body[key]:
            return dict(body)
        return {**body, **_cared_for(body, key, known_in(await self._exercises.record(browser, name)))}


class PersonalData(Fault):
    """A turn that was not kept, because the trainee wants to be asked."""

    def __init__(self, text: str, found: list[Found]) -> None:
        """Keep what was found, and the text without it."""
        super().__init__(409, "gegevens_vraag", wat=listed(found))
        self.view: dict[str, Any] = {
            "gegevens": [{k: v for k, v in asdict(item).items() if k in ("kind", "text")} for item in found],
            "vervangen": mask_personal(text, found),
        }


def _cared_for(body: Mapping[str, Any], key: str, known: frozenset[str]) -> dict[str, str]:
    """Give the text under a key, replaced or as it is; raise PersonalData when the trainee wants to be asked."""
    text, choice = body.get(key), body.get("gegevens")
    if not isinstance(text, str) or choice not in (ASK, MASK):
        return {}
    found = find_personal(text, known)
    if found and choice == ASK:
        raise PersonalData(text, found)
    return {key: mask_personal(text, found)}


def _named(body: Mapping[str, Any]) -> frozenset[str]:
    """Give the names of a choice that is not made yet: of its case and all persons of its type."""
    case, persons = str(body.get("casus") or ""), persons_of(str(body.get("oudertype") or ""))
    return frozenset().union(*(known_words(case, person.id) for person in persons))
