"""Standing moments: occasions every conversation gives by itself, without an own move of the parent."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from pydantic import Field

from bot.content.base import Content
from bot.content.files import KNOWLEDGE, parse
from bot.content.person import Lines

FILE = KNOWLEDGE / "occasions.yml"


class Moment(Content):
    """A moment that is always there, and the guidelines it gives an occasion for."""

    about: str
    guidelines: Lines = Field(minimum=1)


class Moments(Content):
    """The whole of occasions.yml."""

    moments: dict[str, Moment]


@lru_cache(maxsize=1)
def load_moments() -> Mapping[str, Moment]:
    """Give the standing moments by id."""
    return parse(FILE, Moments).moments
