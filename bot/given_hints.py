"""Hints that were given, told again after a reload: the record keeps ids, the words follow from them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.content.guideline import Guideline
from bot.content.library import load_guidelines
from bot.debrief import Hint, hint
from bot.debrief.wording import short_sources
from bot.tracker import Record


@dataclass(frozen=True)
class GivenHint:
    """A hint as it was given, after `turns` turns."""

    turns: int
    hint: Hint


def next_hint(record: Record) -> Hint | None:
    """Give the best hint now; None when there is nothing to say."""
    return hint(record.exercise(), record.hints, record.opening)


def given_hints(record: Record) -> tuple[GivenHint, ...]:
    """Give all hints in the order they were asked; one whose guideline no longer exists is left out."""
    found = []
    for place, (name, turns) in enumerate(zip(record.hints, record.hinted, strict=True)):
        told = _told(record, place, name, turns)
        if told:
            found.append(GivenHint(turns, told))
    return tuple(found)


def _told(record: Record, place: int, name: str, turns: int) -> Hint | None:
    """Give the hint again as at that moment; only its advice when the content has changed since."""
    then = replace(
        record, exchanges=record.exchanges[:turns], hints=record.hints[:place], reverted=(), stopped=False
    )
    same = next_hint(then)
    if same and same.id == name:
        return same
    known: Guideline | None = next((g for g in load_guidelines() if g.id == name), None)
    if known is None:
        return None
    return Hint(known.id, known.title, "", short_sources(known.sources, record.setup.form), known.why)
