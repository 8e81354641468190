"""Check all knowledge: `uv run python -m bot.content.check [part ...]`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.content.case import Case
from bot.content.check_lines import case_lines, check_line, doubles, person_lines
from bot.content.files import KNOWLEDGE, build, parse, read_yaml, shown
from bot.content.guideline import Guideline
from bot.content.person import BANDS, HomeFact, LineSet, Person
from bot.content.problems import ContentError, Problem

FORBIDDEN = (
    "open vraag",
    "gesprekstechniek",
    "ik-boodschap",
    "samenvatting gaf",
    "chatbot",
    "oefenouder",
    "—",
    " – ",
)
MOVE_MIN = 2


def _missing(
    file: str, person: Person, group: str, acts: dict[str, Any], own: dict[str, LineSet]
) -> Iterator[Problem]:
    for act, spec in acts.items():
        lines = own.get(act, LineSet())
        if len(lines.all) < spec["min"]:
            yield Problem(
                file, f"{group} > {act}", f"heeft {len(lines.all)} zinnen, minstens {spec['min']} nodig"
            )
        if spec.get("bands") and any(not lines.band(band) for band in BANDS):
            yield Problem(file, f"{group} > {act}", "heeft niet voor elke band (hoog, midden, laag) een zin")
    for act in own:
        if act not in acts:
            yield Problem(file, f"{group} > {act}", "staat niet in acts.yml of moves.yml; verbeter de naam")


def _topics(file: str, home: dict[str, tuple[HomeFact, ...]], topics: set[str]) -> Iterator[Problem]:
    for topic in sorted(set(home) - topics):
        yield Problem(file, f"home > {topic}", "hoort hier niet; zie topics.yml (owner)")
    for topic in sorted(topics - set(home)):
        yield Problem(file, f"home > {topic}", "ontbreekt: de ouder moet over elk onderwerp iets weten")
    for topic, facts in home.items():
        if not facts or min(fact.openness for fact in facts) > 0.3:
            yield Problem(file, f"home > {topic}", "heeft geen feit dat een gewone ouder meteen vertelt")


def check_person(
    path: Path, acts: dict[str, Any], moves: dict[str, Any], topics: set[str]
) -> tuple[list[Problem], Person | None]:
    """Check one person: shape, enough lines for every act, each line by itself."""
    try:
        person = parse(path, Person)
    except ContentError as error:
        return error.problems, None
    file = shown(path)
    problems: list[Problem] = []
    for group in ("reactions", "answers", "strange", "endings"):
        problems += _missing(file, person, group, acts[group], getattr(person, group))
    problems += _topics(file, person.home, topics)
    own_moves = {key: {"min": MOVE_MIN} for key in moves[person.type]} | acts["memory"]
    problems += _missing(file, person, "moves", own_moves, person.moves)
    for cause, spec in acts["thoughts"].items():
        if len(person.thoughts.get(cause, ())) < spec["min"]:
            problems.append(Problem(file, f"thoughts > {cause}", f"minstens {spec['min']} gedachten nodig"))
    for cause in set(person.thoughts) - set(acts["thoughts"]):
        problems.append(Problem(file, f"thoughts > {cause}", "staat niet in acts.yml"))
    for band in BANDS:
        if len(person.cues.band(band)) < 4:
            problems.append(Problem(file, f"cues > {band}", "minstens 4 gebaren nodig"))
    for place, line in person_lines(person):
        problems += check_line(file, place, line, FORBIDDEN)
    return problems, person


def check_case(
    path: Path, topics: set[str], personal: set[str], acts: set[str]
) -> tuple[list[Problem], Case | None]:
    """Check one case: shape, known topics and acts, all topics covered, each line by itself."""
    try:
        case = parse(path, Case)
    except ContentError as error:
        return error.problems, None
    file = shown(path)
    problems: list[Problem] = []
    problems += _topics(file, case.home, topics - personal)
    for signal in case.signals:
        if signal.topic not in topics:
            problems.append(Problem(file, f"signals > {signal.id}", f"onbekend onderwerp {signal.topic}"))
    for probe in case.probes:
        for act in set(probe.acts) - acts:
            problems.append(
                Problem(file, f"probes > {probe.id}", f"onbekende uiting {act}; zie parent_acts.yml")
            )
    for place, line in case_lines(case):
        problems += check_line(file, place, line, FORBIDDEN)
    return problems, case


def check_guidelines(path: Path, acts: set[str], labels: set[str]) -> tuple[list[Problem], list[Guideline]]:
    """Check one file of guidelines: shape, known labels and parent acts."""
    problems: list[Problem] = []
    found: list[Guideline] = []
    for place, data in enumerate(read_yaml(path) or []):
        name = str(data.get("id", place)) if isinstance(data, dict) else str(place)
        try:
            item = build(path, Guideline, data, name)
        except ContentError as error:
            problems += error.problems
            continue
        found.append(item)
        used = set(item.met) | set(item.met_all) | set(item.broken)
        if item.order:
            used |= set(item.order.first) | set(item.order.then)
        if item.occasion:
            used |= set(item.occasion.turn)
            for act in set(item.occasion.parent) - acts:
                problems.append(Problem(shown(path), name, f"onbekende uiting {act}"))
        for label in sorted(used - labels):
            problems.append(Problem(shown(path), name, f"onbekend label {label}"))
        if item.visible and not (used or item.order):
            problems.append(Problem(shown(path), name, "is zichtbaar maar heeft niets waaraan je het ziet"))
    return problems, found


def labels() -> set[str]:
    """Give all label ids."""
    names: set[str] = set()
    for path in sorted((KNOWLEDGE / "labels").glob("*.yml")):
        names |= set(read_yaml(path)["labels"])
    return names


def check_all(parts: tuple[str, ...] = ()) -> list[Problem]:
    """Check everything, or only files whose path contains one of `parts`."""
    acts = read_yaml(KNOWLEDGE / "replies" / "acts.yml")
    moves = read_yaml(KNOWLEDGE / "parents" / "moves.yml")
    parent_acts = set(read_yaml(KNOWLEDGE / "replies" / "parent_acts.yml")["acts"])
    topics = read_yaml(KNOWLEDGE / "topics.yml")["topics"]
    personal = {topic for topic, spec in topics.items() if spec.get("owner") == "person"}
    known = labels()
    problems: list[Problem] = []
    lines: list[tuple[str, str, str]] = []
    for path in sorted((KNOWLEDGE / "replies").glob("*/*.yml")):
        found, person = check_person(path, acts, moves, personal)
        problems += found
        lines += [(shown(path), place, line) for place, line in (person_lines(person) if person else ())]
    for path in sorted((KNOWLEDGE / "cases").glob("*.yml")):
        found, case = check_case(path, set(topics), personal, parent_acts)
        problems += found
        lines += [(shown(path), place, line) for place, line in (case_lines(case) if case else ())]
    for path in sorted((KNOWLEDGE / "guidelines").glob("*.yml")):
        problems += check_guidelines(path, parent_acts, known)[0]
    problems += doubles(lines)
    return [p for p in problems if not parts or any(part in p.file for part in parts)]


if __name__ == "__main__":
    faults = check_all(tuple(sys.argv[1:]))
    print("\n".join(str(p) for p in faults) or "Alles klopt.")
    sys.exit(bool(faults))
