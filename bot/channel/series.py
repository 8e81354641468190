"""The series for one browser: its steps, the rounds done, and beginning the next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.channel.cards import person_card
from bot.channel.careful import CarefulTurns
from bot.channel.exercises import Exercises
from bot.channel.faults import Fault
from bot.choice import setup_from
from bot.content.library import load_case, load_forms, load_guidelines, load_person, load_scoring
from bot.debrief.wording import source_line
from bot.exercise import Setup
from bot.group.series import Round, Step, StepProgress, choice_of, next_step, progress, series, step_of
from bot.storage.rounds import RoundStore

_SEED = 1
"""Only to choose the person: each round gets a seed of its own."""


class SeriesDesk:
    """Begins rounds as ordinary exercises and tells progress from the list of exercises."""

    def __init__(self, store: RoundStore, exercises: Exercises) -> None:
        """Keep which exercises are rounds."""
        self._store, self._exercises = store, exercises
        self._careful = CarefulTurns(exercises)

    def view(self, browser: str) -> dict[str, Any]:
        """Give the steps with the progress of this browser."""
        steps = self._store.steps(browser)
        rounds: dict[str, list[Round]] = {}
        for row in reversed(self._exercises.store.rows(browser)):
            if row.id in steps:
                one = Round(row.id, row.created, row.ending is not None, row.total, row.scores)
                rounds.setdefault(steps[row.id], []).append(one)
        found = progress(rounds)
        return {
            "titel": series().title,
            "uitleg": series().about,
            "volgende": next_step(found),
            "stappen": [_view(item) for item in found],
        }

    def step(self, name: str) -> dict[str, Any]:
        """Give one step with its settings, for the preparation."""
        return _card(_known(name))

    async def begin(self, browser: str, name: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """Begin a round of a step with its own settings, whatever else is asked."""
        step = _known(name)
        own = {key: body[key] for key in ("plan", "gegevens") if key in body}
        setup = _setup(step)
        made = await self._careful.begin(browser, {**own, **choice_of(step), "persoon": setup.person})
        self._store.add(made["id"], step.id)
        return made


def _known(name: str) -> Step:
    step = step_of(name)
    if step is None:
        raise Fault(404, "stap_onbekend")
    return step


def _setup(step: Step) -> Setup:
    return setup_from({**choice_of(step), "zaad": _SEED})


def _card(step: Step) -> dict[str, Any]:
    setup = _setup(step)
    person, case = load_person(setup.person), load_case(setup.case)
    if person is None or case is None:
        raise Fault(409, "casus_weg")
    known = {guideline.id: guideline for guideline in load_guidelines()}
    return {
        "id": step.id,
        "titel": step.title,
        "doel": step.goal,
        "tips": list(step.tips),
        "richtlijnen": [
            {"titel": known[id_].title, "bron": source_line(known[id_].sources[:1])}
            for id_ in step.guidelines
        ],
        "keuze": {**choice_of(step), "persoon": setup.person},
        "gespreksvorm": load_forms()[setup.form].name,
        "casus": case.title,
        "ouder": person_card(person),
    }


def _view(item: StepProgress) -> dict[str, Any]:
    goal = item.step.done
    names = load_scoring().competences
    wanted = {"competentie": names[goal.competence].name, "cijfer": goal.score} if goal else None
    rounds = [
        {
            "oefening": one.exercise,
            "datum": one.created,
            "over": one.over,
            "totaal": one.total,
            "cijfer": one.scores.get(goal.competence) if goal else None,
        }
        for one in item.rounds
    ]
    return {**_card(item.step), "nodig": wanted, "af": item.done, "beste": item.best, "rondes": rounds}
