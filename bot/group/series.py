"""A path of exercises to do alone: its steps from series.yml, and how far somebody is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pydantic import Field, validator

from bot.content.base import Content
from bot.content.case import Form
from bot.content.files import KNOWLEDGE, parse
from bot.content.guideline import Competence
from bot.content.person import Lines
from bot.exercise import Coaching, Difficulty


class Choice(Content):
    """The settings of a step, with the keys of an ordinary choice."""

    gespreksvorm: Form
    oudertype: str
    casus: str
    persoon: str = ""
    niveau: Difficulty
    coaching: Coaching


class Threshold(Content):
    """A score (0 to 100) on one competence from which a step is done; modest, for skill comes with rounds."""

    competence: Competence
    score: int = Field(ge=1, le=90)


class Step(Content):
    """One step: what to learn, how, and when it is done. Without `done` finishing the talk is enough.

    `tips` are what to try in this talk; `guidelines` are the ids they rest on.
    """

    id: str
    title: str
    goal: str
    tips: Lines = Field(minimum=1)
    guidelines: Lines = Field(minimum=1)
    choice: Choice
    done: Threshold | None = None


class Series(Content):
    """The whole of series.yml."""

    title: str
    about: str
    steps: tuple[Step, ...] = Field(minimum=2)

    @validator("steps")
    def _each_once(cls, steps: tuple[Step, ...]) -> tuple[Step, ...]:
        if len({step.id for step in steps}) < len(steps):
            raise ValueError("dubbel")
        return steps


@dataclass(frozen=True)
class Round:
    """One try at a step: whether the talk is over, its scores once known, and when it began (ISO)."""

    exercise: str
    created: str
    over: bool
    total: int | None
    scores: Mapping[str, int | None]


@dataclass(frozen=True)
class StepProgress:
    """How far somebody is with a step; `best` is the highest score on its competence, 0 to 100."""

    step: Step
    rounds: tuple[Round, ...]
    done: bool
    best: int | None


@lru_cache(maxsize=1)
def series() -> Series:
    """Give the series; raise ContentError when the file is wrong."""
    return parse(KNOWLEDGE / "series.yml", Series)


def step_of(id_: str) -> Step | None:
    """Give a step, None when there is none of that name."""
    return next((step for step in series().steps if step.id == id_), None)


def progress(rounds: Mapping[str, Sequence[Round]]) -> tuple[StepProgress, ...]:
    """Give how far somebody is, from the rounds of each step."""
    return tuple(_progress(step, tuple(rounds.get(step.id, ()))) for step in series().steps)


def next_step(found: Sequence[StepProgress]) -> str | None:
    """Give the first step that is not done, None when all are."""
    return next((item.step.id for item in found if not item.done), None)


def _progress(step: Step, rounds: tuple[Round, ...]) -> StepProgress:
    over = [one for one in rounds if one.over]
    if step.done is None:
        return StepProgress(step, rounds, bool(over), None)
    known = [score for one in over if (score := one.scores.get(step.done.competence)) is not None]
    best = max(known, default=None)
    return StepProgress(step, rounds, best is not None and best >= step.done.score, best)


def choice_of(step: Step) -> dict[str, Any]:
    """Give the settings as `setup_from` reads them."""
    return {key: value for key, value in step.choice.dict().items() if value}
