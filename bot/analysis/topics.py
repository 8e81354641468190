"""What a turn is about: by its words, else by the trained head; and what a follow-up asks."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from bot.analysis.clauses import Clause
from bot.analysis.cues import form_cues
from bot.analysis.encoder import Array
from bot.analysis.features import Sample
from bot.analysis.form import question_form
from bot.analysis.heads import Head
from bot.content.files import KNOWLEDGE, read_yaml

HEAD_FROM = 0.5
MOST = 3
GENERAL = ("thuis", "gezin", "school")


@lru_cache(maxsize=1)
def _topics() -> dict[str, tuple[tuple[str, ...], ...]]:
    data = read_yaml(KNOWLEDGE / "topics.yml")["topics"]
    return {name: tuple(tuple(str(k).split()) for k in spec["keywords"]) for name, spec in data.items()}


@lru_cache(maxsize=1)
def _aspects() -> dict[str, Any]:
    data: dict[str, Any] = read_yaml(KNOWLEDGE / "cues" / "aspects.yml")
    return data


def _named(words: tuple[str, ...]) -> list[str]:
    found = {}
    for topic, keywords in _topics().items():
        hits = sum(words[i : i + len(k)] == k for k in keywords for i in range(len(words)))
        if hits:
            found[topic] = hits + (0 if topic in GENERAL else 1)
    return sorted(found, key=lambda t: -found[t])


def _about_parent(clause: Clause) -> bool:
    """Tell whether a clause asks how the parent is or feels, not the child ("bent u boos?")."""
    cues = form_cues()
    pairs = zip(clause.words, clause.words[1:], strict=False)
    return any((a in cues.being and b in cues.you) or (a in cues.you and b in cues.being) for a, b in pairs)


def topics_of(sample: Sample, features: Array, head: Head | None) -> tuple[str, ...]:
    """Give at most three topics, what the questions are about first."""
    asking = [c for c in sample.clauses if question_form(c)]
    if asking and all(_about_parent(c) for c in asking):
        return ()
    words = tuple(w for c in asking or sample.clauses if not _about_parent(c) for w in c.words)
    found = _named(words)
    if head is not None and asking:
        p = dict(zip(head.classes, head.probabilities(features[None])[0], strict=True))
        guess = max(p, key=lambda t: p[t])
        if guess != "geen" and p[guess] >= HEAD_FROM and (not found or found[0] in GENERAL):
            found = [guess, *[t for t in found if t != guess]]
    said = tuple(w for c in sample.clauses if not _about_parent(c) for w in c.words)
    rest = [t for t in _named(said) if t not in found]
    return tuple((found + rest)[:MOST])


def aspect_of(sample: Sample) -> str | None:
    """Give what the last question asks about a fact (when, how often, who …), or None."""
    for clause in reversed(sample.clauses):
        if not question_form(clause):
            continue
        text = " ".join(clause.words) + ("?" if clause.asks_by_mark else "")
        for aspect, phrases in _aspects()["aspects"].items():
            if any(f" {phrase}" in f" {text}" for phrase in phrases):
                return str(aspect)
        return None
    return None


def proposes_watching(text: str) -> bool:
    """Tell whether the turn offers to observe together or to visit the class (B1 bijlage 4)."""
    lowered = text.lower()
    return any(phrase in lowered for phrase in _aspects()["samen_kijken"])
