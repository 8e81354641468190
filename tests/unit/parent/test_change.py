"""What a turn changes: the rules of the documents, one by one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.analysis.turn import Span, TurnAnalysis
from bot.exercise import Exchange, Reply, Setup
from bot.parent import open_conversation, react

from .plays import turn

ANGRY = Setup("extra_gesprek", "boos", "sem_maandagmoe", "karin_de_wit")


def after(
    turn_now: TurnAnalysis,
    *,
    history: tuple[Exchange, ...] = (),
    setup: Setup = ANGRY,
    acts: tuple[str, ...] | None = None,
    **state: float,
) -> Reply:
    """Answer a turn by a parent in a given state."""
    opening = open_conversation(setup)
    beliefs = {key: state.pop(key) for key in ("gehoord", "beschuldigd", "grip") if key in state}
    start = replace(
        opening,
        state=replace(opening.state, **state),
        beliefs=replace(opening.beliefs, **beliefs),
        acts=opening.acts if acts is None else acts,
    )
    return react(setup, [*history, Exchange(turn("", "Stilte."), start)], turn_now)


def tension(reply: Reply) -> float:
    return reply.state.spanning


def test_sum_of_causes_is_what_moved() -> None:
    reply = after(turn("emotie_erkennen excuses verwijt open"), spanning=0.7)
    moved = sum(cause.changes.get("spanning", 0) for cause in reply.causes)
    assert moved == pytest.approx(reply.state.spanning - 0.7, abs=0.002)


def test_causes_carry_the_words_of_the_trainee() -> None:
    said = replace(turn("verwijt", "Goed. U bent te laat."), spans=(Span("verwijt", 6, 21),))
    assert [cause.fragment for cause in after(said).causes] == ["U bent te laat."]


def test_facts_do_not_come_in_while_tension_is_high() -> None:
    facts = turn("observatie zorg")
    assert after(facts, spanning=0.7, ladder=0.5).state.ladder == 0.5
    assert after(facts, spanning=0.4, ladder=0.5).state.ladder > 0.6
    pushed = after(facts, spanning=0.7)
    assert tension(pushed) > 0.73
    assert "pushed" in [cause.label for cause in pushed.causes]


def test_a_feeling_named_first_is_not_pushing() -> None:
    labels = [cause.label for cause in after(turn("emotie_erkennen observatie"), spanning=0.7).causes]
    assert "pushed" not in labels


def test_a_parent_who_does_not_recognise_is_helped_by_looking_together() -> None:
    early = after(turn("oplossing"), spanning=0.4, ladder=0.3)
    looking = after(turn("oplossing", samen_kijken=True), spanning=0.4, ladder=0.3)
    assert tension(early) > 0.4
    assert early.state.ladder == 0.3
    assert looking.state.ladder > 0.6


def test_the_same_label_again_helps_less() -> None:
    kind = turn("waardering")
    once = after(kind, spanning=0.5, gehoord=0.9)
    before = tuple(Exchange(kind, None) for _ in range(3))
    often = after(kind, history=before, spanning=0.5, gehoord=0.9)
    assert tension(once) < tension(often) < 0.5


def test_tension_moves_within_bounds_in_one_turn() -> None:
    calm = turn("emotie_erkennen excuses ruimte_geven waardering metacommunicatie beleving")
    assert tension(after(calm, spanning=0.9, gehoord=0.9)) == pytest.approx(0.74)
    assert tension(after(turn("verwijt oordeel dreigen"), spanning=0.3)) == pytest.approx(0.55)


def test_sorry_alone_does_not_calm_who_is_not_heard() -> None:
    assert tension(after(turn("excuses"), spanning=0.45, gehoord=0.0)) > 0.4


def test_a_pitfall_takes_most_of_the_good_away() -> None:
    good = after(turn("positief"), spanning=0.3)
    spoilt = after(turn("positief jargon"), spanning=0.3)
    assert good.state.vertrouwen > 0.27
    assert spoilt.state.vertrouwen < 0.25


def test_apology_helps_only_after_criticism() -> None:
    sorry = turn("excuses")
    asked = after(sorry, spanning=0.8, gehoord=0.9)
    unasked = react(replace(ANGRY, type="betrokken", person=""), [], sorry)
    start = open_conversation(replace(ANGRY, type="betrokken", person=""))
    assert tension(asked) < 0.7
    assert start.state.vertrouwen < unasked.state.vertrouwen < start.state.vertrouwen + 0.02


def test_a_rhetorical_question_that_connects_does_no_harm() -> None:
    assert tension(after(turn("retorisch"), spanning=0.4)) > 0.4
    assert tension(after(turn("retorisch gezamenlijk_belang"), spanning=0.4, gehoord=0.9)) < 0.4


def test_question_forms_open_or_close() -> None:
    openness = {
        label: after(turn(label), openheid=0.5).state.openheid for label in ("open", "hoe", "doorvragen")
    }
    closing = {
        label: after(turn(label), openheid=0.5).state.openheid for label in ("suggestief", "toonvraag")
    }
    assert min(openness.values()) > 0.5 > max(closing.values())


def test_many_closed_questions_in_a_row_close_the_parent() -> None:
    closed = turn("gesloten")
    row = after(closed, history=(Exchange(closed, None),), openheid=0.5)
    assert row.state.openheid == 0.5
    history = [Exchange(closed, open_conversation(ANGRY))] * 2
    assert react(ANGRY, history, closed).state.openheid < open_conversation(ANGRY).state.openheid


def test_without_labels_tension_drifts_to_its_middle() -> None:
    assert tension(after(turn(), spanning=0.5, gehoord=1.0)) == pytest.approx(0.48)
    assert tension(after(turn(), spanning=0.2)) == pytest.approx(0.22)


def test_higher_rungs_need_trust_and_talking_over() -> None:
    see = turn("observatie herkenning zorg gesloten")
    assert after(see, spanning=0.2, ladder=1.9, vertrouwen=0.3).state.ladder < 2
    assert after(see, spanning=0.2, ladder=1.9, vertrouwen=0.6).state.ladder > 2
    along = turn("meedenken observatie herkenning open")
    assert after(see, spanning=0.2, ladder=2.9, vertrouwen=0.8).state.ladder < 3
    assert after(along, spanning=0.2, ladder=2.9, vertrouwen=0.8).state.ladder == 3


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("overbezorgd", "realistisch_beeld"),
        ("professioneel", "verantwoordelijkheid"),
        ("afhankelijk", "keuze_bij_ouder"),
        ("perfectionistisch", "verwachting"),
        ("ongeinteresseerd", "begrip_checken"),
        ("verwaarlozend", "metacommunicatie"),
    ],
)
def test_what_b0_says_helps_a_type_helps_it_more_than_others(kind: str, label: str) -> None:
    def gain(type_id: str) -> float:
        setup = replace(ANGRY, type=type_id, person="")
        start = open_conversation(setup)
        reply = after(turn(label), setup=setup, spanning=0.5, vertrouwen=0.4, gehoord=0.9)
        return reply.state.vertrouwen - 0.4 + reply.beliefs.grip - start.beliefs.grip

    assert gain(kind) > gain("boos")
