"""Parent types and the persons that play them (document B0)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, validator

from bot.content.base import Content

Band = Literal["hoog", "midden", "laag"]
"""Tension of the parent: hoog from 0.60, midden from 0.35, laag below that."""

Aspect = Literal["wanneer", "hoe_vaak", "hoe_lang", "wie", "waar", "waardoor", "hoe", "gevoel"]
"""What a follow-up question asks about a fact."""

BANDS: tuple[Band, ...] = ("hoog", "midden", "laag")

Lines = tuple[str, ...]


class LineSet(Content):
    """Lines for one act, per band of tension; `elk` fits any tension."""

    hoog: Lines = ()
    midden: Lines = ()
    laag: Lines = ()
    elk: Lines = ()

    def band(self, band: Band) -> Lines:
        """Give the lines that fit this tension, the specific ones first."""
        return getattr(self, band) + self.elk  # type: ignore[no-any-return]

    @property
    def all(self) -> Lines:
        """Give every line in the set."""
        return self.hoog + self.midden + self.laag + self.elk


class Figure(Content):
    """How the page draws the person: a few lines, no caricature."""

    hair: Literal["kort", "lang", "knot", "krullen", "kaal", "hoofddoek", "staart", "grijs_kort"]
    skin: Literal["licht", "midden", "donker"]
    glasses: bool = False
    beard: bool = False


class Secret(Content):
    """The reason behind the behaviour; told only when the parent is open enough."""

    summary: str
    openness: float = Field(ge=0, le=1)
    lines: Lines = Field(minimum=2)


class HomeFact(Content):
    """Something the parent knows, told when openness reaches the threshold."""

    id: str
    openness: float = Field(ge=0, le=1)
    lines: Lines = Field(minimum=2)
    details: dict[Aspect, Lines] = {}


class Person(Content):
    """Someone who plays a parent type, with their own voice."""

    id: str
    type: str
    name: str
    relation: Literal["moeder", "vader", "oma", "opa"]
    one_line: str
    voice: str
    figure: Figure
    background: Secret
    home: dict[str, tuple[HomeFact, ...]]
    openings: Lines = Field(minimum=2)
    reactions: dict[str, LineSet]
    answers: dict[str, LineSet]
    moves: dict[str, LineSet]
    strange: dict[str, LineSet]
    endings: dict[str, LineSet]
    thoughts: dict[str, Lines]
    cues: LineSet

    @validator("reactions", "answers", "moves", "strange", "endings", pre=True)
    def _plain_list_fits_any_band(cls, value: object) -> object:
        if not isinstance(value, dict):
            return value
        return {key: {"elk": item} if isinstance(item, list) else item for key, item in value.items()}
