"""What personal data looks like: the patterns of bot/knowledge/privacy, compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from bot.content.files import KNOWLEDGE, read_yaml
from bot.content.names import first_names

_FOLDER = KNOWLEDGE / "privacy"
_WORD = r"[^\W\d_][\w'’-]*"


@dataclass(frozen=True)
class Kind:
    """A kind of personal data; `check` names a further test of what a pattern found, or is empty."""

    id: str
    mask: str
    word: str
    patterns: tuple[re.Pattern[str], ...] = ()
    check: str = ""


@dataclass(frozen=True)
class NameRules:
    """How names are recognised; all words as written, `first_names` and `never` in lower case."""

    first_names: frozenset[str]
    never: frozenset[str]
    introduction: re.Pattern[str]
    titled: re.Pattern[str]
    capital: re.Pattern[str]
    surname: re.Pattern[str]


@lru_cache(maxsize=1)
def kinds() -> tuple[Kind, ...]:
    """Give the kinds with a fixed form, first the ones that win from the others."""
    return tuple(_kind(name, item) for name, item in _data()["kinds"].items())


@lru_cache(maxsize=1)
def name_kind() -> Kind:
    """Give the kind of names, which has rules instead of patterns."""
    return _kind("naam", _data()["name"])


@lru_cache(maxsize=1)
def name_rules() -> NameRules:
    """Give the rules for names."""
    given = _data()["name"]
    particles = "|".join(map(re.escape, given["particles"]))
    called = "|".join(map(re.escape, given["introduced_as"]))
    titles = "|".join(map(re.escape, given["titles"]))
    surname = rf"(?:(?:{particles}) ){{0,3}}(?=[A-ZÀ-ÖØ-Þ]){_WORD}"
    return NameRules(
        first_names=first_names(),
        never=frozenset(word.lower() for word in given["never"]),
        introduction=re.compile(rf"(?i)\b(?:{'|'.join(given['introductions'])})\W{{0,2}}(?:(?:{called}) )?$"),
        titled=re.compile(rf"(?i:\b(?P<title>{titles})) (?P<surname>{surname})"),
        capital=re.compile(rf"(?<![\w'’-])(?=[A-ZÀ-ÖØ-Þ]){_WORD}"),
        surname=re.compile(rf" (?P<surname>{surname})"),
    )


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    data: dict[str, Any] = read_yaml(_FOLDER / "patterns.yml")
    return data


def _kind(name: str, item: dict[str, Any]) -> Kind:
    patterns = tuple(re.compile(pattern) for pattern in item.get("patterns", ()))
    return Kind(name, item["mask"], item["word"], patterns, item.get("check", ""))
