"""What somebody said, as it came in: cleaned, or refused with one Dutch line."""

from __future__ import annotations

from typing import Any

from bot.channel.faults import Fault
from bot.play import MAX_CHARACTERS
from bot.storage.database import storable

_UNSEEN = "\u200b\u200c\u200d\ufeff \t\r\n"


def checked_turn(given: Any) -> str:
    """Give a turn that can be said and kept; raise Fault for no text, for nothing to see, and for too much."""
    if not isinstance(given, str):
        raise Fault(422, "geen_tekst")
    said = storable(given).strip()
    if not said.strip(_UNSEEN):
        raise Fault(422, "leeg")
    if len(said) > MAX_CHARACTERS:
        raise Fault(413, "te_lang", lengte=len(said), grens=MAX_CHARACTERS)
    return said
