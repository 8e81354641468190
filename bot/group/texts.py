"""What groep.yml says: the consent, the moments to lay side by side, the questions on the sheet."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from pydantic import Field, root_validator

from bot.content.base import Content
from bot.content.files import KNOWLEDGE, parse
from bot.content.person import Lines


class Consent(Content):
    """What a trainee agrees to before the exercise starts; `version` is kept with the agreement."""

    version: int = Field(ge=1)
    sees: Lines = Field(minimum=1)
    not_sees: Lines = Field(minimum=1)
    whole: str
    careful: str


class MomentRule(Content):
    """How a moment is found in each conversation: the turn's number, acts before it, its labels, or probes."""

    title: str
    question: str
    kind: Literal["turn", "acts", "label", "probe"]
    turn: int = Field(default=1, ge=1)
    find: Lines = ()

    @root_validator(skip_on_failure=True)
    def _says_what_to_find(cls, values: dict[str, object]) -> dict[str, object]:
        if values["kind"] in ("acts", "label") and not values["find"]:
            raise ValueError("find")
        return values


class GroupTexts(Content):
    """The whole of groep.yml; `fewest` is from how many finished talks the trainer sees more than names."""

    consent: Consent
    fewest: int = Field(ge=2)
    moments: dict[str, MomentRule]
    sheet: Lines


@lru_cache(maxsize=1)
def group_texts() -> GroupTexts:
    """Give groep.yml; raise ContentError when it is wrong."""
    return parse(KNOWLEDGE / "groep.yml", GroupTexts)
