"""Which turns are part of the conversation: the rest is shown, but never praised, faulted or quoted."""

from __future__ import annotations

from dataclasses import replace

from bot.analysis.turn import TurnAnalysis
from bot.exercise import Exercise

STRANGE = frozenset(
    {"onzin", "andere_taal", "uit_de_rol", "over_de_oefening", "noodgeval", "buiten_onderwerp"}
)
"""Kinds of turns that are no part of the conversation."""
SMALL_TALK = "praatje"


def as_spoken(exercise: Exercise) -> Exercise:
    """Give the exercise as it is judged: no labels on strange turns, only moves on small talk."""
    return replace(
        exercise, exchanges=tuple(replace(one, turn=_as_judged(one.turn)) for one in exercise.exchanges)
    )


def _as_judged(turn: TurnAnalysis) -> TurnAnalysis:
    if turn.kind in STRANGE:
        return TurnAnalysis(turn.text, kind=turn.kind)
    if turn.kind != SMALL_TALK:
        return turn
    kept = tuple(span for span in turn.spans if span.label in turn.zetten)
    return replace(turn, vraagtypen=(), valkuilen=(), spans=kept)
