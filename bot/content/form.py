"""Conversation forms: the three kinds of talk and the visible steps of their protocol."""

from __future__ import annotations

from pydantic import Field

from bot.content.base import Content
from bot.content.guideline import Source
from bot.content.person import Lines


class Step(Content):
    """One step of a protocol; any label of `shows` shows it.

    `order` is true when the step belongs after the previous step that has it.
    """

    id: str
    title: str
    shows: Lines = Field(minimum=1)
    source: Source
    order: bool


class FormGuide(Content):
    """A conversation form as the trainee knows it; `minutes` is its usual length."""

    name: str
    about: str
    minutes: int = Field(ge=1)
    source: Source
    steps: tuple[Step, ...] = Field(minimum=2)
