"""Hints: fitting to what the parent just did, another each time, with an example for this case."""

from __future__ import annotations

from making import exercise, reply

from bot.debrief import hint
from bot.exercise import Exchange, Exercise


def after(
    acts: tuple[str, ...], tension: float, *lines: str, kind: str = "boos", case: str | None = None
) -> Exercise:
    talk = exercise(*(lines or ("neutraal > welkom doel",)), kind=kind, case=case)
    last = talk.exchanges[-1]
    answered = Exchange(last.turn, reply(tension, acts), last.before, last.before_acts)
    return Exercise(talk.form, kind, (*talk.exchanges[:-1], answered), case=case)


def test_anger_asks_for_acknowledgement() -> None:
    found = hint(after(("boos",), 0.8))
    assert found and found.id == "boosheid_erkennen"
    assert found.bron and found.voorbeeld


def test_a_request_for_advice_from_a_dependent_parent_is_given_back() -> None:
    found = hint(after(("vraagt_advies",), 0.2, kind="afhankelijk"))
    assert found and found.id == "opvoedbeslissing_bij_ouder_laten"


def test_at_high_tension_no_hint_to_go_on_with_facts() -> None:
    given: list[str] = []
    for _ in range(2):
        found = hint(after(("boos",), 0.9), given)
        assert found and found.id not in ("feiten_noemen", "zorg_uitspreken", "concrete_afspraak_maken")
        given.append(found.id)


def test_a_second_hint_differs_and_also_accepts_texts() -> None:
    talk = after(("boos", "kritiek"), 0.6)
    first = hint(talk)
    assert first
    second, by_text = hint(talk, [first.id]), hint(talk, [first.tekst])
    assert second and second.id != first.id
    assert second == by_text


def test_before_the_first_turn_the_first_step_is_the_hint() -> None:
    found = hint(Exercise("tienminutengesprek", "betrokken", ()))
    assert found and found.id == "punten_noemen"


def test_the_parents_entry_counts_before_the_first_turn() -> None:
    found = hint(Exercise("extra_gesprek", "boos", ()), opening=reply(0.8, ("boos",)))
    assert found and found.id == "boosheid_erkennen"


def test_examples_are_filled_for_the_case() -> None:
    given: list[str] = []
    for _ in range(12):
        found = hint(after(("neutraal",), 0.2, "neutraal > welkom", case="sem_maandagmoe"), given)
        assert found and "{" not in found.voorbeeld
        given.append(found.id)
