"""Labels: what a turn of the trainee can carry, told to people and shown by examples."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from pydantic import Field, validator

from bot.content.base import Content
from bot.content.files import KNOWLEDGE, build, read_yaml
from bot.content.guideline import Source
from bot.content.person import Lines

Group = Literal["vraagtypen", "zetten", "valkuilen"]
Advice = Literal["aangeraden", "afgeraden", "neutraal"]

GROUPS: tuple[Group, ...] = ("vraagtypen", "zetten", "valkuilen")


class LabelExample(Content):
    """A turn that carries the label or only looks like it; context where the label needs it."""

    text: str
    parent: str = ""
    earlier: Lines = ()


class LabelInfo(Content):
    """One label: its rule (labels.md), its name for a teacher, and sentences that are test cases.

    `seen` tells the trainee in one sentence what happened in the turn.
    """

    group: Group
    definition: str
    name: str
    seen: str
    sources: tuple[Source, ...] = Field(minimum=1)
    advice: Advice
    examples: tuple[LabelExample, ...] = Field(minimum=4)
    counterexamples: tuple[LabelExample, ...] = Field(minimum=3)

    @validator("examples", "counterexamples", pre=True)
    def _plain_sentence_needs_no_context(cls, value: object) -> object:
        if not isinstance(value, list):
            return value
        return [{"text": item} if isinstance(item, str) else item for item in value]


@lru_cache(maxsize=1)
def load_labels() -> Mapping[str, LabelInfo]:
    """Give all labels by id, question types first; raise ContentError when a file is wrong."""
    found: dict[str, LabelInfo] = {}
    for group in GROUPS:
        path = KNOWLEDGE / "labels" / f"{group}.yml"
        for name, data in read_yaml(path)["labels"].items():
            found[name] = build(path, LabelInfo, {"group": group, **(data or {})}, name)
    return MappingProxyType(found)
