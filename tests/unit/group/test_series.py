"""The series: its content can be played, and a step is done when it says so."""

from __future__ import annotations

import pytest

from bot.choice import setup_from
from bot.content.library import load_guidelines
from bot.group.model import guidelines_for
from bot.group.series import Round, Step, choice_of, next_step, progress, series, step_of

STEPS = series().steps
FIRST, SCORED = STEPS[0], next(step for step in STEPS if step.done)


def _round(over: bool = True, **scores: int | None) -> Round:
    return Round("x", "2026-01-01", over, 50 if scores else None, scores)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
def test_each_step_can_be_played_and_rests_on_guidelines(step: Step) -> None:
    setup = setup_from(choice_of(step))
    fitting = {guideline.id for guideline in guidelines_for(setup.form, setup.type)}
    assert set(step.guidelines) <= fitting
    if step.done:
        competences = {g.competence for g in load_guidelines() if g.id in step.guidelines}
        assert step.done.competence in competences


def test_help_gets_less_and_the_last_rounds_are_without() -> None:
    amount = {"live": 2, "hint": 1, "geen": 0}
    given = [amount[step.choice.coaching] for step in STEPS]
    assert given == sorted(given, reverse=True) and given[-2:] == [0, 0]
    assert [step.choice.gespreksvorm for step in STEPS][-1] == "meldcode_stap_3"


def test_a_step_without_score_is_done_when_over() -> None:
    assert not progress({FIRST.id: [_round(over=False)]})[0].done
    assert progress({FIRST.id: [_round()]})[0].done


def test_a_step_with_a_score_needs_it_once() -> None:
    assert SCORED.done
    name, wanted = SCORED.done.competence, SCORED.done.score
    place = STEPS.index(SCORED)
    for rounds, done, best in (
        ([_round()], False, None),
        ([_round(**{name: None})], False, None),
        ([_round(**{name: wanted - 1})], False, wanted - 1),
        ([_round(over=False, **{name: 99})], False, None),
        ([_round(**{name: wanted}), _round(**{name: 1})], True, wanted),
    ):
        found = progress({SCORED.id: rounds})[place]
        assert (found.done, found.best) == (done, best)


def test_the_next_step_is_the_first_not_done() -> None:
    assert next_step(progress({})) == FIRST.id
    assert next_step(progress({FIRST.id: [_round()]})) == STEPS[1].id
    everything = {s.id: [_round(**{s.done.competence: 100} if s.done else {})] for s in STEPS}
    assert next_step(progress(everything)) is None


def test_a_step_that_does_not_exist() -> None:
    assert step_of("nergens") is None
