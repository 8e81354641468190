"""Turns that are no part of the conversation are neither praised nor faulted."""

from __future__ import annotations

from bot.analysis.turn import Span, TurnAnalysis
from bot.debrief.build import build, without_strange
from bot.exercise import Exchange, Exercise


def test_a_question_to_the_program_is_not_scored() -> None:
    labels = {"vraagtypen": ("gesloten", "suggestief"), "valkuilen": ("oordeel",)}
    odd = TurnAnalysis(
        "je bent toch een chatbot", **labels, spans=(Span("suggestief", 0, 8),), kind="uit_de_rol"
    )
    exercise = Exercise("extra_gesprek", "boos", (Exchange(odd),))
    assert without_strange(exercise).exchanges[0].turn.labels == ()
    assert not build(exercise).beurten[0].feedback
