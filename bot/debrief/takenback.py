"""Turns that were taken back: shown as they were, in reading order, outside the score."""

from __future__ import annotations

from bot.debrief.model import TakenBack
from bot.exercise import Exchange, Exercise


def taken_back(exercise: Exercise) -> tuple[TakenBack, ...]:
    """Give the turns taken back; of several in one go the first said comes first."""
    numbers = _numbers(exercise)
    found: list[TakenBack] = []
    for one in _in_reading_order(exercise.reverted):
        number = numbers.get(one.before)
        reply = one.reply.text if one.reply else ""
        if number is not None and one.reply:
            numbers.setdefault(reply, number + 1)
        found.append(TakenBack(number, one.before, one.turn.text, reply))
    return tuple(found)


def _numbers(exercise: Exercise) -> dict[str, int]:
    """Tell which turn follows an utterance of the parent, who never says a line twice."""
    numbers: dict[str, int] = {}
    for number, one in enumerate(exercise.exchanges, 1):
        numbers.setdefault(one.before, number)
        if one.reply:
            numbers.setdefault(one.reply.text, number + 1)
    if not exercise.exchanges:
        numbers.update({one.before: 1 for one in _in_reading_order(exercise.reverted)[:1]})
    return numbers


def _in_reading_order(reverted: tuple[Exchange, ...]) -> list[Exchange]:
    """Turn each run around: the last turn is always taken back first."""
    runs: list[list[Exchange]] = []
    for one in reverted:
        follows = runs and one.reply and one.reply.text == runs[-1][0].before
        if follows:
            runs[-1].insert(0, one)
        else:
            runs.append([one])
    return [one for run in runs for one in run]
