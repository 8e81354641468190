"""The label ids in a fixed order, from `bot/knowledge/labels/`."""

from __future__ import annotations

from functools import lru_cache

from bot.content.files import KNOWLEDGE, read_yaml

GROUPS = ("vraagtypen", "zetten", "valkuilen")


@lru_cache(maxsize=1)
def label_groups() -> dict[str, tuple[str, ...]]:
    """Give the label ids per group, in the order of the label manual."""
    return {g: tuple(read_yaml(KNOWLEDGE / "labels" / f"{g}.yml")["labels"]) for g in GROUPS}


@lru_cache(maxsize=1)
def all_labels() -> tuple[str, ...]:
    """Give all label ids, question types first."""
    return tuple(label for group in GROUPS for label in label_groups()[group])
