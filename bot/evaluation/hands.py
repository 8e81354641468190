"""Leave one hand out: how the analysis does on a writer it has never read."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.analysis.data import Corpus, matrices
from bot.analysis.encoder import Array, SpreadEncoder
from bot.analysis.features import Sample
from bot.analysis.histories import with_histories
from bot.analysis.labels import GROUPS, all_labels, label_groups
from bot.analysis.net import Batchable, train_net
from bot.analysis.prepare import Preparer, prepare
from bot.analysis.thresholds import choose_thresholds, sigmoid
from bot.analysis.train import strict_columns

Progress = Callable[[str, float], None]


@dataclass(frozen=True)
class HandScore:
    """Macro F1 per group on one hand, or on all together (`hand` empty), and on how many turns."""

    hand: str
    turns: int
    macro: dict[str, float]


def prepared(corpus: Corpus) -> Batchable:
    """Read all examples as the training does."""
    samples = [Sample.of(e.text, e.context) for e in with_histories(corpus.turns)]
    encoded = prepare(samples, SpreadEncoder("use", min(os.cpu_count() or 1, 4)))
    return Preparer.learn(samples, encoded)(samples, encoded)


def leave_one_hand_out(corpus: Corpus, data: Batchable, progress: Progress) -> list[HandScore]:
    """Train once per hand without it and label it; thresholds come from the other hands."""
    gold, counts = matrices(corpus.turns)
    hands = np.array([e.hand for e in corpus.turns])
    names, held = sorted(set(hands)), np.zeros_like(gold)
    for place, name in enumerate(names):
        out = hands == name
        held[out] = train_net(data, gold, counts, rows=np.flatnonzero(~out).tolist()).logits(data)[0][out]
        progress(name, (place + 1) / len(names))
    given = np.zeros_like(gold)
    for name in names:
        out = hands == name
        others = choose_thresholds(held[~out], gold[~out], counts[~out], strict_columns())
        given[out] = _given(held[out], *others)
    rows = [_score(name, hands == name, given, gold, counts) for name in names]
    return [*rows, _score("", np.ones(len(hands), bool), given, gold, counts)]


def _given(logits: Array, thresholds: Array, slope: Array) -> Array:
    chosen: Array = (sigmoid(logits * slope[:, 0] + slope[:, 1]) >= thresholds).astype(np.float32)
    return chosen


def _score(name: str, rows: Any, given: Array, gold: Array, counts: Array) -> HandScore:
    column = {label: j for j, label in enumerate(all_labels())}
    macro = {}
    for group in GROUPS:
        values = []
        for label in label_groups()[group]:
            j = column[label]
            counted = rows & ((counts[:, j] > 0) | (gold[:, j] > 0))
            both = gold[counted, j].sum() + given[counted, j].sum()
            if both:
                values.append(2 * (gold[counted, j] * given[counted, j]).sum() / both)
        macro[group] = float(np.mean(values)) if values else 0.0
    return HandScore(name, int(rows.sum()), macro)
