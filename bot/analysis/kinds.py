"""Strange turns: empty, nonsense, another language, out of role, small talk, a real emergency."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import get_args

from bot.analysis.cues import common_words, kind_cues
from bot.analysis.encoder import Array
from bot.analysis.heads import Head
from bot.analysis.turn import Kind

SURE = {"noodgeval": 0.6, "uit_de_rol": 0.6, "scheldwoord": 0.97, "onzin": 0.6, "andere_taal": 0.55}
USUALLY = 0.5
HINTED = 0.3
"""What the head must give an emergency that is also hinted at by a word."""

FOREIGN = 0.3
"""Below this share of known words a text of three words or more is another language."""
_LETTERS = re.compile(r"[^\W\d_]")
_MASH = re.compile(r"[bcdfghjklmnpqrstvwxz]{6,}|(.)\1{5,}", re.IGNORECASE)


def _dutch(text: str) -> bool:
    """Tell whether at least two in five words are common Dutch ones."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return sum(w in common_words() for w in words) * 5 >= 2 * len(words)


def _has(text: str, kind: str) -> bool:
    """Tell whether a cue of `cues/kinds.yml` stands in the text as whole words, outside quotes."""
    plain = " ".join(re.findall(r"\w+", re.sub(r"[\"“'‘][^\"”'’]*[\"”'’]", " ", text.lower())))
    return any(f" {cue} " in f" {plain} " for cue in kind_cues()[kind])


def _foreign(text: str, known: Container[str]) -> bool:
    words = re.findall(r"[^\W\d_]+", text.lower())
    return len(words) >= 3 and sum(w in known for w in words) < FOREIGN * len(words)


def kind_of(text: str, features: Array, head: Head | None, known: Container[str]) -> Kind:
    """Give what kind of turn it is; `beurt` unless something else is clear. `known`: words of the material."""
    letters = len(_LETTERS.findall(text))
    if not letters:
        return "onzin" if text.strip() else "leeg"
    if letters < 40 and " " not in text.strip() and _MASH.search(text):
        return "onzin"
    if head is None:
        return "beurt"
    p = dict(zip(head.classes, head.probabilities(features[None])[0], strict=True))
    if p.get("noodgeval", 0) >= HINTED and _has(text, "noodgeval"):
        return "noodgeval"
    if _has(text, "scheldwoord"):
        return "scheldwoord"
    if _foreign(text, known):
        return "andere_taal"
    return _by_head(text, p)


def _by_head(text: str, p: dict[str, float]) -> Kind:
    best = max(p, key=lambda k: p[k])
    if best == "andere_taal" and _dutch(text):
        return "beurt"
    if best == "beurt" or best not in get_args(Kind) or p[best] < SURE.get(best, USUALLY):
        return "beurt"
    return best  # type: ignore[return-value]
