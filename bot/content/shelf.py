"""The shelf: the user's own cases and persons, kept beside the shipped ones while the program runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import _lru_cache_wrapper, lru_cache
from typing import Any, TypeVar

from bot.content.case import Case
from bot.content.files import KNOWLEDGE
from bot.content.person import Person
from bot.content.problems import Problem

T = TypeVar("T")


@dataclass(frozen=True)
class Shelf:
    """Own cases and persons by id, all valid, and why other files were left out."""

    cases: Mapping[str, Case] = field(default_factory=dict)
    persons: Mapping[str, Person] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


class _Place:
    """Holds what is on the shelf now, and every answer that depends on it."""

    shelf = Shelf()
    answers: list[_lru_cache_wrapper[Any]] = []


def shelf() -> Shelf:
    """Give what is on the shelf now; nothing until `put` was called."""
    return _Place.shelf


def put(new: Shelf) -> None:
    """Put other content on the shelf, once, before a command begins; forget what depended on the old."""
    _Place.shelf = new
    for answer in _Place.answers:
        answer.cache_clear()


def shelved(maxsize: int) -> Callable[[Callable[..., T]], _lru_cache_wrapper[T]]:
    """Remember answers like `lru_cache`, until other content is put on the shelf."""

    def decorate(function: Callable[..., T]) -> _lru_cache_wrapper[T]:
        answer = lru_cache(maxsize)(function)
        _Place.answers.append(answer)
        return answer

    return decorate


def shipped_cases() -> list[str]:
    """Give the ids of the cases that come with the program."""
    return sorted(path.stem for path in (KNOWLEDGE / "cases").glob("*.yml"))


def shipped_persons(type_: str) -> list[str]:
    """Give the ids of the persons of a type that come with the program."""
    return sorted(path.stem for path in (KNOWLEDGE / "replies" / type_).glob("*.yml"))


def all_cases() -> list[str]:
    """Give the ids of all cases: shipped ones first, each group in a fixed order."""
    return [*shipped_cases(), *sorted(shelf().cases)]


def all_persons(type_: str) -> list[str]:
    """Give the ids of all persons that play a type: shipped ones first."""
    return [*shipped_persons(type_), *sorted(i for i, p in shelf().persons.items() if p.type == type_)]
