"""Loads persons, cases and parent data once, and hands out what one conversation needs."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from bot.content.base import Content
from bot.content.case import Case
from bot.content.check_lines import case_lines
from bot.content.files import KNOWLEDGE, T, build, parse
from bot.content.known import known
from bot.content.person import HomeFact, Person
from bot.content.problems import ContentError, Problem
from bot.content.shelf import all_cases, all_persons, shelf, shelved
from bot.content.wording import told
from bot.exercise import Setup
from bot.parent.hearing import Hearing
from bot.parent.model import Act, Effects, Move, ParentType, Reserve, Slots

TYPES = (
    "boos", "ongeinteresseerd", "perfectionistisch", "professioneel",
    "afhankelijk", "overbezorgd", "verwaarlozend", "betrokken",
)  # fmt: skip

_NAME = re.compile(r"\b[A-ZÀ-Ý][a-zà-ÿ]{2,}\b")


class Emergency(Content):
    """The fixed text said out of role when the teacher reports a real emergency."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class World:
    """What is the same in every conversation."""

    effects: Effects
    hearing: Hearing
    acts: dict[str, dict[str, Act]]
    moves: dict[str, dict[str, Move]]
    topics: frozenset[str]
    personal: frozenset[str]
    reserve: Reserve
    slots: Slots
    emergency: str


@dataclass(frozen=True)
class Cast:
    """Who plays: the setup with its person, case and parent type, and the shared world."""

    setup: Setup
    person: Person
    case: Case
    kind: ParentType
    world: World

    @cached_property
    def home(self) -> dict[str, tuple[str, tuple[HomeFact, ...]]]:
        """Give for each topic who owns it (the id of case or person) and the facts, shallow first."""
        owned = {topic: (self.case.id, facts) for topic, facts in self.case.home.items()}
        owned |= {topic: (self.person.id, facts) for topic, facts in self.person.home.items()}
        return {
            t: (o, tuple(sorted(facts, key=lambda fact: fact.openness))) for t, (o, facts) in owned.items()
        }

    @cached_property
    def names(self) -> frozenset[str]:
        """Give the capitalised words of the case, so that a sibling's name is not taken for a slip."""
        return frozenset(name for _, line in case_lines(self.case) for name in _NAME.findall(line))


def _table(path: Path, model: type[T], data: object) -> dict[str, T]:
    if not isinstance(data, dict):
        raise ContentError([Problem(path.name, "", told("geen_sleutels"))])
    return {key: build(path, model, value, key) for key, value in data.items()}


@lru_cache(maxsize=1)
def world() -> World:
    """Load what all conversations share; raise ContentError when a file is wrong."""
    acts, moves = KNOWLEDGE / "replies" / "acts.yml", KNOWLEDGE / "parents" / "moves.yml"
    reserve = KNOWLEDGE / "replies" / "algemeen.yml"
    names = known()
    return World(
        effects=parse(KNOWLEDGE / "parents" / "effects.yml", Effects),
        hearing=parse(KNOWLEDGE / "parents" / "hearing.yml", Hearing),
        acts={group: _table(acts, Act, table) for group, table in names.acts.items()},
        moves={kind: _table(moves, Move, table) for kind, table in names.moves.items()},
        topics=names.topics,
        personal=names.personal,
        reserve=parse(reserve, Reserve) if reserve.exists() else Reserve(),
        slots=parse(KNOWLEDGE / "parents" / "slots.yml", Slots),
        emergency=parse(KNOWLEDGE / "replies" / "noodgeval.yml", Emergency).lines[0],
    )


def _known(name: str, names: list[str], folder: str) -> None:
    """Refuse ids that are not ours, so that no other file is ever read."""
    if name not in names:
        raise ContentError([Problem(folder, name, told("bestaat_niet_kies", mogelijk=", ".join(names)))])


@lru_cache(maxsize=16)
def parent_type(type_id: str) -> ParentType:
    """Load one of the eight parent types of B0; raise ContentError when there is none."""
    _known(type_id, list(TYPES), "parents")
    return parse(KNOWLEDGE / "parents" / f"{type_id}.yml", ParentType)


@shelved(maxsize=64)
def person(type_id: str, person_id: str) -> Person:
    """Load a person by type and id; raise ContentError when there is none."""
    _known(person_id, person_ids(type_id), f"replies/{type_id}")
    path = KNOWLEDGE / "replies" / type_id / f"{person_id}.yml"
    return shelf().persons.get(person_id) or parse(path, Person)


@shelved(maxsize=64)
def case(case_id: str) -> Case:
    """Load a case by id; raise ContentError when there is none."""
    _known(case_id, case_ids(), "cases")
    return shelf().cases.get(case_id) or parse(KNOWLEDGE / "cases" / f"{case_id}.yml", Case)


def person_ids(type_id: str) -> list[str]:
    """Give the ids of the persons that play a type, in a fixed order, the user's own last."""
    return all_persons(type_id)


def case_ids() -> list[str]:
    """Give the ids of all cases, in a fixed order, the user's own last."""
    return all_cases()


def choose_person(type_id: str, case_id: str, seed: int) -> str:
    """Choose who plays a type in a case; the same seed gives the same person."""
    ids = person_ids(type_id)
    if not ids:
        raise ContentError([Problem(f"replies/{type_id}", "", told("geen_persoon", type=type_id))])
    return random.Random(f"{seed}:{type_id}:{case_id}").choice(ids)


@shelved(maxsize=64)
def cast(setup: Setup) -> Cast:
    """Load everything one conversation needs; an empty person is chosen by the seed."""
    who = setup.person or choose_person(setup.type, setup.case, setup.seed)
    return Cast(setup, person(setup.type, who), case(setup.case), parent_type(setup.type), world())
