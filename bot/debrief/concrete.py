"""Concrete or not: does a turn say when, how often or how long (B2 §2.6 step 4, §2.9)."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.content.files import KNOWLEDGE, read_yaml

CUES = KNOWLEDGE / "cues" / "concrete.yml"


@lru_cache(maxsize=1)
def _cue() -> re.Pattern[str]:
    words = [word for group in read_yaml(CUES).values() for word in group]
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"\d|\b(?:{listed})\b", re.IGNORECASE)


def is_concrete(text: str) -> bool:
    """Tell whether a text names a day, a time or a number, so that it can be checked."""
    return _cue().search(text) is not None
