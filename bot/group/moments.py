"""The same moment in each conversation, side by side: what the parent said, what each said, what came of it."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.content.label import load_labels
from bot.exercise import Exchange, Reply, State
from bot.group.anonymous import anonymous
from bot.group.model import Finished
from bot.group.texts import MomentRule, group_texts
from bot.play import last_reply

_CHANGED = 0.03
"""A smaller change of tension (0 to 1) is nothing a person would notice."""


@dataclass(frozen=True)
class Fragment:
    """What one colleague said at a moment, and what the parent did.

    `letter` belongs to this moment only, so that nobody can be followed. `tension` is the change, -1 to 1.
    """

    letter: str
    before: str
    said: str
    answer: str
    change: str
    tension: float
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Moment:
    """A moment with what at least `fewest` colleagues said; `shared` is the parent's line when all heard it."""

    id: str
    title: str
    question: str
    shared: str
    fragments: tuple[Fragment, ...]


@dataclass(frozen=True)
class _Place:
    """An exchange in one conversation, by its number from 1."""

    one: Finished
    number: int

    @property
    def exchange(self) -> Exchange:
        return self.one.record.exchanges[self.number - 1]

    @property
    def before(self) -> Reply:
        return last_reply(self.one.record.opening, self.one.record.exchanges[: self.number - 1])


def moments(finished: Sequence[Finished], nicknames: Sequence[str], secret: str) -> tuple[Moment, ...]:
    """Give all moments enough colleagues had; `secret` fixes the order, so that it is the same next time."""
    fewest, found, seen = group_texts().fewest, [], set()
    if len(finished) < fewest:
        return ()
    for name, rule, places in _all(finished):
        key = frozenset((id(place.one), place.number) for place in places)
        if len(places) >= fewest and key not in seen:
            seen.add(key)
            found.append(_moment(name, rule, places, nicknames, f"{secret}/{name}"))
    return tuple(found)


def _all(finished: Sequence[Finished]) -> Iterator[tuple[str, MomentRule, list[_Place]]]:
    for name, rule in group_texts().moments.items():
        if rule.kind == "probe":
            for probe in _probes(finished):
                yield f"{name}:{probe}", rule, _found(finished, rule, probe)
        else:
            yield name, rule, _found(finished, rule)


def _probes(finished: Sequence[Finished]) -> list[str]:
    """Give the probes that came, most often first."""
    counted = Counter(name for one in finished for name in {reply.probe for reply in _replies(one)} if name)
    return sorted(counted, key=lambda name: (-counted[name], name))


def _replies(one: Finished) -> Iterable[Reply]:
    record = one.record
    return (record.opening, *(exchange.reply for exchange in record.exchanges if exchange.reply))


def _found(finished: Sequence[Finished], rule: MomentRule, probe: str = "") -> list[_Place]:
    places = (_first(one, rule, probe) for one in finished)
    return [place for place in places if place]


def _first(one: Finished, rule: MomentRule, probe: str) -> _Place | None:
    places = (_Place(one, number) for number in range(1, len(one.record.exchanges) + 1))
    return next((place for place in places if _fits(place, rule, probe)), None)


def _fits(place: _Place, rule: MomentRule, probe: str) -> bool:
    if rule.kind == "turn":
        return place.number == rule.turn
    if rule.kind == "acts":
        return bool(set(rule.find) & set(place.exchange.before_acts))
    if rule.kind == "label":
        return bool(set(rule.find) & set(place.exchange.turn.labels))
    return place.before.probe == probe


def _moment(
    name: str, rule: MomentRule, places: Sequence[_Place], nicknames: Sequence[str], secret: str
) -> Moment:
    mixed = sorted(places, key=lambda place: place.exchange.turn.text)
    random.Random(secret).shuffle(mixed)
    fragments = [_fragment(letter(n), place, nicknames) for n, place in enumerate(mixed)]
    heard = {fragment.before for fragment in fragments}
    return Moment(name, rule.title, rule.question, heard.pop() if len(heard) == 1 else "", tuple(fragments))


def _fragment(letter_: str, place: _Place, nicknames: Sequence[str]) -> Fragment:
    exchange, before = place.exchange, place.before
    after = exchange.reply or before
    tension = after.state.spanning - before.state.spanning
    said, heard, answer = (
        anonymous(text, place.one, nicknames) for text in (exchange.turn.text, before.text, after.text)
    )
    names = tuple(load_labels()[label].name for label in exchange.turn.labels if label in load_labels())
    return Fragment(
        letter_, heard, said, answer, change_of(before.state, after.state), round(tension, 3), names
    )


def change_of(before: State, after: State) -> str:
    """Tell what a turn did to the parent: calmer, tenser or the same."""
    change = after.spanning - before.spanning
    if abs(change) < _CHANGED:
        return "gelijk"
    return "rustiger" if change < 0 else "gespannener"


def letter(place: int) -> str:
    """Give A to Z, then AA, AB and so on; place counts from 0."""
    first, last = divmod(place, 26)
    return (chr(64 + first) if first else "") + chr(65 + last)
