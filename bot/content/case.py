"""Cases: a child, what the teacher saw, what home is like, what is hidden (B2 par. 2.9)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bot.content.base import Content
from bot.content.person import HomeFact, Lines, Secret

Form = Literal["tienminutengesprek", "extra_gesprek", "meldcode_stap_3"]


class Child(Content):
    """The child the conversation is about."""

    name: str
    gender: Literal["jongen", "meisje"]
    age: int = Field(ge=4, le=13)
    group: int = Field(ge=1, le=8)


class Signal(Content):
    """A fact the teacher saw, with date or frequency, and how the parent takes it."""

    id: str
    topic: str
    text: str
    short: str
    keywords: Lines = Field(minimum=2)
    denies: Lines = Field(minimum=2)
    half: Lines = Field(minimum=2)
    recognises: Lines = Field(minimum=2)


class Strength(Content):
    """Something that goes well at school."""

    id: str
    text: str
    keywords: Lines = Field(minimum=1)


class Explanation(Content):
    """What the parent thinks it comes from, told when open enough."""

    openness: float = Field(ge=0, le=1)
    lines: Lines = Field(minimum=2)


class Idea(Content):
    """Something workable that the parent can propose or accept."""

    id: str
    keywords: Lines = Field(minimum=2)
    lines: Lines = Field(minimum=2)


class Probe(Content):
    """A moment in which the parent tests one guideline on purpose, in this case."""

    id: str
    acts: Lines = Field(minimum=1)
    guidelines: Lines = ()
    topic: str | None = None
    tension: tuple[Literal["hoog", "midden", "laag"], ...] = ("hoog", "midden", "laag")
    lines: Lines = Field(minimum=2)


class Wish(Content):
    """What the parent wants or fears: a summary for the debrief, lines for the talk."""

    summary: str
    lines: Lines = Field(minimum=2)


class Case(Content):
    """One case. Lines are spoken by the parent and may use the slots of the guide."""

    id: str
    title: str
    forms: tuple[Form, ...] = Field(minimum=1)
    types: Lines = Field(minimum=1)
    child: Child
    summary: str
    goal: str
    signals: tuple[Signal, ...] = Field(minimum=3)
    strengths: tuple[Strength, ...] = Field(minimum=2)
    unknown: Lines = Field(minimum=2)
    main_topics: Lines = Field(minimum=1)
    home: dict[str, tuple[HomeFact, ...]]
    hidden: Secret
    explanations: tuple[Explanation, ...] = Field(minimum=2)
    fear: Wish
    wish: Wish
    ideas: tuple[Idea, ...] = Field(minimum=3)
    probes: tuple[Probe, ...] = Field(minimum=3)
