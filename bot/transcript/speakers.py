"""Who speaks: names of teacher and parent, names of the head lines, and what only looks like a name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from bot.content.base import Content
from bot.content.files import KNOWLEDGE, parse
from bot.transcript.model import Speaker

_MOST_NAMES = 4


class Names(Content):
    """Words for one speaker: `titles` may be followed by a name, `short` stand alone."""

    titles: tuple[str, ...]
    short: tuple[str, ...]


class Words(Content):
    """The whole of transcript.yml."""

    speakers: dict[str, Names]
    headers: dict[str, tuple[str, ...]]
    openers: tuple[str, ...]
    particles: tuple[str, ...]


@lru_cache(maxsize=1)
def words() -> Words:
    """Give the words for speakers and head lines."""
    return parse(KNOWLEDGE / "transcript.yml", Words)


@lru_cache(maxsize=1)
def _exact() -> Mapping[str, Speaker]:
    found: dict[str, Speaker] = {}
    for key, names in words().speakers.items():
        speaker: Speaker = "leraar" if key == "leraar" else "ouder"
        found |= dict.fromkeys((*names.titles, *names.short), speaker)
    return found


def plain(name: str) -> str:
    """Give a name as it is listed: small letters, straight apostrophe, single spaces, no markup."""
    flat = re.sub(r"[\s_]+", " ", name.replace("*", "").replace("’", "'").replace("‘", "'"))
    return flat.strip().rstrip(".").lower()


def speaker_of(name: str) -> Speaker | None:
    """Tell who is meant: 'Leraar', 'L', 'Juf Anna', 'Moeder van Sem', 'Ouder 2'; None when unknown."""
    said = plain(name)
    if said in _exact():
        return _exact()[said]
    for key, names in words().speakers.items():
        for title in names.titles:
            rest = name.replace("*", "").strip()[len(title) :]
            if said.startswith(f"{title} ") and _is_name(rest):
                return "leraar" if key == "leraar" else "ouder"
    return None


def header_of(name: str) -> str | None:
    """Give the key of a head line, None when it is none."""
    said = plain(name)
    return next((key for key, forms in words().headers.items() if said in forms), None)


def looks_like_speaker(name: str) -> bool:
    """Tell whether an unknown word before a colon looks like somebody's name."""
    return plain(name) not in words().openers and name[:1].isupper() and _is_name(name)


def _is_name(text: str) -> bool:
    parts = text.split()
    return 0 < len(parts) <= _MOST_NAMES and all(
        part[0].isupper() or part[0].isdigit() or part.lower() in words().particles for part in parts
    )
