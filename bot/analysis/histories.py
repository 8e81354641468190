"""Earlier turns for examples that have none.

In the material nearly every example with earlier turns is a repeated question; a network would learn
"has a past" for "repeats". In a real conversation every turn but the first has a past, so other turns of
the same hand are put before half of the examples. Their labels stay: they repeat none of those turns.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from bot.analysis.data import Example
from bot.analysis.turn import Context

SHARE = 0.6
MOST = 5


def with_histories(examples: Sequence[Example], seed: int = 0) -> list[Example]:
    """Give the examples, most of those without a past with one; the same every time."""
    rng = random.Random(seed)
    by_hand: dict[str, list[str]] = defaultdict(list)
    for item in examples:
        by_hand[item.hand].append(item.text)
    return [_with_history(item, by_hand[item.hand], rng) for item in examples]


def _with_history(item: Example, others: Sequence[str], rng: random.Random) -> Example:
    draw = rng.random()
    if item.context.earlier or len(others) < 2 * MOST or draw > SHARE:
        return item
    earlier = tuple(text for text in rng.sample(others, rng.randint(1, MOST)) if text != item.text)
    return replace(item, context=Context(item.context.parent, earlier))
