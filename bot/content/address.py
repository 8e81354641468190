"""The words by which somebody is spoken to (parents/address.yml)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from bot.content.base import Content
from bot.content.files import KNOWLEDGE, parse
from bot.content.person import Lines


class Address(Content):
    """Words of address, in lower case: with `u`, with `je`, and in both ways."""

    formal: Lines
    informal: Lines
    either: Lines


@lru_cache(maxsize=1)
def load_address() -> Address:
    """Load the words; raise ContentError when the file is wrong."""
    return parse(KNOWLEDGE / "parents" / "address.yml", Address)


def found_words(words: Iterable[str], text: str) -> list[str]:
    """Give each of these words that stands in a text, as written there, in order."""
    return re.findall(rf"\b(?:{'|'.join(words)})\b", text, re.IGNORECASE)
