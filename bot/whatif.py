"""The same turns with another parent: what all eight types would have made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.content.library import load_person
from bot.debrief.wording import quote
from bot.exercise import Exchange, State
from bot.parent import TYPES, choose_person, open_conversation, parent_type
from bot.play import replayed
from bot.tracker import Record

_SMALLEST = 0.03
_QUOTED = 70
"""Characters of a quote in the table."""


@dataclass(frozen=True)
class Step:
    """The turn (from 1) after which tension moved most, by how much (-1 to 1), and the words that did it."""

    beurt: int
    verschil: float
    citaat: str


@dataclass(frozen=True)
class OtherParent:
    """How one type took the turns; `eigen` is the conversation as it was.

    `gehoord` counts the turns that were said before this parent ended the conversation; `omhoog` and
    `omlaag` are the steps in tension, None when it hardly moved that way.
    """

    type: str
    naam: str
    persoon: str
    eigen: bool
    spanning: float
    vertrouwen: float
    inzicht: str
    einde: str | None
    laatste: str
    gehoord: int
    omhoog: Step | None
    omlaag: Step | None


def other_parents(record: Record) -> tuple[OtherParent, ...]:
    """Give all eight types, the own one first and as it really went.

    The turns keep the labels they got in their own conversation: a question that follows up on words this
    parent never said counts as it did there.
    """
    own = record.setup.type
    return tuple(_played(record, name) for name in (own, *(name for name in TYPES if name != own)))


def _played(record: Record, type_: str) -> OtherParent:
    own = type_ == record.setup.type
    told = record if own else _recast(record, type_)
    last, replies = told.last, [exchange.reply for exchange in told.exchanges]
    states = [told.opening.state, *(reply.state for reply in replies if reply)]
    person = load_person(told.setup.person)
    return OtherParent(
        type=type_,
        naam=parent_type(type_).name,
        persoon=person.name if person else "",
        eigen=own,
        spanning=round(last.state.spanning, 3),
        vertrouwen=round(last.state.vertrouwen, 3),
        inzicht=last.state.inzicht,
        einde=told.ending,
        laatste=last.text,
        gehoord=len(told.exchanges),
        omhoog=_most(told.exchanges, states, 1),
        omlaag=_most(told.exchanges, states, -1),
    )


def _recast(record: Record, type_: str) -> Record:
    """Let a parent of another type hear the same turns."""
    was = record.setup
    setup = replace(was, type=type_, person=choose_person(type_, was.case, was.seed))
    turns = [exchange.turn for exchange in record.exchanges]
    return Record(setup, open_conversation(setup), replayed(setup, turns))


def _most(exchanges: Sequence[Exchange], states: Sequence[State], way: int) -> Step | None:
    """Find the turn that moved tension most, up (1) or down (-1); the first of equals."""
    moves = [
        round(after.spanning - before.spanning, 3) for before, after in zip(states, states[1:], strict=False)
    ]
    if not moves or max(way * move for move in moves) < _SMALLEST:
        return None
    place = max(range(len(moves)), key=lambda at: way * moves[at])
    return Step(place + 1, moves[place], quote(_words(exchanges[place], way), _QUOTED))


def _words(exchange: Exchange, way: int) -> str:
    """Give the words that moved tension most in this turn, or the whole turn."""
    causes = exchange.reply.causes if exchange.reply else ()
    moved = [cause for cause in causes if cause.fragment and way * cause.changes.get("spanning", 0.0) > 0]
    if not moved:
        return exchange.turn.text
    return max(moved, key=lambda cause: way * cause.changes["spanning"]).fragment
