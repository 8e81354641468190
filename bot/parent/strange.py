"""Turns that are no ordinary turn, and slips such as a wrong name; answered in character."""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

from bot.parent.memory import Part
from bot.parent.scene import Scene
from bot.parent.voice import Voice

_WORD = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Ý][a-zà-ÿ]{2,}\b")
"""A capitalised word that does not open a sentence."""


def strange(scene: Scene, voice: Voice) -> Part | None:
    """React to a strange turn as someone who is simply a parent."""
    return voice.act("strange", scene.turn.kind)


def wrong_name(scene: Scene, voice: Voice, plain: bool) -> Part | None:
    """React when the trainee gets the child's name wrong, by one letter or two."""
    slips = [word for word in _WORD.findall(scene.turn.text) if _near(word, scene)]
    return voice.act("strange", "verkeerde_naam", plain=plain) if slips else None


def _near(word: str, scene: Scene) -> bool:
    name = scene.cast.case.child.name
    if word.startswith(name) or word in scene.cast.names:
        return False
    return 1 <= Levenshtein.distance(word, name) <= (1 if len(name) <= 4 else 2)
