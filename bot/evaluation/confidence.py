"""How sure a macro F1 is, how often a given label is right, and two figures over whole turns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.content.label import load_labels
from bot.evaluation.scores import GROUPS, Tally

DRAWS = 1000


@dataclass(frozen=True)
class Judged:
    """One turn with its gold labels (keys as in `analyseer`), what was found, and what was nearly given."""

    gold: Mapping[str, Any]
    found: Mapping[str, Sequence[str]]
    unsure: Sequence[str] = ()


def tally_of(rows: Sequence[Judged]) -> Tally:
    """Count all turns."""
    tally = Tally()
    for row in rows:
        tally.add(row.gold, row.found)
    return tally


def macro_interval(rows: Sequence[Judged], group: str, draws: int = DRAWS) -> tuple[float, float]:
    """Give the 95 % bootstrap interval of the macro F1 of a group: turns drawn again, with replacement."""
    names = [score.label for score in tally_of(rows).scores(group)]
    if not names:
        return 0.0, 0.0
    right, wrong, missed = (np.zeros((len(rows), len(names))) for _ in range(3))
    for place, row in enumerate(rows):
        either = set(row.gold.get("ook_goed") or ())
        wanted, given = set(row.gold.get(group) or ()), set(row.found[group])
        for column, name in enumerate(names):
            right[place, column] = name in wanted and name in given
            wrong[place, column] = name in given - wanted - either
            missed[place, column] = name in wanted - given - either
    times = np.random.default_rng(0).multinomial(len(rows), np.full(len(rows), 1 / len(rows)), draws)
    hits, slips = times @ right, times @ (wrong + missed)
    counted = 2 * hits + slips
    scores = np.where(counted > 0, 2 * hits / np.maximum(counted, 1), np.nan)
    low, high = np.percentile(np.nanmean(scores, axis=1), [2.5, 97.5])
    return float(low), float(high)


def micro_precision(tally: Tally, group: str) -> float:
    """Give the share of all given labels of a group that are right, 0 to 1; 1 when none was given."""
    right, wrong = sum(tally.right[group].values()), sum(tally.wrong[group].values())
    return right / (right + wrong) if right + wrong else 1.0


def discouraged() -> frozenset[str]:
    """Give the labels the documents advise against: pitfalls and discouraged question types."""
    return frozenset(name for name, info in load_labels().items() if info.advice == "afgeraden")


def recommended_accuracy(rows: Sequence[Judged]) -> float:
    """Give the share of turns of which "holds something advised against" is told rightly, 0 to 1."""
    against = discouraged()
    right = 0
    for row in rows:
        wanted = any(against & set(row.gold.get(group) or ()) for group in GROUPS)
        given = any(against & set(row.found[group]) for group in GROUPS)
        either = not wanted and bool(against & set(row.gold.get("ook_goed") or ()))
        right += wanted == given or either
    return right / len(rows) if rows else 0.0


def abstained(rows: Sequence[Judged]) -> float:
    """Give the share of turns in which the analysis left out a label it was not sure enough of, 0 to 1."""
    return sum(bool(row.unsure) for row in rows) / len(rows) if rows else 0.0
