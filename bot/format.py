"""The form in which an exercise is stored in its events, and reading those of earlier versions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from bot.exercise import Setup

FORMAT = 1
"""Kept with the opening of every exercise as `formaat`; 0 is version 0.1.0, which kept none.

Raise it when what is stored changes its meaning, and add the step to `_STEPS`. A new field with a
default needs no step. A stored conversation of every format is in tests/data/oud/.
"""

Stored = dict[str, Any]


class NewerFormatError(Exception):
    """An exercise made by a later version of this program."""


def as_now(opening: Mapping[str, Any]) -> Stored:
    """Give what the opening of an exercise keeps, in the present form; raise NewerFormatError."""
    stored = dict(opening)
    number = stored.get("formaat") or 0
    if not isinstance(number, int) or number > FORMAT:
        raise NewerFormatError
    for step in _STEPS[number:]:
        stored = step(stored)
    return stored


def setup_of(stored: Mapping[str, Any]) -> Setup:
    """Give the setup; choices this version does not know are left out."""
    known = {field.name for field in fields(Setup)}
    return Setup(**{key: value for key, value in stored["keuze"].items() if key in known})


def _from_0(stored: Stored) -> Stored:
    return {**stored, "formaat": 1}


_STEPS: tuple[Callable[[Stored], Stored], ...] = (_from_0,)
