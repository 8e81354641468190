"""A written conversation to an exercise: every turn analysed in its context."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.analysis.turn import Context
from bot.exercise import Exchange, Exercise
from bot.play import Analyzer
from bot.transcript.model import Transcript


def analysed(
    transcript: Transcript, analyzer: Analyzer, parent_acts: Callable[[str], Sequence[str]]
) -> Exercise:
    """Analyse every turn; the parent's state is unknown, what their words do is recognised."""
    exchanges: list[Exchange] = []
    before = ""
    for speaker, text in transcript.turns:
        if speaker == "ouder":
            before = text
            continue
        earlier = tuple(exchange.turn.text for exchange in exchanges)
        turn = analyzer.analyse(text, Context(parent=before, earlier=earlier))
        acts = tuple(parent_acts(before)) if before else ()
        exchanges.append(Exchange(turn=turn, before=before, before_acts=acts))
        before = ""
    return Exercise(
        form=transcript.form,
        type=transcript.type,
        exchanges=tuple(exchanges),
        case=transcript.case or None,
        closing=before,
    )
