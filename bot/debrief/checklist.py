"""The checklist of the conversation form: which steps text shows, where, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.content.form import Step
from bot.content.label import load_labels
from bot.content.library import load_forms
from bot.debrief.talk import Talk

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


def _find(step: Step, talk: Talk, earlier: list[StepResult]) -> StepResult:
    """Look for a step after the ordered steps before it; uncalled-for reading comes only after all of those."""
    shown = [view for view in talk.turns if view.has(step.shows)]
    if not shown:
        return StepResult(step, "niet_nodig" if is_optional(step) else "niet_gezien")
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
