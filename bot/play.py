"""One turn of an exercise: analyse in context, let the parent react. Shared by all shells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Protocol, TypeVar

from bot.analysis.turn import Context, TurnAnalysis
from bot.exercise import Exchange, Exercise, Reply, Setup
from bot.parent import open_conversation, react

T = TypeVar("T")

MAX_CHARACTERS = 20_000
"""Longest turn the exercise accepts; far above anything said in one breath."""


class Analyzer(Protocol):
    """What `bot.analysis.load_analyzer` gives."""

    def analyse(self, text: str, context: Context) -> TurnAnalysis:
        """Find labels, topics and kind in one turn."""


def last_reply(opening: Reply, exchanges: Sequence[Exchange]) -> Reply:
    """Give what the parent said last: the last reply, or the opening."""
    replies = [exchange.reply for exchange in exchanges if exchange.reply]
    return replies[-1] if replies else opening


def context_of(opening: Reply | None, exchanges: Sequence[Exchange]) -> Context:
    """Give what the analysis must know of the conversation so far."""
    parent = last_reply(opening, exchanges).text if opening else ""
    return Context(parent=parent, earlier=tuple(exchange.turn.text for exchange in exchanges))


def answer(setup: Setup, opening: Reply, exchanges: Sequence[Exchange], turn: TurnAnalysis) -> Exchange:
    """Let the parent react to an analysed turn."""
    before = last_reply(opening, exchanges)
    reply = react(setup, exchanges, turn)
    return Exchange(turn=turn, reply=reply, before=before.text, before_acts=before.acts)


def take_turn(
    analyzer: Analyzer, setup: Setup, opening: Reply, exchanges: Sequence[Exchange], text: str
) -> Exchange:
    """Analyse what the trainee says and let the parent react."""
    return answer(setup, opening, exchanges, analyzer.analyse(text, context_of(opening, exchanges)))


def play_all(analyzer: Analyzer, setup: Setup, texts: Iterable[str]) -> tuple[Exchange, ...]:
    """Play fixed turns against the parent until they are spent or the conversation ends."""
    return _played(setup, texts, partial(take_turn, analyzer))


def replayed(setup: Setup, turns: Iterable[TurnAnalysis]) -> tuple[Exchange, ...]:
    """Let this parent react to the turns as they were analysed, until the conversation ends."""
    return _played(setup, turns, answer)


def _played(
    setup: Setup, said: Iterable[T], take: Callable[[Setup, Reply, Sequence[Exchange], T], Exchange]
) -> tuple[Exchange, ...]:
    opening = open_conversation(setup)
    exchanges: list[Exchange] = []
    for one in said:
        exchanges.append(take(setup, opening, exchanges, one))
        reply = exchanges[-1].reply
        if reply and reply.ending:
            break
    return tuple(exchanges)


def exercise_of(setup: Setup, exchanges: Sequence[Exchange]) -> Exercise:
    """Make the record the debrief reads from a setup and what was said."""
    last = exchanges[-1].reply if exchanges else None
    return Exercise(
        form=setup.form,
        type=setup.type,
        exchanges=tuple(exchanges),
        case=setup.case,
        person=setup.person,
        setup=setup,
        ending=last.ending if last else None,
    )
