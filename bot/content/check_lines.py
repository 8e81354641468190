"""Checks on what parents say: slots, seams, doubles, forbidden content."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from bot.content.case import Case
from bot.content.person import HomeFact, LineSet, Person
from bot.content.problems import Problem

SLOTS = {
    "kind",
    "hij",
    "Hij",
    "hem",
    "zijn",
    "Zijn",
    "mijn_kind",
    "Mijn_kind",
    "jongen",
    "andere_ouder",
    "citaat",
}
_SLOT = re.compile(r"\{([^{}]*)\}")
_ENDS = re.compile(r"[.!?…)\"”'’]$")


def person_lines(person: Person) -> Iterator[tuple[str, str]]:
    """Give (place, line) for all that a person can say or think."""
    yield from (("openings", line) for line in person.openings)
    yield from (("background", line) for line in person.background.lines)
    yield from home_lines(person.home)
    for group in ("reactions", "answers", "moves", "strange", "endings"):
        sets: dict[str, LineSet] = getattr(person, group)
        for act, lines in sets.items():
            yield from ((f"{group} > {act}", line) for line in lines.all)
    for cause, thoughts in person.thoughts.items():
        yield from ((f"thoughts > {cause}", line) for line in thoughts)


def home_lines(home: dict[str, tuple[HomeFact, ...]]) -> Iterator[tuple[str, str]]:
    """Give (place, line) for all facts about home and their details."""
    for topic, facts in home.items():
        for fact in facts:
            yield from ((f"home > {topic} > {fact.id}", line) for line in fact.lines)
            for aspect, lines in fact.details.items():
                yield from ((f"home > {topic} > {fact.id} > {aspect}", line) for line in lines)


def case_lines(case: Case) -> Iterator[tuple[str, str]]:
    """Give (place, line) for all that a parent can say in a case."""
    for signal in case.signals:
        for way in ("denies", "half", "recognises"):
            yield from ((f"signals > {signal.id} > {way}", line) for line in getattr(signal, way))
    yield from home_lines(case.home)
    for name, group in (("hidden", case.hidden), ("fear", case.fear), ("wish", case.wish)):
        yield from ((name, line) for line in group.lines)
    for explanation in case.explanations:
        yield from (("explanations", line) for line in explanation.lines)
    for idea in case.ideas:
        yield from ((f"ideas > {idea.id}", line) for line in idea.lines)
    for probe in case.probes:
        yield from ((f"probes > {probe.id}", line) for line in probe.lines)


def check_line(file: str, place: str, line: str, forbidden: tuple[str, ...]) -> Iterator[Problem]:
    """Check one line by itself."""
    for slot in _SLOT.findall(line):
        if slot not in SLOTS:
            yield Problem(file, place, f"onbekende plek {{{slot}}} in: {line!r}")
    if line != line.strip() or "  " in line:
        yield Problem(file, place, f"overbodige spatie in: {line!r}")
    if not _ENDS.search(line):
        yield Problem(file, place, f"eindigt niet als zin: {line!r}")
    if not (line[0].isupper() or line[0] in "({'‘\"“…0123456789"):
        yield Problem(file, place, f"begint niet met een hoofdletter: {line!r}")
    lowered = line.lower()
    for word in forbidden:
        if word in lowered:
            yield Problem(file, place, f"bevat {word!r}, dat hoort een ouder hier niet te zeggen: {line!r}")


def doubles(lines: list[tuple[str, str, str]]) -> Iterator[Problem]:
    """Find lines that stand more than once; compared without case and punctuation."""
    seen: dict[str, tuple[str, str]] = {}
    counted: dict[str, int] = defaultdict(int)
    for file, place, line in lines:
        key = re.sub(r"[^\w{}]+", " ", line.lower()).strip()
        if len(key) < 9:
            continue
        counted[key] += 1
        if key in seen:
            yield Problem(file, place, f"staat ook in {seen[key][0]} ({seen[key][1]}): {line!r}")
        seen.setdefault(key, (file, place))
