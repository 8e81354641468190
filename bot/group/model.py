"""A group exercise, who takes part, and a conversation that is over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.choice import choices_of, setup_from
from bot.content.guideline import Guideline
from bot.content.library import load_guidelines
from bot.debrief import Debrief
from bot.exercise import Setup
from bot.group import words
from bot.group.errors import GroupError
from bot.tracker import Record

MOST_FOCUS = 5
MAX_MEMBERS = 100
"""A whole school; more only makes the page slow."""
MAX_GROUPS = 50
"""Group exercises one browser can have at a time."""


@dataclass(frozen=True)
class GroupExercise:
    """What the trainer made: the settings are those of an ordinary exercise, with one seed for all."""

    title: str
    introduction: str
    choice: Mapping[str, Any]
    focus: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """A group exercise as kept: its code, the digest of the trainer's secret, who made it and when."""

    code: str
    secret: str
    browser: str
    created: str
    exercise: GroupExercise


@dataclass(frozen=True)
class Member:
    """Somebody who agreed and takes part; `exercise` is empty only while it is being begun.

    `whole` tells that the team may label the whole conversation together, without the nickname.
    """

    code: str
    nickname: str
    browser: str
    exercise: str
    agreed: str
    consent: int
    whole: bool = False


@dataclass(frozen=True)
class Finished:
    """A conversation that is over, with its debrief; whose it is stays outside."""

    record: Record
    debrief: Debrief
    whole: bool = False


@dataclass(frozen=True)
class Progress:
    """How far somebody is, for the trainer's list."""

    nickname: str
    turns: int
    finished: bool


@dataclass(frozen=True)
class Standing:
    """A group now: how far everybody is, and all finished conversations in no order that tells anything."""

    group: Group
    progress: tuple[Progress, ...] = ()
    finished: tuple[Finished, ...] = field(default=())


def read_exercise(body: Mapping[str, Any]) -> GroupExercise:
    """Read what a trainer chose; raise GroupError or ChoiceError with one Dutch line."""
    chosen = {
        key: body.get(key) for key in ("gespreksvorm", "oudertype", "casus", "persoon", "niveau", "coaching")
    }
    setup = setup_from(chosen)
    choice = {key: value for key, value in choices_of(setup).items() if key != "plan"}  # that is one's own
    return GroupExercise(
        title=words.title(body.get("titel")),
        introduction=words.introduction(body.get("inleiding")),
        choice=choice,
        focus=_focus(body.get("richtlijnen") or (), setup),
    )


def guidelines_for(form: str, type_: str) -> tuple[Guideline, ...]:
    """Give the guidelines that text can show in a form with a parent type."""
    return tuple(g for g in load_guidelines() if g.visible and g.is_for(form, type_))


def _focus(given: Any, setup: Setup) -> tuple[str, ...]:
    if not isinstance(given, Sequence) or isinstance(given, str) or len(given) > MOST_FOCUS:
        raise GroupError("te_veel_richtlijnen", grens=MOST_FOCUS)
    possible = {g.id for g in guidelines_for(setup.form, setup.type)}
    if any(item not in possible for item in map(str, given)):
        raise GroupError("onbekende_richtlijn")
    return tuple(dict.fromkeys(map(str, given)))
