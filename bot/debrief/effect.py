"""What a turn did to the parent, in words: from the causes and the thought of the reply."""

from __future__ import annotations

from bot.content.library import load_texts
from bot.debrief.talk import TurnView

_SCALE = {"ladder": 1 / 3}
_BETTER_UP = {"vertrouwen", "openheid", "gehoord", "grip", "ladder"}
_SMALLEST = 0.01
_TELLING = 0.08


def _changes(view: TurnView, label: str) -> dict[str, float]:
    total: dict[str, float] = {}
    for cause in view.exchange.reply.causes if view.exchange.reply else ():
        if cause.label == label:
            for measure, change in cause.changes.items():
                total[measure] = total.get(measure, 0.0) + change * _SCALE.get(measure, 1.0)
    return total


def _largest(view: TurnView) -> float:
    """Give the largest change any cause of this turn made, on the scale 0 to 1."""
    causes = view.exchange.reply.causes if view.exchange.reply else ()
    changes = [abs(c) * _SCALE.get(m, 1.0) for cause in causes for m, c in cause.changes.items()]
    return max(changes, default=0.0)


def _is_good(measure: str, change: float) -> bool:
    return (change > 0) == (measure in _BETTER_UP)


def welcome(view: TurnView, label: str) -> bool:
    """Tell whether the label did the parent more good than harm."""
    signed = [abs(c) if _is_good(m, c) else -abs(c) for m, c in _changes(view, label).items()]
    return sum(signed) > _SMALLEST


def effect(view: TurnView, label: str, good: bool = False) -> str:
    """Give the largest good or bad change by this label, and the thought when it moved the parent most."""
    texts, reply = load_texts(), view.exchange.reply
    fitting = {
        m: c
        for m, c in _changes(view, label).items()
        if m in texts.effects and abs(c) >= _SMALLEST and _is_good(m, c) == good
    }
    if not fitting or reply is None:
        return ""
    measure = max(sorted(fitting), key=lambda m: abs(fitting[m]))
    told = texts.effects[measure]["up" if fitting[measure] > 0 else "down"]
    size = abs(fitting[measure])
    if not reply.thought or size < _TELLING or size + 1e-9 < _largest(view):
        return told
    return f"{told} {texts.remarks['thought'].format(thought=reply.thought)}"
