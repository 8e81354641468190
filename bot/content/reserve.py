"""What any parent can say: lines for acts a person has none for, and facts a case says nothing about."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from bot.content.base import Content
from bot.content.files import KNOWLEDGE, parse, read_yaml
from bot.content.person import HomeFact

HOME = KNOWLEDGE / "replies" / "thuis.yml"
LINES = KNOWLEDGE / "replies" / "algemeen.yml"


class SpareHome(Content):
    """The whole of thuis.yml: facts that fit any child and any parent."""

    home: dict[str, tuple[HomeFact, ...]]


@lru_cache(maxsize=1)
def spare_home() -> Mapping[str, tuple[HomeFact, ...]]:
    """Give for every topic a plain fact for a case or person that says nothing about it."""
    return MappingProxyType(parse(HOME, SpareHome).home)


def spare_lines() -> Mapping[str, Any]:
    """Give algemeen.yml as written: per group and act a list, or a list per band."""
    data: Mapping[str, Any] = read_yaml(LINES)
    return data
