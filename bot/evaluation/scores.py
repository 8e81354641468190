"""Measuring the analysis against labelled turns: precision, recall and F1 per label, macro per group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

GROUPS = ("vraagtypen", "zetten", "valkuilen")


@dataclass(frozen=True)
class Score:
    """How well one label is found; `right`, `wrong` and `missed` are counts of turns."""

    label: str
    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Give the share of given labels that are right, 0 to 1."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """Give the share of labels that were found, 0 to 1."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Give the harmonic mean of precision and recall, 0 to 1."""
        both = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / both if both else 0.0


@dataclass
class Tally:
    """Counts per group and label."""

    right: dict[str, Counter[str]] = field(default_factory=lambda: {group: Counter() for group in GROUPS})
    wrong: dict[str, Counter[str]] = field(default_factory=lambda: {group: Counter() for group in GROUPS})
    missed: dict[str, Counter[str]] = field(default_factory=lambda: {group: Counter() for group in GROUPS})

    def add(self, gold: Mapping[str, Any], found: Mapping[str, Sequence[str]]) -> None:
        """Count one turn; labels in `ook_goed` count neither way."""
        either = set(gold.get("ook_goed") or ())
        for group in GROUPS:
            wanted, given = set(gold.get(group) or ()), set(found[group])
            self.right[group].update(wanted & given)
            self.wrong[group].update(given - wanted - either)
            self.missed[group].update(wanted - given - either)

    def scores(self, group: str) -> list[Score]:
        """Give a score for each label that occurs, by name."""
        names = sorted(set(self.right[group]) | set(self.wrong[group]) | set(self.missed[group]))
        return [Score(n, self.right[group][n], self.wrong[group][n], self.missed[group][n]) for n in names]


def macro(scores: Iterable[Score]) -> float:
    """Give the mean F1 over labels, 0 to 1."""
    values = [score.f1 for score in scores]
    return sum(values) / len(values) if values else 0.0
