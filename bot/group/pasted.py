"""A conversation to label: pasted as text, or one of a group without names; and its turns for two raters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.group.anonymous import anonymous
from bot.group.errors import GroupError
from bot.group.model import Finished
from bot.group.words import cleaned
from bot.play import MAX_CHARACTERS
from bot.transcript.lines import read_lines
from bot.transcript.model import Draft, Said, joined

MAX_TEXT = 100_000
MAX_TURNS = 150
_MOST_TOLD = 20


@dataclass(frozen=True)
class LabelTurn:
    """A turn to label, with the parent's words before it."""

    parent: str
    text: str


@dataclass(frozen=True)
class Pasted:
    """The turns of a conversation, and a line for each that was not clear and is left out."""

    turns: tuple[LabelTurn, ...]
    unclear: tuple[str, ...] = ()


def read_pasted(given: object) -> Pasted:
    """Read lines 'Leraar: …' and 'Ouder: …'; raise GroupError when there is nothing to label."""
    if isinstance(given, str) and len(given) > MAX_TEXT:
        raise GroupError("gesprek_plak_lang", lengte=len(given), grens=MAX_TEXT)
    text = cleaned(given)
    if not text:
        raise GroupError("gesprek_plak_leeg")
    draft = Draft()
    read_lines(text, draft)
    turns = _turns(draft.turns)
    if not turns:
        raise GroupError("gesprek_plak_geen_leraar")
    if len(turns) > MAX_TURNS:
        raise GroupError("gesprek_plak_beurten", aantal=len(turns), grens=MAX_TURNS)
    if any(len(turn.text) > MAX_CHARACTERS for turn in turns):
        raise GroupError("te_lang", lengte=max(len(turn.text) for turn in turns), grens=MAX_CHARACTERS)
    return Pasted(turns, tuple(map(str, draft.unclear[:_MOST_TOLD])))


def from_finished(one: Finished, nicknames: Sequence[str]) -> Pasted:
    """Give the turns of a group's conversation, without a trace of whose it is."""
    turns = [
        LabelTurn(anonymous(exchange.before, one, nicknames), anonymous(exchange.turn.text, one, nicknames))
        for exchange in one.record.exchanges[:MAX_TURNS]
    ]
    return Pasted(tuple(turns))


def _turns(said: Sequence[Said]) -> tuple[LabelTurn, ...]:
    turns = joined(said)
    before = ["", *(text for _, text in turns)]
    told = zip(before, turns, strict=False)
    return tuple(LabelTurn(parent, text) for parent, (speaker, text) in told if speaker == "leraar")
