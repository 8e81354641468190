"""The user's own cases and persons: `casussen/*.yml` and `ouders/TYPE/*.yml` in the data folder.

A broken file is left out and told in Dutch; it never stops the program or hides a shipped file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from bot.content.case import Case
from bot.content.check_case import case_problems
from bot.content.check_lines import GROUPS
from bot.content.check_person import person_problems
from bot.content.files import T, shown, wrong
from bot.content.guideline import Guideline
from bot.content.known import known
from bot.content.library import load_guidelines
from bot.content.marked import Marked, read_marked
from bot.content.person import Person
from bot.content.problems import ContentError, Problem
from bot.content.reserve import spare_home
from bot.content.shelf import Shelf, put, shipped_cases, shipped_persons
from bot.content.wording import told

CASES, PERSONS = "casussen", "ouders"
MOST_FILES = 100
"""Most files read from one folder; a list longer than this is no list to choose from."""

Kind = Literal["casus", "ouder"]
OPTIONAL: dict[str, Any] = {**{group: {} for group in GROUPS}, "home": {}, "thoughts": {}, "cues": {}}
"""Parts of a person that the reserve fills in."""


@dataclass
class _Found:
    """What was found so far."""

    cases: dict[str, Case] = field(default_factory=dict)
    persons: dict[str, Person] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    case_places: dict[str, Path] = field(default_factory=dict)
    person_places: dict[str, Path] = field(default_factory=dict)


def use_folder(folder: Path) -> tuple[Problem, ...]:
    """Put the own content of a data folder, if it has any, on the shelf; give why files were left out."""
    found = load_own(folder)
    put(found)
    return found.problems


def load_own(folder: Path) -> Shelf:
    """Read all own cases and persons; never raises for what is in the folder."""
    found = _Found()
    for path in _files(folder / CASES, found.problems):
        _add_case(path, found)
    for path in _person_files(folder / PERSONS, found.problems):
        _add_person(path, found)
    return Shelf(found.cases, found.persons, tuple(found.problems))


def own_files(folder: Path) -> Iterator[Path]:
    """Give the files an own folder holds, usable or not."""
    ignored: list[Problem] = []
    yield from _files(folder / CASES, ignored)
    yield from _person_files(folder / PERSONS, ignored)


def read_own(path: Path) -> tuple[list[Problem], Case | Person | None]:
    """Read and check one own file, wherever it stands; whether it is a case or a person shows in it."""
    return _read(path, _made)


def _shipped_persons() -> list[str]:
    return [name for type_ in known().types for name in shipped_persons(type_)]


def kind_of(data: Any) -> Kind:
    """Tell whether data is meant as a person or as a case."""
    return "ouder" if isinstance(data, dict) and {"type", "relation", "voice"} & set(data) else "casus"


def read_case(path: Path) -> tuple[list[Problem], Case | None]:
    """Read and check one own case; topics it says nothing about are filled from the reserve."""
    return _read(path, _case)


def read_person(path: Path) -> tuple[list[Problem], Person | None]:
    """Read and check one own person; what it says nothing about is filled from the reserve."""
    return _read(path, _person)


def _read(path: Path, make: Callable[[Marked], tuple[list[Problem], T]]) -> tuple[list[Problem], T | None]:
    try:
        return make(read_marked(path))
    except ContentError as error:
        return error.problems, None


def _made(marked: Marked) -> tuple[list[Problem], Case | Person]:
    path = marked.path
    if kind_of(marked.data) == "ouder":
        problems, person = _person(marked)
        return problems or _taken(path, path.stem, "persoon", _shipped_persons(), {}), person
    problems, case = _case(marked)
    return problems or _taken(path, path.stem, "casus", shipped_cases(), {}), case


def _case(marked: Marked) -> tuple[list[Problem], Case]:
    case = marked.build(Case)
    problems = case_problems(marked, case, _guidelines(), own=True)
    spare = {topic: facts for topic, facts in spare_home().items() if topic in known().case_topics}
    return problems, case.copy(update={"home": {**spare, **case.home}})


def _person(marked: Marked) -> tuple[list[Problem], Person]:
    person = marked.build(Person, **OPTIONAL)
    problems = person_problems(marked, person, own=True)
    spare = {topic: facts for topic, facts in spare_home().items() if topic in known().personal}
    return problems, person.copy(update={"home": {**spare, **person.home}})


def _guidelines() -> Mapping[str, Guideline]:
    return {item.id: item for item in load_guidelines()}


def _add_case(path: Path, found: _Found) -> None:
    problems, case = read_case(path)
    if case and not problems:
        problems = _taken(path, case.id, "casus", shipped_cases(), found.case_places)
    if case and not problems:
        found.cases[case.id], found.case_places[case.id] = case, path
    found.problems += problems


def _add_person(path: Path, found: _Found) -> None:
    problems, person = read_person(path)
    if person and not problems:
        problems = _taken(path, person.id, "persoon", _shipped_persons(), found.person_places)
    if person and not problems:
        found.persons[person.id], found.person_places[person.id] = person, path
    found.problems += problems


def _taken(path: Path, name: str, kind: str, shipped: list[str], places: Mapping[str, Path]) -> list[Problem]:
    """Find an id that is in use: an own file never silently takes the place of another."""
    if name in shipped:
        return [Problem(shown(path), "id", told("id_meegeleverd", id=name, soort=kind))]
    if name in places:
        return [Problem(shown(path), "id", told("id_al_eigen", id=name, bestand=places[name]))]
    return []


def _person_files(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    for path in _entries(folder, problems):
        if path.name in known().types:
            yield from _files(path, problems)
        elif path.is_dir():
            mogelijk = ", ".join(known().types)
            problems += wrong(path, "onbekende_map", mogelijk=mogelijk).problems
        else:
            problems += wrong(path, "ouder_zonder_map").problems


def _files(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    paths = _entries(folder, problems)
    if len(paths) > MOST_FILES:
        problems += wrong(folder, "te_veel", aantal=len(paths), grens=MOST_FILES).problems
    for path in paths[:MOST_FILES]:
        if path.suffix.lower() not in (".yml", ".yaml") and not path.is_dir():
            problems += wrong(path, "andere_uitgang").problems
        else:
            yield path


def _entries(folder: Path, problems: list[Problem]) -> list[Path]:
    """Give what stands in a folder, by name; hidden files and backups of editors don't count."""
    try:
        return sorted(p for p in folder.iterdir() if not p.name.startswith((".", "~")) and p.name[-1] != "~")
    except FileNotFoundError:
        return []
    except NotADirectoryError:
        problems += wrong(folder, "geen_map").problems
    except OSError:
        problems += wrong(folder, "niet_leesbaar").problems
    return []
