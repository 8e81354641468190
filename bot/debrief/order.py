"""Order: did one thing come before another, as the protocols ask."""

from __future__ import annotations

from typing import Literal

from bot.content.guideline import Order
from bot.debrief.talk import NAMED_LATER, Talk, TurnView

_ASKS = {"herkenning", "verklaring", "beleving", "thuissituatie", "ruimte_geven"}

Found = tuple[int, Literal["met", "broken"], str]
"""Turn to look at, outcome, label that shows it."""


def _first(talk: Talk, labels: tuple[str, ...]) -> TurnView | None:
    return next((view for view in talk.turns if view.has(labels)), None)


def _parent_could_not_answer(view: TurnView, first: str, then: str) -> bool:
    """In one turn the parent has had no say between the question and what was named.

    Only decided when the fragments of both are known.
    """
    if then not in NAMED_LATER or view.place(first) is None or view.place(then) is None:
        return False
    return first in _ASKS or (view.place(then) or 0) < (view.place(first) or 0)


def judge_order(order: Order, talk: Talk) -> Found | None:
    """Tell whether `first` came before or in the same turn as the first `then`; None when no `then` came."""
    later, earlier = _first(talk, order.then), _first(talk, order.first)
    if later is None:
        return None
    then = later.has(order.then) or ""
    if earlier is not None and earlier.number <= later.number:
        first = earlier.has(order.first) or ""
        same = earlier.number == later.number
        if not (same and _parent_could_not_answer(later, first, then)):
            return earlier.number, "met", first
    return None if then in later.excused else (later.number, "broken", then)
