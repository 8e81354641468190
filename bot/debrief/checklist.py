"""The checklist of the conversation form: which steps text shows, where, and in which order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.content.form import Step
from bot.content.label import load_labels
from bot.content.library import load_forms
from bot.debrief.talk import Talk, TurnView

StepStatus = Literal["gezien", "andere_volgorde", "niet_gezien", "niet_nodig", "niet_aan_de_orde"]


def is_optional(step: Step) -> bool:
    """A step made of pitfalls only (the teacher's own reading, B3) is never required and earns nothing."""
    return all(load_labels()[label].group == "valkuilen" for label in step.shows)


@dataclass(frozen=True)
class StepResult:
    """One step of the protocol with its status and the turn and words that show it."""

    step: Step
    status: StepStatus
    turn: int | None = None
    label: str | None = None


def _shows(step: Step, view: TurnView) -> bool:
    """Tell whether a turn shows a step by itself, apart from its place in the talk."""
    if not view.has(step.shows) or (step.also and not view.has(step.also)):
        return False
    text = view.text.lower()
    worded = not step.words or any(re.search(rf"\b{re.escape(word)}\b", text) for word in step.words)
    return worded and (view.concrete or not step.concrete)


def _shown(step: Step, talk: Talk) -> list[TurnView]:
    """Give the turns that show a step, from the turn on that it has to follow."""
    begin = next((i for i, view in enumerate(talk.turns) if view.has(step.after)), None) if step.after else 0
    return [] if begin is None else [view for view in talk.turns[begin:] if _shows(step, view)]


def _unseen(step: Step, talk: Talk) -> StepStatus:
    """Give the status of a step that no turn shows: nothing is asked for without its occasion."""
    if is_optional(step):
        return "niet_nodig"
    asked = not step.when or any(set(step.when) & set(view.acts) for view in talk.turns)
    return "niet_gezien" if asked else "niet_aan_de_orde"


def _find(step: Step, talk: Talk, earlier: Sequence[StepResult]) -> StepResult:
    """Look for a step after the ordered steps before it; uncalled-for reading comes only after all of those."""
    shown = _shown(step, talk)
    if not shown:
        return StepResult(step, _unseen(step, talk))
    before = [item for item in earlier if item.step.order]
    after = max((item.turn or 0 for item in before if item.status == "gezien"), default=0)
    late = [view for view in shown if not step.order or view.number >= after]
    if is_optional(step) and any(item.turn is None for item in before):
        late = []
    view = (late or shown)[0]
    return StepResult(step, "gezien" if late else "andere_volgorde", view.number, view.has(step.shows))


def _forgive_unreached(found: list[StepResult]) -> list[StepResult]:
    """After a talk that broke off, steps past the last one shown were not on the table."""
    reached = max((i for i, item in enumerate(found) if item.turn is not None), default=0)
    return [
        StepResult(item.step, "niet_aan_de_orde") if item.status == "niet_gezien" and i > reached else item
        for i, item in enumerate(found)
    ]


def checklist(talk: Talk) -> tuple[StepResult, ...]:
    """Give the steps of the form in order; empty for an unknown form."""
    form = load_forms().get(talk.exercise.form)
    found: list[StepResult] = []
    for step in form.steps if form else ():
        found.append(_find(step, talk, found))
    return tuple(_forgive_unreached(found) if talk.cut_short else found)
