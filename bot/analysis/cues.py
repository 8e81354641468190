"""The word lists of `bot/knowledge/cues/`, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from bot.content.files import KNOWLEDGE, read_yaml


@dataclass(frozen=True)
class FormCues:
    """Word lists for the form of a question (cues/form.yml), as sets."""

    wh: frozenset[str]
    hoe: frozenset[str]
    waarom: frozenset[str]
    waarom_phrases: tuple[str, ...]
    prepositions: frozenset[str]
    lead: frozenset[str]
    subjects: frozenset[str]
    verbs: frozenset[str]
    not_verbs: frozenset[str]
    invite_verbs: frozenset[str]
    invite_infinitives: tuple[str, ...]
    invite_phrases: tuple[str, ...]
    tags: tuple[str, ...]
    steering: frozenset[str]
    embedding: frozenset[str]
    splitters: frozenset[str]
    address: frozenset[str]
    you: frozenset[str]
    auxiliaries: frozenset[str]
    being: frozenset[str]


@lru_cache(maxsize=1)
def form_cues() -> FormCues:
    """Give the cues for the form of a question."""
    data: dict[str, Any] = read_yaml(KNOWLEDGE / "cues" / "form.yml")
    sets: dict[str, Any] = {k: tuple(v) if k in _TUPLES else frozenset(v) for k, v in data.items()}
    return FormCues(**sets)


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Give common Dutch words that carry little meaning (cues/common_words.yml)."""
    return frozenset(read_yaml(KNOWLEDGE / "cues" / "common_words.yml")["words"])


@lru_cache(maxsize=1)
def kind_cues() -> dict[str, tuple[str, ...]]:
    """Give words that settle the kind of a strange turn (cues/kinds.yml)."""
    return {kind: tuple(cues) for kind, cues in read_yaml(KNOWLEDGE / "cues" / "kinds.yml").items()}


_TUPLES = ("waarom_phrases", "invite_infinitives", "invite_phrases", "tags")
