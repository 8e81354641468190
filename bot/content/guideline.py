"""Guidelines: one piece of published advice, when it applies, and what shows it was met."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bot.content.base import Content
from bot.content.case import Form
from bot.content.person import Lines

Competence = Literal["opbouw", "vragen", "relatie", "feiten", "afstemming", "afspraken", "valkuilen"]
Phase = Literal[
    "voorbereiding", "opening", "inbreng", "reactie", "aanpak", "afronding", "heel_gesprek", "nazorg"
]


class Source(Content):
    """Where the advice stands: document B0 to B4 and its section."""

    doc: Literal["B0", "B1", "B2", "B3", "B4"]
    section: str


class Occasion(Content):
    """What gives the trainee an occasion; all filled fields must hold, any item in a field.

    `parent`: what the parent's last utterance does (ids of parent_acts.yml).
    `turn`: labels the trainee's own turn carries.
    `tension`: lowest tension of the parent, 0 to 1, where known; ignored when unknown.
    """

    parent: Lines = ()
    turn: Lines = ()
    tension: float | None = Field(default=None, ge=0, le=1)


class Order(Content):
    """An order the documents ask for: one of `first` before any of `then`."""

    first: Lines = Field(minimum=1)
    then: Lines = Field(minimum=1)


class Guideline(Content):
    """One advice with its source, as data the debrief decides by.

    `within`: turns from the occasion in which it may be met. `concrete`: it is only met by a turn
    that also says when, how often or how long.
    """

    id: str
    competence: Competence
    title: str
    why: str
    sources: tuple[Source, ...] = Field(minimum=1)
    inventory: Lines = Field(minimum=1)
    visible: bool = True
    phase: Phase = "heel_gesprek"
    forms: tuple[Form, ...] = ()
    types: Lines = ()
    occasion: Occasion | None = None
    met: Lines = ()
    met_all: Lines = ()
    within: int = Field(default=1, ge=1, le=20)
    concrete: bool = False
    broken: Lines = ()
    absence: Literal["gemist", "niet_aan_de_orde"] = "niet_aan_de_orde"
    order: Order | None = None
    weight: int = Field(default=1, ge=1, le=3)
    examples: Lines = ()

    @property
    def is_pitfall(self) -> bool:
        """Tell whether the guideline only says what not to do."""
        return bool(self.broken) and not (self.met or self.met_all or self.order or self.occasion)

    def is_for(self, form: str, type_: str) -> bool:
        """Tell whether the advice is meant for this form and parent type; text may not be able to show it."""
        return (not self.forms or form in self.forms) and (not self.types or type_ in self.types)
