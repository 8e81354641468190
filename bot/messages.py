"""The short Dutch lines of the shells, kept as content."""

from __future__ import annotations

from functools import lru_cache

from bot.content.files import KNOWLEDGE, read_yaml


@lru_cache(maxsize=1)
def _lines() -> dict[str, str]:
    return {str(key): str(value) for key, value in read_yaml(KNOWLEDGE / "messages.yml").items()}


def message(key: str, **slots: object) -> str:
    """Give one Dutch line, slots filled; raise KeyError for an unknown key."""
    return _lines()[key].format(**slots)
