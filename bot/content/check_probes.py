"""Check that every guideline text can show is put to the test: by a probe, or at a standing moment.

A guideline whose occasion is what the parent does, or that only says what to avoid, needs a probe; the
others may have a standing moment (occasions.yml): the occasion is then always there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.content.case import Case
from bot.content.files import KNOWLEDGE, shown
from bot.content.guideline import Guideline
from bot.content.known import SHARED, known
from bot.content.moment import FILE, load_moments
from bot.content.problems import Problem
from bot.content.wording import told

MOVES = shown(KNOWLEDGE / "parents" / "moves.yml")
Named = Mapping[str, Guideline]


def needs_probe(item: Guideline) -> bool:
    """Tell whether only an own move of the parent can put the guideline to the test."""
    return item.is_pitfall or bool(item.occasion and item.occasion.parent)


def probe_problems(cases: Sequence[Case], guidelines: Sequence[Guideline]) -> list[Problem]:
    """Give probes that test nothing, and visible guidelines that nothing tests."""
    named = {item.id: item for item in guidelines}
    tested = {name for case in cases for probe in case.probes for name in probe.guidelines}
    found = [problem for case in cases for problem in _case(case, named)]
    return [*found, *_moves(named), *_untested(guidelines, tested | _tested_by_moves())]


def _case(case: Case, named: Named) -> Iterator[Problem]:
    file = f"cases/{case.id}.yml"
    for probe in case.probes:
        place = f"probes > {probe.id}"
        if not probe.guidelines:
            yield Problem(file, place, told("proef_zonder_richtlijn"))
        for item in (named[name] for name in probe.guidelines if name in named):
            yield from _fits(file, place, item, probe.acts)
            if item.forms and not set(item.forms) & set(case.forms):
                yield Problem(file, place, told("proef_andere_vorm", richtlijn=item.id))
            if item.types and not set(item.types) & set(case.types):
                types = ", ".join(item.types)
                yield Problem(file, place, told("proef_ander_type", richtlijn=item.id, type=types))


def _fits(file: str, place: str, item: Guideline, acts: Sequence[str]) -> Iterator[Problem]:
    """Check that the move gives the occasion by which the debrief decides the guideline."""
    if not item.visible:
        yield Problem(file, place, told("richtlijn_onzichtbaar", richtlijn=item.id))
    wanted = item.occasion.parent if item.occasion else ()
    if wanted and not set(wanted) & set(acts):
        aanleiding = ", ".join(wanted)
        yield Problem(file, place, told("proef_geen_aanleiding", richtlijn=item.id, aanleiding=aanleiding))


def _moves(named: Named) -> Iterator[Problem]:
    for type_, moves in known().moves.items():
        for name, move in moves.items():
            place = f"{type_} > {name}"
            if not move.get("guidelines"):
                yield Problem(MOVES, place, told("proef_zonder_richtlijn"))
            for guideline in move.get("guidelines", ()):
                if guideline not in named:
                    yield Problem(MOVES, place, told("onbekende_richtlijn", richtlijn=guideline))
                    continue
                item = named[guideline]
                yield from _fits(MOVES, place, item, move["acts"])
                if item.types and type_ != SHARED and type_ not in item.types:
                    types = ", ".join(item.types)
                    yield Problem(MOVES, place, told("zet_ander_type", richtlijn=item.id, type=types))


def _tested_by_moves() -> set[str]:
    return {
        name for moves in known().moves.values() for m in moves.values() for name in m.get("guidelines", ())
    }


def _untested(guidelines: Sequence[Guideline], tested: set[str]) -> Iterator[Problem]:
    listed = [name for moment in load_moments().values() for name in moment.guidelines]
    ids = {item.id for item in guidelines}
    for name in sorted(set(listed) - ids):
        yield Problem(shown(FILE), name, told("onbekende_richtlijn", richtlijn=name))
    for item in (item for item in guidelines if item.visible):
        file = f"guidelines/{item.competence}.yml"
        if needs_probe(item):
            if item.id in listed:
                yield Problem(shown(FILE), item.id, told("moment_met_ouder"))
            if item.id not in tested:
                yield Problem(file, item.id, told("richtlijn_zonder_proef"))
        elif item.id not in tested and item.id not in listed:
            yield Problem(file, item.id, told("richtlijn_zonder_moment"))
        if listed.count(item.id) > 1:
            yield Problem(shown(FILE), item.id, told("richtlijn_twee_momenten"))
