"""Content types of this room: parent types, effects of labels, slots, acts and moves."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, validator

from bot.content.base import Content
from bot.content.guideline import Source
from bot.content.person import Band, Lines, LineSet
from bot.exercise import Difficulty

Measure = Literal["spanning", "vertrouwen", "openheid", "ladder", "gehoord", "beschuldigd", "grip"]
"""What changes in a parent; `ladder` runs from 0 to 3, the others from 0 to 1."""

Changes = dict[Measure, float]
Expresses = tuple[str, ...] | dict[Band, tuple[str, ...]]
MoveOccasion = Literal["always", "meldcode", "private", "veilig_thuis"]


def plain(changes: Changes) -> dict[str, float]:
    """Give changes as a record (`Cause`) keeps them."""
    return {str(name): value for name, value in changes.items()}


class Start(Content):
    """The state in which a parent enters."""

    spanning: float = Field(ge=0, le=1)
    vertrouwen: float = Field(ge=0, le=1)
    openheid: float = Field(ge=0, le=1)
    ladder: float = Field(ge=0, le=3)
    gehoord: float = Field(ge=0, le=1)
    beschuldigd: float = Field(ge=0, le=1)
    grip: float = Field(ge=0, le=1)


class Temper(Content):
    """How fast tension rises and falls, and how much of it stays until the parent feels heard."""

    rise: float = Field(gt=0, le=2)
    fall: float = Field(gt=0, le=2)
    floor: float = Field(ge=0, le=1.5)


class Tip(Content):
    """Advice for the preparation card, with its source."""

    text: str
    source: Source


class ParentType(Content):
    """One of the eight types of document B0: where it starts, what helps and what harms it.

    `intense` are the parent acts by which strong feeling shows; `yielding` lowers the threshold
    for agreeing; `initiative` is the chance of an own move.
    """

    id: str
    name: str
    about: str
    start: dict[Difficulty, Start]
    factors: dict[str, float]
    extra: dict[str, Changes] = Field(default={})
    temper: Temper
    shouts: bool
    cries: bool
    closes: bool
    intense: Lines = Field(minimum=1)
    yielding: float = Field(ge=0, le=0.3)
    initiative: float = Field(ge=0, le=1)
    tips: tuple[Tip, ...] = Field(minimum=3)


class Groups(Content):
    """Sets of labels and parent acts that rules speak of."""

    relation: Lines
    task: Lines
    early: Lines
    severe: Lines
    sad: Lines
    critical: Lines
    answered: Lines


class Effects(Content):
    """What labels, rules and strange turns change, and which label a reaction answers first."""

    labels: dict[str, Changes]
    rules: dict[str, Changes]
    strange: dict[str, Changes]
    groups: Groups
    reaction_order: tuple[Lines, ...]
    no_answer: Lines
    expresses: dict[str, Lines]


class Act(Content):
    """An act a person has lines for; `expresses` is a list, or a list per band."""

    min: int
    text: str
    bands: bool = False
    expresses: Expresses = ()


class Move(Content):
    """An own move of the parent: what it does, which guidelines it tests, in which tension it fits."""

    acts: Lines = Field(minimum=1)
    guidelines: Lines = ()
    text: str
    tension: tuple[Band, ...] = ()
    when: tuple[MoveOccasion, ...] = ("always",)


class Reserve(Content):
    """Lines that fit everyone, for when a person's own lines are spent; same shapes as a person's."""

    reactions: dict[str, LineSet] = Field(default={})
    answers: dict[str, LineSet] = Field(default={})
    moves: dict[str, LineSet] = Field(default={})
    strange: dict[str, LineSet] = Field(default={})
    endings: dict[str, LineSet] = Field(default={})
    thoughts: dict[str, Lines] = Field(default={})
    cues: LineSet = Field(default=LineSet())

    @validator("reactions", "answers", "moves", "strange", "endings", pre=True)
    def _plain_list_fits_any_band(cls, value: object) -> object:
        if not isinstance(value, dict):
            return value
        return {key: {"elk": item} if isinstance(item, list) else item for key, item in value.items()}


class ChildSlots(Content):
    """The words for a boy or a girl."""

    hij: str
    hij_stressed: str
    hem: str
    zijn: str
    jongen: str
    child: str
    grandchild: str


class ParentSlots(Content):
    """Which word names the child for this speaker, and who the other parent is."""

    child: Literal["child", "grandchild"]
    other: str


class Slots(Content):
    """How slots are filled."""

    child: dict[str, ChildSlots]
    parent: dict[str, ParentSlots]
    mine: str
