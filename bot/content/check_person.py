"""Check one person: known acts, enough lines for each, texts and lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.content.check_case import home_problems
from bot.content.check_lines import check_line, doubles, person_lines
from bot.content.check_text import check_ids, check_texts
from bot.content.files import shown
from bot.content.known import SHARED, known
from bot.content.marked import Marked
from bot.content.person import BANDS, LineSet, Person
from bot.content.problems import Problem
from bot.content.wording import told

MOVE_MIN, CUE_MIN = 2, 4
"""Least lines for an own move, least gestures per band."""

LINE_GROUPS = ("reactions", "answers", "strange", "endings")


def moves_of(type_: str) -> dict[str, Any]:
    """Give the moves a person of this type has lines for, those of memory included."""
    own = {name: {"min": MOVE_MIN} for name in known().moves.get(type_, {})}
    return own | dict(known().acts["memory"])


def person_problems(marked: Marked, person: Person, own: bool) -> list[Problem]:
    """Check one person that has the right shape; what an own person lacks comes from the reserve."""
    file = shown(marked.path)
    found = [
        *check_texts(file, marked.data),
        *check_ids(file, marked.data),
        *_names(file, person, marked),
        *home_problems(file, person.home, known().personal, whole=not own),
        *_acts(file, person, own),
        *(() if own else _enough(file, person)),
    ]
    for place, line in person_lines(person):
        found += check_line(file, place, line)
    found += doubles([(file, place, line) for place, line in person_lines(person)]) if own else ()
    return marked.located(dict.fromkeys(found))


def _names(file: str, person: Person, marked: Marked) -> Iterator[Problem]:
    stem, folder = marked.path.stem, marked.path.parent.name
    if person.id != stem:
        yield Problem(file, "id", told("id_bestand", id=person.id, naam=stem))
    if person.type not in known().types:
        mogelijk = ", ".join(known().types)
        yield Problem(file, "type", told("onbekend_type", type=person.type, mogelijk=mogelijk))
    elif folder in known().types and person.type != folder:
        yield Problem(file, "type", told("type_map", type=person.type, map=folder))


def _acts(file: str, person: Person, own: bool) -> Iterator[Problem]:
    """Find lines for acts nobody asks for; an own person may bring lines for a shared move."""
    shared = set(known().moves.get(SHARED, {})) if own else set()
    groups: dict[str, set[str]] = {group: set(known().acts[group]) for group in LINE_GROUPS}
    groups["moves"] = set(moves_of(person.type)) | shared
    for group, acts in groups.items():
        for act in getattr(person, group):
            if act not in acts:
                yield Problem(file, f"{group} > {act}", told("onbekende_handeling"))
    for cause in person.thoughts:
        if cause not in known().acts["thoughts"]:
            yield Problem(file, f"thoughts > {cause}", told("onbekende_gedachte"))


def _enough(file: str, person: Person) -> Iterator[Problem]:
    for group in LINE_GROUPS:
        yield from _missing(file, group, known().acts[group], getattr(person, group))
    yield from _missing(file, "moves", moves_of(person.type), person.moves)
    for cause, spec in known().acts["thoughts"].items():
        if len(person.thoughts.get(cause, ())) < spec["min"]:
            yield Problem(file, f"thoughts > {cause}", told("te_weinig_gedachten", nodig=spec["min"]))
    for band in BANDS:
        if len(person.cues.band(band)) < CUE_MIN:
            yield Problem(file, f"cues > {band}", told("te_weinig_gebaren", nodig=CUE_MIN))


def _missing(file: str, group: str, acts: Mapping[str, Any], own: dict[str, LineSet]) -> Iterator[Problem]:
    for act, spec in acts.items():
        lines, place = own.get(act, LineSet()), f"{group} > {act}"
        if len(lines.all) < spec["min"]:
            yield Problem(file, place, told("te_weinig_zinnen", aantal=len(lines.all), nodig=spec["min"]))
        if spec.get("bands") and any(not lines.band(band) for band in BANDS):
            yield Problem(file, place, told("mist_band"))
