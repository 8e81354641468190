"""Conversation forms: the three kinds of talk and the visible steps of their protocol."""

from __future__ import annotations

from pydantic import Field

from bot.content.base import Content
from bot.content.guideline import Source
from bot.content.person import Lines


class Step(Content):
    """One step of a protocol; a turn with any label of `shows` shows it, and it asks for one thing.

    Such a turn must have the rest too: a label of `also`, a word of `words` (small letters), with
    `concrete` a day, time or number; it comes in or after a turn with a label of `after`.
    `when`: the step is only asked for when the parent did one of these (ids of parent_acts.yml).
    `order` is true when the step belongs after the previous step that has it.
    """

    id: str
    title: str
    shows: Lines = Field(minimum=1)
    also: Lines = ()
    words: Lines = ()
    concrete: bool = False
    after: Lines = ()
    when: Lines = ()
    source: Source
    order: bool


class FormGuide(Content):
    """A conversation form as the trainee knows it; `minutes` is its usual length."""

    name: str
    about: str
    minutes: int = Field(ge=1)
    source: Source
    steps: tuple[Step, ...] = Field(minimum=2)
