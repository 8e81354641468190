"""Check what the debrief reads: labels, scoring, forms, better sentences, fixed texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from bot.content.files import KNOWLEDGE, read_yaml
from bot.content.label import load_labels
from bot.content.library import (
    load_forms,
    load_guidelines,
    load_rewrites,
    load_scoring,
    load_sources,
    load_texts,
    load_topics,
)
from bot.content.problems import ContentError, Problem
from bot.content.wording import told

SLOTS = {"kind", "hij", "Hij", "hem", "zijn", "Zijn", "feit", "kort", "sterk", "gevoel", "vraag"}
_EXAMPLE_SLOTS = SLOTS - {"sterk", "gevoel", "vraag"}
_SLOT = re.compile(r"\{([^{}]*)\}")


def _slots(file: str, place: str, lines: Iterable[str], known: set[str]) -> Iterator[Problem]:
    for line in lines:
        for slot in _SLOT.findall(line):
            if slot not in known:
                yield Problem(file, place, told("onbekende_plek", plek=slot, zin=line))


def _rewrites() -> Iterator[Problem]:
    rewrites, file = load_rewrites(), "rewrites.yml"
    for name in sorted(set(load_topics()) - set(rewrites.topics)):
        yield Problem(file, f"topics > {name}", told("open_vraag_ontbreekt"))
    for name in sorted(
        (set(rewrites.labels) | set(rewrites.shown) | set(rewrites.plain)) - set(load_labels())
    ):
        yield Problem(file, name, told("geen_label"))
    for group, lines in (*rewrites.topics.items(), *rewrites.labels.items(), *rewrites.shown.items()):
        yield from _slots(file, group, lines, SLOTS)
    for label, items in rewrites.special.items():
        yield from _slots(file, f"special > {label}", (x for item in items for x in item.lines), SLOTS)
    for group, lines in rewrites.topics.items():
        if all(_SLOT.search(line) for line in lines):
            yield Problem(file, f"topics > {group}", told("vraag_zonder_plek"))


def _nearly() -> Iterator[Problem]:
    for label in sorted(set(read_yaml(KNOWLEDGE / "cues" / "nearly.yml")) - set(load_labels())):
        yield Problem("cues/nearly.yml", label, told("geen_label"))


def _scoring() -> Iterator[Problem]:
    scoring, file = load_scoring(), "competences.yml"
    questions = scoring.questions
    used = {*scoring.pitfalls, *questions.inviting, *questions.closed_is_fine_with, *questions.costs}
    for name in sorted((used | set(questions.connecting)) - set(load_labels())):
        yield Problem(file, name, told("geen_label"))
    for name, info in load_labels().items():
        if info.group == "valkuilen" and name not in scoring.pitfalls:
            yield Problem(file, f"pitfalls > {name}", told("valkuil_ontbreekt"))


def _guidelines() -> Iterator[Problem]:
    for guideline in load_guidelines():
        yield from _slots("guidelines", guideline.id, guideline.examples, _EXAMPLE_SLOTS)


def _forms() -> Iterator[Problem]:
    for name, form in load_forms().items():
        for step in form.steps:
            for label in sorted({*step.shows, *step.also, *step.after} - set(load_labels())):
                yield Problem("forms.yml", f"{name} > {step.id}", told("onbekend_label", label=label))


def _readable() -> Iterator[Problem]:
    load_sources()
    load_texts()
    yield from ()


_PARTS: tuple[Callable[[], Iterator[Problem]], ...] = (
    _readable,
    _scoring,
    _rewrites,
    _nearly,
    _guidelines,
    _forms,
)


def debrief_problems() -> list[Problem]:
    """Give every fault in the files of the debrief; empty when all is well."""
    problems: list[Problem] = []
    for part in _PARTS:
        try:
            problems += part()
        except ContentError as error:
            problems += error.problems
    return list(dict.fromkeys(problems))
