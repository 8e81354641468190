"""Checks on what parents say: slots, seams, doubles, forbidden content."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.content.case import Case
from bot.content.known import known
from bot.content.person import HomeFact, LineSet, Person
from bot.content.problems import Problem
from bot.content.wording import told

QUOTE = "citaat"
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
    QUOTE,
}
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
GROUPS = ("reactions", "answers", "moves", "strange", "endings")
_SLOT = re.compile(r"\{([^{}]*)\}")
_ENDS = re.compile(r"[.!?…)\"”'’]$")
_STARTS = "({'‘\"“…0123456789"


def act_lines(groups: Mapping[str, Mapping[str, LineSet]]) -> Iterator[tuple[str, str]]:
    """Give (place, line) for all lines that answer an act."""
    for group, sets in groups.items():
        for act, lines in sets.items():
            yield from ((f"{group} > {act}", line) for line in lines.all)


def person_lines(person: Person) -> Iterator[tuple[str, str]]:
    """Give (place, line) for all that a person can say or think."""
    yield from (("openings", line) for line in person.openings)
    yield from (("background > lines", line) for line in person.background.lines)
    yield from home_lines(person.home)
    yield from act_lines({group: getattr(person, group) for group in GROUPS})
    for cause, thoughts in person.thoughts.items():
        yield from ((f"thoughts > {cause}", line) for line in thoughts)


def home_lines(home: Mapping[str, tuple[HomeFact, ...]]) -> Iterator[tuple[str, str]]:
    """Give (place, line) for all facts about home and their details."""
    for topic, facts in home.items():
        for fact in facts:
            yield from ((f"home > {topic} > {fact.id}", line) for line in fact.lines)
            for aspect, lines in fact.details.items():
                yield from ((f"home > {topic} > {fact.id} > details > {aspect}", line) for line in lines)


def case_lines(case: Case) -> Iterator[tuple[str, str]]:
    """Give (place, line) for all that a parent can say in a case."""
    for signal in case.signals:
        for way in ("denies", "half", "recognises"):
            yield from ((f"signals > {signal.id} > {way}", line) for line in getattr(signal, way))
    yield from home_lines(case.home)
    for name, group in (("hidden", case.hidden), ("fear", case.fear), ("wish", case.wish)):
        yield from ((f"{name} > lines", line) for line in group.lines)
    for explanation in case.explanations:
        yield from (("explanations", line) for line in explanation.lines)
    for idea in case.ideas:
        yield from ((f"ideas > {idea.id}", line) for line in idea.lines)
    for probe in case.probes:
        yield from ((f"probes > {probe.id}", line) for line in probe.lines)


def check_line(file: str, place: str, line: str) -> Iterator[Problem]:
    """Check one spoken line by itself."""
    for slot in _SLOT.findall(line):
        if slot not in SLOTS:
            yield Problem(file, place, told("onbekende_plek", plek=slot, zin=line))
        if slot == QUOTE and not place.endswith(tuple(known().memory)):
            yield Problem(
                file, place, told("citaat_hier_niet", mogelijk=", ".join(sorted(known().memory)), zin=line)
            )
    if not line.strip():
        return
    if re.search(r"[{}]", _SLOT.sub("", line)):
        yield Problem(file, place, told("losse_accolade", zin=line))
    if line != line.strip() or "  " in line:
        yield Problem(file, place, told("spatie", zin=line))
    if not _ENDS.search(line):
        yield Problem(file, place, told("einde", zin=line))
    if not (line[0].isupper() or line[0] in _STARTS):
        yield Problem(file, place, told("hoofdletter", zin=line))
    lowered = line.lower()
    for word in FORBIDDEN:
        if word in lowered:
            yield Problem(file, place, told("verboden", woord=word, zin=line))


def doubles(lines: list[tuple[str, str, str]]) -> Iterator[Problem]:
    """Find lines (file, place, line) that stand more than once; compared without case and punctuation."""
    seen: dict[str, tuple[str, str]] = {}
    for file, place, line in lines:
        key = re.sub(r"[^\w{}]+", " ", line.lower()).strip()
        if len(key) < 9:
            continue
        if key in seen:
            other, where = seen[key]
            yield Problem(file, place, told("dubbel", bestand=other, plaats=where, zin=line))
        seen.setdefault(key, (file, place))
