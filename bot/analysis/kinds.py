"""Strange turns: empty, nonsense, another language, out of role, small talk, a real emergency."""

from __future__ import annotations

import re
from typing import get_args

from bot.analysis.cues import common_words
from bot.analysis.encoder import Array
from bot.analysis.heads import Head
from bot.analysis.turn import Kind

SURE = {"noodgeval": 0.6, "uit_de_rol": 0.6, "scheldwoord": 0.6, "onzin": 0.5, "andere_taal": 0.55}
USUALLY = 0.65
_LETTERS = re.compile(r"[^\W\d_]")
_MASH = re.compile(r"[bcdfghjklmnpqrstvwxz]{6,}|(.)\1{5,}", re.IGNORECASE)


def _dutch(text: str) -> bool:
    """Tell whether at least a quarter of the words are common Dutch ones."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return sum(w in common_words() for w in words) * 4 >= len(words)


def kind_of(text: str, features: Array, head: Head | None) -> Kind:
    """Give what kind of turn it is; `beurt` unless something else is clear."""
    letters = len(_LETTERS.findall(text))
    if not letters:
        return "onzin" if text.strip() else "leeg"
    if letters < 40 and " " not in text.strip() and _MASH.search(text):
        return "onzin"
    if head is None:
        return "beurt"
    p = dict(zip(head.classes, head.probabilities(features[None])[0], strict=True))
    best = max(p, key=lambda k: p[k])
    if best == "andere_taal" and _dutch(text):
        return "beurt"
    if best == "beurt" or best not in get_args(Kind) or p[best] < SURE.get(best, USUALLY):
        return "beurt"
    return best  # type: ignore[return-value]
