"""What there is to choose from: forms, parent types, persons, cases, difficulties, coaching levels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.content.base import Content
from bot.content.case import Case
from bot.content.files import KNOWLEDGE, parse
from bot.content.library import load_case, load_forms, load_person
from bot.content.person import Person
from bot.content.problems import Problem
from bot.content.shelf import shelf, shelved
from bot.messages import message
from bot.parent import TYPES, ParentType, case_ids, parent_type, person_ids

MOST_TOLD = 8
"""Own files told about at once; `controleer` tells them all."""


class Level(Content):
    """A difficulty or coaching level as the trainee reads it."""

    name: str
    about: str
    words: tuple[str, ...] = ()


class Levels(Content):
    """The whole of levels.yml; `form_words` and `type_words` are other names a trainee may type.

    With one of `any_words` the trainee leaves the choice to the program.
    """

    difficulties: dict[str, Level]
    coaching: dict[str, Level]
    any_words: tuple[str, ...]
    form_words: dict[str, tuple[str, ...]]
    type_words: dict[str, tuple[str, ...]]
    moods: dict[str, str]


@dataclass(frozen=True)
class Option:
    """Something to choose: id, name, one sentence about it, other words for it."""

    id: str
    name: str
    about: str
    words: tuple[str, ...] = ()

    def named_in(self, text: str) -> bool:
        """Tell whether a text holds the id or another word for it: 'boze ouder graag', 'sem', 'stap 3'."""
        said = plain(text)
        return any(re.search(rf"\b{re.escape(plain(word))}\b", said) for word in (self.id, *self.words))


def plain(text: str) -> str:
    """Give a text as answers and names are compared: small letters, and one space for every gap."""
    return re.sub(r"[\s_]+", " ", text.strip().lower())


@lru_cache(maxsize=1)
def levels() -> Levels:
    """Give the difficulties and coaching levels."""
    return parse(KNOWLEDGE / "levels.yml", Levels)


def parent_types() -> tuple[ParentType, ...]:
    """Give the eight parent types."""
    return tuple(parent_type(name) for name in TYPES)


@shelved(maxsize=1)
def all_cases() -> tuple[Case, ...]:
    """Give all cases by id."""
    return tuple(case for case in map(load_case, case_ids()) if case)


@shelved(maxsize=16)
def persons_of(type_: str) -> tuple[Person, ...]:
    """Give the persons that play a parent type."""
    return tuple(person for person in map(load_person, person_ids(type_)) if person)


def forms() -> tuple[Option, ...]:
    """Give the conversation forms as options."""
    words = levels().form_words
    return tuple(Option(key, form.name, form.about, words.get(key, ())) for key, form in load_forms().items())


def types() -> tuple[Option, ...]:
    """Give the parent types as options; the persons' first names are other words for them."""
    words = levels().type_words
    return tuple(
        Option(
            t.id, t.name, t.about, words.get(t.id, ()) + tuple(p.name.split()[0] for p in persons_of(t.id))
        )
        for t in parent_types()
    )


def cases_for(form: str | None, type_: str | None) -> tuple[Option, ...]:
    """Give the cases that fit a form, only those made for the type when there are any."""
    fitting = [case for case in all_cases() if form is None or form in case.forms]
    made = [case for case in fitting if type_ in case.types]
    return tuple(Option(case.id, case.title, case.summary, (case.child.name,)) for case in made or fitting)


def difficulties() -> tuple[Option, ...]:
    """Give the difficulties as options."""
    return tuple(
        Option(key, item.name, item.about, item.words) for key, item in levels().difficulties.items()
    )


def coachings() -> tuple[Option, ...]:
    """Give the coaching levels as options."""
    return tuple(Option(key, item.name, item.about, item.words) for key, item in levels().coaching.items())


def left_out() -> tuple[str, ...]:
    """Give one line for each own file that cannot be used: its first fault, and how many more there are."""
    files: dict[str, list[Problem]] = {}
    for problem in shelf().problems:
        files.setdefault(problem.file, []).append(problem)
    lines = [_overlooked(found) for found in files.values()]
    more = len(lines) - MOST_TOLD
    return (*lines[:MOST_TOLD], *([message("eigen_meer", aantal=more)] if more > 0 else ()))


def _overlooked(found: Sequence[Problem]) -> str:
    more = message("eigen_nog", aantal=len(found) - 1) if len(found) > 1 else ""
    return message("eigen_overgeslagen", fout=found[0], meer=more)


def mood(tension: float) -> str:
    """Give a word for the parent's tension (0 to 1), so that a state never rests on colour or number."""
    words = levels().moods
    if tension >= 0.6:
        return words["hoog"]
    if tension >= 0.45:
        return words["op_zijn_hoede"]
    return words["luistert"] if tension >= 0.25 else words["laag"]
