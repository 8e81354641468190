"""Check the guidelines: shape, known labels and parent acts, something that shows each visible one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.content.files import KNOWLEDGE, build, read_yaml, shown
from bot.content.guideline import Guideline
from bot.content.known import known
from bot.content.problems import ContentError, Problem
from bot.content.wording import told


def guideline_problems() -> Iterator[Problem]:
    """Give every fault in the files of guidelines."""
    for path in sorted((KNOWLEDGE / "guidelines").glob("*.yml")):
        yield from _file(path)


def _file(path: Path) -> Iterator[Problem]:
    for place, data in enumerate(read_yaml(path) or []):
        name = str(data.get("id", place)) if isinstance(data, dict) else str(place)
        try:
            item = build(path, Guideline, data, name)
        except ContentError as error:
            yield from error.problems
            continue
        yield from _names(shown(path), item)


def _names(file: str, item: Guideline) -> Iterator[Problem]:
    used = labels_of(item)
    for act in sorted(set(item.occasion.parent) - known().parent_acts) if item.occasion else ():
        yield Problem(file, item.id, told("onbekende_uiting", uiting=act))
    for label in sorted(used - known().labels):
        yield Problem(file, item.id, told("onbekend_label", label=label))
    if item.visible and not used:
        yield Problem(file, item.id, told("niets_zichtbaars"))


def labels_of(item: Guideline) -> set[str]:
    """Give every label a guideline names."""
    used = {*item.met, *item.met_all, *item.broken}
    if item.order:
        used |= {*item.order.first, *item.order.then}
    return used | set(item.occasion.turn if item.occasion else ())
