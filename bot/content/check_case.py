"""Check one case: known names, every topic told about, texts and lines, parts that never come up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.content.case import Case
from bot.content.check_lines import case_lines, check_line, doubles
from bot.content.check_text import check_ids, check_texts, texts
from bot.content.files import shown
from bot.content.guideline import Guideline
from bot.content.known import known
from bot.content.marked import Marked
from bot.content.person import HomeFact
from bot.content.problems import Problem
from bot.content.wording import told

PLAIN = 0.3
"""Openness (0 to 1) up to which any parent tells a fact at once."""

_NAME = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*\.?")
_SPOKEN = {"denies", "half", "recognises", "lines", "details"}
_WORDS = {"keywords", "forms", "types", "main_topics", "acts", "guidelines", "tension", "id", "topic"}


def home_problems(
    file: str, home: Mapping[str, tuple[HomeFact, ...]], allowed: Iterable[str], whole: bool
) -> Iterator[Problem]:
    """Check what is told about home: only allowed topics, all of them when `whole`, each with a plain fact."""
    topics = sorted(allowed)
    for topic in home:
        if topic not in topics:
            yield Problem(file, f"home > {topic}", told("onderwerp_kies", mogelijk=", ".join(topics)))
    for topic in topics if whole else ():
        if topic not in home:
            yield Problem(file, f"home > {topic}", told("onderwerp_ontbreekt"))
    for topic, facts in home.items():
        if not facts or min(fact.openness for fact in facts) > PLAIN:
            yield Problem(file, f"home > {topic}", told("geen_gewoon_feit"))


def case_problems(
    marked: Marked, case: Case, guidelines: Mapping[str, Guideline], own: bool
) -> list[Problem]:
    """Check one case that has the right shape; an own case need not tell about every topic."""
    file = shown(marked.path)
    found = [
        *check_texts(file, marked.data),
        *check_ids(file, marked.data),
        *_names(file, case, marked.path.stem),
        *home_problems(file, case.home, known().case_topics, whole=not own),
        *_needed(file, case),
        *_never_heard(file, case),
        *_never_told(file, case),
        *_probes(file, case, guidelines),
        *_unfilled(file, marked.data),
    ]
    for place, line in case_lines(case):
        found += check_line(file, place, line)
    found += doubles([(file, place, line) for place, line in case_lines(case)]) if own else ()
    return marked.located(dict.fromkeys(found))


def _names(file: str, case: Case, stem: str) -> Iterator[Problem]:
    if case.id != stem:
        yield Problem(file, "id", told("id_bestand", id=case.id, naam=stem))
    name = case.child.name
    if not _NAME.fullmatch(name) or len(name) > 30:
        yield Problem(file, "child > name", told("kindnaam", naam=name[:40]))
    for type_ in case.types:
        if type_ not in known().types:
            mogelijk = ", ".join(known().types)
            yield Problem(file, "types", told("onbekend_type", type=type_, mogelijk=mogelijk))
    for place, topic in _named_topics(case):
        if topic not in known().topics:
            mogelijk = ", ".join(sorted(known().topics))
            yield Problem(file, place, told("onbekend_onderwerp", onderwerp=topic, mogelijk=mogelijk))


def _named_topics(case: Case) -> Iterator[tuple[str, str]]:
    yield from (("main_topics", topic) for topic in case.main_topics)
    yield from ((f"signals > {signal.id} > topic", signal.topic) for signal in case.signals)
    yield from ((f"probes > {probe.id} > topic", probe.topic) for probe in case.probes if probe.topic)


def _needed(file: str, case: Case) -> Iterator[Problem]:
    """Find topics the case turns on about which the author wrote nothing."""
    signals = ((signal.topic, f"signals > {signal.id}") for signal in case.signals)
    needed = dict([*signals, *((topic, "main_topics") for topic in case.main_topics)])
    for topic, why in needed.items():
        if topic in known().case_topics and topic not in case.home:
            yield Problem(file, f"home > {topic}", told("onderwerp_nodig", waarom=why))


def _never_heard(file: str, case: Case) -> Iterator[Problem]:
    """Find keywords that no turn can match, and signals that another one always takes the place of."""
    for group in ("signals", "strengths", "ideas"):
        for item in getattr(case, group):
            for word in item.keywords:
                if word != word.lower() and group != "strengths":
                    yield Problem(
                        file, f"{group} > {item.id} > keywords", told("trefwoord_hoofdletter", woord=word)
                    )
    for place, signal in enumerate(case.signals):
        for earlier in case.signals[:place]:
            if set(signal.keywords) <= set(earlier.keywords):
                yield Problem(file, f"signals > {signal.id}", told("signaal_verscholen", ander=earlier.id))


def _never_told(file: str, case: Case) -> Iterator[Problem]:
    """Find explanations that a deeper one before them always passes by."""
    for place, (first, then) in enumerate(zip(case.explanations, case.explanations[1:], strict=False), 2):
        if then.openness <= first.openness:
            yield Problem(file, f"explanations > nr {place}", told("uitleg_volgorde"))


def _probes(file: str, case: Case, guidelines: Mapping[str, Guideline]) -> Iterator[Problem]:
    spoken_of = set(case.home) | {signal.topic for signal in case.signals} | known().personal
    for probe in case.probes:
        place = f"probes > {probe.id}"
        for act in sorted(set(probe.acts) - known().parent_acts):
            yield Problem(file, place, told("onbekende_uiting", uiting=act))
        for name in sorted(set(probe.guidelines) - set(guidelines)):
            yield Problem(file, place, told("onbekende_richtlijn", richtlijn=name))
        if probe.topic is None:
            yield Problem(file, place, told("proef_zonder_onderwerp"))
        elif probe.topic not in spoken_of and probe.topic in known().topics:
            yield Problem(file, place, told("proef_onderwerp", onderwerp=probe.topic))


def _unfilled(file: str, data: Any) -> Iterator[Problem]:
    """Find slots in texts the teacher reads: those are shown as they are written."""
    for place, text in texts(data):
        parts = set(place.split(" > "))
        spoken = parts & _SPOKEN or place.startswith(("explanations", "probes", "ideas"))
        if "{" in text and not spoken and not parts & _WORDS:
            yield Problem(file, place, told("plek_hier_niet"))
