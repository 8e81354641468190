"""First names, by which a name is known without a capital (privacy/names.yml)."""

from __future__ import annotations

from functools import lru_cache

from bot.content.files import KNOWLEDGE, read_yaml


@lru_cache(maxsize=1)
def first_names() -> frozenset[str]:
    """Give the first names in lower case; those that are everyday words are not among them."""
    names = read_yaml(KNOWLEDGE / "privacy" / "names.yml")["first_names"]
    return frozenset(str(names).lower().split())
