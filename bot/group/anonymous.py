"""Texts without a trace of who said them: no nickname, nothing that looks like a real name or number."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.group.model import Finished
from bot.privacy.find import find_personal, mask_personal
from bot.privacy.known import known_words
from bot.privacy.patterns import name_kind

_SHORTEST = 3
"""A nickname of fewer letters would be found in ordinary words."""


def anonymous(text: str, one: Finished, nicknames: Iterable[str]) -> str:
    """Give a text of a conversation with likely names masked, except those of its case."""
    setup = one.record.setup
    known = known_words(setup.case, setup.person)
    for name in nicknames:
        if len(name) >= _SHORTEST and name.lower() not in known:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", name_kind().mask, text, flags=re.IGNORECASE)
    return mask_personal(text, find_personal(text, known))
