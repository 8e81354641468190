"""Check all shipped knowledge."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bot.content.case import Case
from bot.content.check_case import case_problems
from bot.content.check_guidelines import guideline_problems
from bot.content.check_lines import case_lines, doubles, person_lines
from bot.content.check_person import person_problems
from bot.content.check_probes import probe_problems
from bot.content.check_reserve import reserve_lines, reserve_problems
from bot.content.files import KNOWLEDGE, shown
from bot.content.guideline import Guideline
from bot.content.library import load_guidelines
from bot.content.marked import read_marked
from bot.content.person import Person
from bot.content.problems import ContentError, Problem


def check_all() -> list[Problem]:
    """Check everything shipped."""
    problems = list(guideline_problems())
    guidelines = {} if problems else {item.id: item for item in load_guidelines()}
    lines: list[tuple[str, str, str]] = []
    persons: list[Person] = []
    cases: list[Case] = []
    for path in sorted((KNOWLEDGE / "replies").glob("*/*.yml")):
        found, person = check_person(path)
        problems += found
        persons += [person] if person else []
        lines += [(shown(path), place, line) for place, line in (person_lines(person) if person else ())]
    for path in sorted((KNOWLEDGE / "cases").glob("*.yml")):
        found, case = check_case(path, guidelines)
        problems += found
        cases += [case] if case else []
        lines += [(shown(path), place, line) for place, line in (case_lines(case) if case else ())]
    problems += reserve_problems()
    if guidelines:
        problems += probe_problems(cases, tuple(guidelines.values()))
    return [*problems, *doubles([*lines, *reserve_lines()])]


def check_person(path: Path) -> tuple[list[Problem], Person | None]:
    """Check one shipped person."""
    try:
        marked = read_marked(path)
        person = marked.build(Person)
    except ContentError as error:
        return error.problems, None
    return person_problems(marked, person, own=False), person


def check_case(path: Path, guidelines: Mapping[str, Guideline]) -> tuple[list[Problem], Case | None]:
    """Check one shipped case."""
    try:
        marked = read_marked(path)
        case = marked.build(Case)
    except ContentError as error:
        return error.problems, None
    return case_problems(marked, case, guidelines, own=False), case
