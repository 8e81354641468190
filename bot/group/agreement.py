"""How far two people who labelled the same turns agree, with each other and with the analysis."""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from bot.content.label import GROUPS, load_labels
from bot.group.errors import GroupError
from bot.group.pasted import LabelTurn

ANALYSIS = "analyse"
MOST_LABELS = 12
"""Labels on one turn; nobody means more."""

Labelled = tuple[frozenset[str], ...]
"""The labels somebody gave, turn by turn."""


@dataclass(frozen=True)
class LabelAgreement:
    """One label: how often the first and the second gave it, both, and Cohen's kappa (-1 to 1).

    Kappa is None when it says nothing: nobody gave the label, or both gave it everywhere.
    """

    label: str
    name: str
    group: str
    first: int
    second: int
    both: int
    kappa: float | None


@dataclass(frozen=True)
class Pair:
    """Two raters compared: per label, and over all labels together."""

    first: str
    second: str
    labels: tuple[LabelAgreement, ...]
    kappa: float | None
    same_turns: int
    turns: int


@dataclass(frozen=True)
class Disagreement:
    """A turn and a label that not all gave: who did and who did not."""

    turn: int
    label: str
    name: str
    definition: str
    given: tuple[str, ...]
    not_given: tuple[str, ...]


def read_labels(given: object) -> tuple[str, ...]:
    """Read the labels somebody gave to a turn; raise GroupError for one that does not exist."""
    if not isinstance(given, list) or len(given) > MOST_LABELS:
        raise GroupError("te_veel_labels", grens=MOST_LABELS)
    for label in given:
        if not isinstance(label, str) or label not in load_labels():
            raise GroupError("onbekend_label", label=str(label)[:40])
    return tuple(label for label in load_labels() if label in given)


def pairs(raters: Mapping[str, Labelled]) -> tuple[Pair, ...]:
    """Compare every two raters, the analysis among them, in the order given."""
    return tuple(_pair(a, raters[a], b, raters[b]) for a, b in combinations(raters, 2))


def _pair(first: str, given: Labelled, second: str, other: Labelled) -> Pair:
    rows = (_row(label, given, other) for label in load_labels())
    every = [(label in a, label in b) for a, b in zip(given, other, strict=True) for label in load_labels()]
    same = sum(a == b for a, b in zip(given, other, strict=True))
    found = tuple(row for row in rows if row.first or row.second)
    return Pair(first, second, found, kappa(every), same, len(given))


def _row(label: str, given: Labelled, other: Labelled) -> LabelAgreement:
    marks = [(label in a, label in b) for a, b in zip(given, other, strict=True)]
    info = load_labels()[label]
    return LabelAgreement(
        label=label,
        name=info.name,
        group=info.group,
        first=sum(a for a, _ in marks),
        second=sum(b for _, b in marks),
        both=sum(a and b for a, b in marks),
        kappa=kappa(marks),
    )


def kappa(marks: Sequence[tuple[bool, bool]]) -> float | None:
    """Give Cohen's kappa of two raters' yes and no; None when chance alone gives full agreement."""
    from sklearn.metrics import cohen_kappa_score

    if not marks:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        value = float(cohen_kappa_score([a for a, _ in marks], [b for _, b in marks], labels=[False, True]))
    return None if math.isnan(value) else round(value, 3)


def disagreements(raters: Mapping[str, Labelled]) -> tuple[Disagreement, ...]:
    """Give each turn (from 1) and label that some gave and others did not, turn by turn."""
    found: list[Disagreement] = []
    for place, marks in enumerate(zip(*raters.values(), strict=True)):
        for label, info in load_labels().items():
            given = tuple(name for name, mark in zip(raters, marks, strict=True) if label in mark)
            others = tuple(name for name in raters if name not in given)
            if given and others:
                found.append(Disagreement(place + 1, label, info.name, info.definition, given, others))
    return tuple(found)


def labelled_turns(
    turns: Sequence[LabelTurn], people: Sequence[Labelled], prefix: str
) -> Iterable[dict[str, Any]]:
    """Give the turns as `evalueer` reads them: what all people gave is right, what some gave is also good."""
    for place, turn in enumerate(turns):
        sure = frozenset.intersection(*(labels[place] for labels in people))
        some = frozenset.union(*(labels[place] for labels in people))
        yield {
            "id": f"{prefix}-{place + 1}",
            "ouder": turn.parent,
            "eerder": [earlier.text for earlier in turns[:place]],
            "tekst": turn.text,
            **{group: _of(group, sure) for group in GROUPS},
            "ook_goed": [label for label in load_labels() if label in some - sure],
        }


def _of(group: str, labels: frozenset[str]) -> list[str]:
    return [name for name, info in load_labels().items() if info.group == group and name in labels]
