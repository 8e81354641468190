"""The words by which a parent remembers and notices slips (recall.yml), loaded once."""

from __future__ import annotations

from functools import lru_cache

from bot.content.base import Content
from bot.content.files import KNOWLEDGE, parse
from bot.content.person import Lines


class GenderSlip(Content):
    """Phrases that mean a child of the other gender, and words with which they may be right."""

    slips: Lines
    rightly: Lines


class Recollection(Content):
    """Phrases in lower case; `*` stands for up to five words, `{naam}` for a name."""

    secrecy: Lines
    shares: Lines
    cannot: Lines
    owns_up: Lines
    announced: dict[str, Lines]
    numbers: dict[str, int]
    counted: Lines
    periods: Lines
    denials: Lines
    fillers: Lines
    child_frames: Lines
    adults: Lines
    others: Lines
    before_name: Lines
    after_name: Lines
    gender: dict[str, GenderSlip]


@lru_cache(maxsize=1)
def recollection() -> Recollection:
    """Load recall.yml; raise ContentError when it is wrong."""
    return parse(KNOWLEDGE / "parents" / "recall.yml", Recollection)
