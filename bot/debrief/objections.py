"""Objections of the trainee: what is objected to is shown with its reason and counts neither way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, cast

from bot.content.label import load_labels
from bot.content.library import load_guidelines, load_texts
from bot.debrief.judge import Verdict, weigh
from bot.debrief.model import Objection, Remark
from bot.exercise import Exercise

KINDS = ("label", "mist", "opmerking", "richtlijn")
"""A label that is wrong, a label that is missing, a remark on a label, a remark on a guideline."""


@lru_cache(maxsize=1)
def guideline_titles() -> dict[str, str]:
    """Give the title of every guideline by id."""
    return {guideline.id: guideline.title for guideline in load_guidelines()}


@lru_cache(maxsize=1)
def _ids() -> dict[str, str]:
    return {title: name for name, title in guideline_titles().items()}


def with_ids(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Fill in the id of each remark's guideline, by which the trainee can object to it."""
    return tuple(replace(remark, richtlijn_id=_ids().get(remark.richtlijn, "")) for remark in remarks)


def kind_of(given: dict[str, Any]) -> str:
    """Give the kind of a stored objection; those of before kinds existed are about a label."""
    return str(given.get("soort") or "label")


def objections(exercise: Exercise, number: int) -> tuple[Objection, ...]:
    """Give the objections to one turn (from 1) in words; about what no longer exists there are none."""
    found = [_told(given) for given in exercise.disagreements if given.get("beurt") == number]
    return tuple(item for item in found if item)


def _told(given: dict[str, Any]) -> Objection | None:
    kind, about, reason = kind_of(given), str(given.get("label")), str(given.get("reden") or "").strip()
    labels, texts = load_labels(), load_texts().remarks
    name = guideline_titles().get(about) if kind == "richtlijn" else None
    if kind != "richtlijn" and about in labels:
        name = labels[about].name
    if name is None or kind not in KINDS:
        return None
    text = texts[f"disputed_{kind}"].format(name=name)
    if reason:
        text = f"{text} {texts['reason'].format(reason=' '.join(reason.split()))}"
    return Objection(cast(Any, kind), about, name, text, reason)


def without_objected(verdicts: Sequence[Verdict], exercise: Exercise) -> tuple[Verdict, ...]:
    """Take the instances out that the trainee objects to, and weigh what is left."""
    objected = {
        (str(given.get("label")), given.get("beurt"))
        for given in exercise.disagreements
        if kind_of(given) == "richtlijn"
    }
    if not objected:
        return tuple(verdicts)
    return tuple(_without(verdict, objected) for verdict in verdicts)


def _without(verdict: Verdict, objected: set[tuple[str, Any]]) -> Verdict:
    """A left-out advice is about the whole talk: its turn may shift, the objection stays."""
    name = verdict.guideline.id
    anywhere = any(about == name for about, _ in objected)
    left = tuple(
        i for i in verdict.instances if (name, i.turn) not in objected and not (i.moment and anywhere)
    )
    return verdict if left == verdict.instances else weigh(verdict.guideline, left)
