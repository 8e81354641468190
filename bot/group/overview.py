"""The group as a whole: how the scores spread, and which guidelines it misses. Never who."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from bot.content.guideline import Guideline
from bot.content.library import load_guidelines, load_scoring
from bot.debrief.wording import source_line
from bot.group.model import Finished
from bot.group.texts import group_texts


@dataclass(frozen=True)
class Spread:
    """How the scores (0 to 100) of a competence spread; `scores` are sorted, so they say nothing of order."""

    id: str
    name: str
    scores: tuple[int, ...]
    lowest: int
    middle: int
    highest: int


@dataclass(frozen=True)
class Missed:
    """A guideline: in how many conversations it came up, and in how many it was missed."""

    id: str
    title: str
    why: str
    source: str
    came_up: int
    missed: int
    focus: bool


def is_enough(finished: Sequence[Finished]) -> bool:
    """Tell whether there are enough conversations to show more than who is done."""
    return len(finished) >= group_texts().fewest


def spreads(finished: Sequence[Finished]) -> tuple[Spread, ...]:
    """Give the total and each competence that enough colleagues have a score for."""
    if not is_enough(finished):
        return ()
    rows = [_spread("totaal", "", [one.debrief.totaal for one in finished])]
    for name, competence in load_scoring().competences.items():
        given = [one.debrief.competenties[name].score for one in finished]
        rows.append(_spread(name, competence.name, [score for score in given if score is not None]))
    return tuple(row for row in rows if row)


def _spread(id_: str, name: str, scores: Sequence[int]) -> Spread | None:
    if len(scores) < group_texts().fewest:
        return None
    ordered = tuple(sorted(scores))
    return Spread(id_, name, ordered, ordered[0], round(median(ordered)), ordered[-1])


def missed(finished: Sequence[Finished], focus: Sequence[str] = ()) -> tuple[Missed, ...]:
    """Give the guidelines the group missed, those in focus first (also when not missed), then most often missed."""
    if not is_enough(finished):
        return ()
    rows = [_missed(guideline, finished, focus) for guideline in load_guidelines()]
    told = [row for row in rows if row.came_up and (row.missed or row.focus)]
    return tuple(sorted(told, key=lambda row: (not row.focus, -row.missed, row.came_up, row.id)))


def _missed(guideline: Guideline, finished: Sequence[Finished], focus: Sequence[str]) -> Missed:
    results = [result for one in finished for result in one.debrief.richtlijnen]
    statuses = [result.status for result in results if result.id == guideline.id]
    return Missed(
        id=guideline.id,
        title=guideline.title,
        why=guideline.why,
        source=source_line(guideline.sources),
        came_up=sum(status in ("gezien", "gemist") for status in statuses),
        missed=statuses.count("gemist"),
        focus=guideline.id in focus,
    )
