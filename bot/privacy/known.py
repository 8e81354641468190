"""The names that belong to an exercise: everybody in the case, the person, and whom the parent named."""

from __future__ import annotations

from functools import lru_cache

from bot.content.check_text import texts
from bot.content.library import load_case, load_person
from bot.privacy.find import words_of
from bot.tracker import Record


@lru_cache(maxsize=256)
def known_words(case: str, person: str) -> frozenset[str]:
    """Give the words with a capital in a case and its person, in lower case; unknown ids add nothing."""
    content = (load_case(case), load_person(person))
    return words_of(*(text for item in content if item for _, text in texts(item.dict())))


def known_in(record: Record) -> frozenset[str]:
    """Give the names of the case, of whom the parent named, and those the trainee kept in earlier turns."""
    said = [record.opening.text]
    for exchange in record.exchanges:
        said.append(exchange.turn.text)
        said.append(exchange.reply.text if exchange.reply else "")
    return known_words(record.setup.case, record.setup.person) | words_of(*said)
