"""A small network that reads clauses and the whole turn, and takes for each label the clause that fits best.

Learning from labels per turn while scoring clauses is multiple-instance learning (max pooling): the
clause that carries a label is found without anyone having marked it, and is the evidence shown later.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.analysis.encoder import Array

BATCH = 256
DROP_INPUT, DROP_HIDDEN = 0.15, 0.3


@dataclass
class Layers:
    """One hidden layer beside a straight path from input to output."""

    hidden: Array
    hidden_bias: Array
    out: Array
    bias: Array
    straight: Array

    def __call__(self, x: Array) -> Array:
        """Give the logits for rows of features."""
        z: Array = (
            np.maximum(x @ self.hidden + self.hidden_bias, 0) @ self.out + x @ self.straight + self.bias
        )
        return z

    def arrays(self) -> list[Array]:
        """Give the weights in a fixed order."""
        return [self.hidden, self.hidden_bias, self.out, self.bias, self.straight]


class _Trainer:
    """Adam with dropout and weight decay for one `Layers`."""

    def __init__(self, size: int, width: int, labels: int, bias: Array, rng: np.random.Generator) -> None:
        hidden = (rng.standard_normal((size, width)) * np.sqrt(2 / size)).astype(np.float32)
        out = (rng.standard_normal((width, labels)) * np.sqrt(0.5 / width)).astype(np.float32)
        straight = np.zeros((size, labels), np.float32)
        self.layers = Layers(hidden, np.zeros(width, np.float32), out, bias.astype(np.float32), straight)
        self._first = [np.zeros_like(w) for w in self.layers.arrays()]
        self._second = [np.zeros_like(w) for w in self.layers.arrays()]
        self._steps, self._rng = 0, rng

    def _kept(self, shape: tuple[int, ...], drop: float) -> Array:
        kept: Array = ((self._rng.random(shape, dtype=np.float32) > drop) / (1 - drop)).astype(np.float32)
        return kept

    def forward(self, x: Array) -> Array:
        net = self.layers
        self._x = x * self._kept(x.shape, DROP_INPUT)
        self._a = self._x @ net.hidden + net.hidden_bias
        self._mask = self._kept(self._a.shape, DROP_HIDDEN)
        self._r = np.maximum(self._a, 0) * self._mask
        z: Array = self._r @ net.out + self._x @ net.straight + net.bias
        return z

    def step(self, error: Array, rate: float, decay: float) -> None:
        inner = (error @ self.layers.out.T) * self._mask * (self._a > 0)
        x = self._x
        gradients = [x.T @ inner, inner.sum(0), self._r.T @ error, error.sum(0), x.T @ error]
        self._steps += 1
        for j, (weights, gradient) in enumerate(zip(self.layers.arrays(), gradients, strict=True)):
            self._first[j] = 0.9 * self._first[j] + 0.1 * gradient
            self._second[j] = 0.999 * self._second[j] + 0.001 * gradient**2
            ahead = self._first[j] / (1 - 0.9**self._steps)
            spread = np.sqrt(self._second[j] / (1 - 0.999**self._steps)) + 1e-8
            weights -= (rate * (ahead / spread + (decay * weights if weights.ndim == 2 else 0))).astype(
                np.float32
            )


@dataclass(frozen=True)
class Batchable:
    """Features of many turns: clause rows, turn rows, and where each turn's clauses begin and end."""

    clauses: Array
    turns: Array
    edges: np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True)
class Net:
    """A trained pair of layers: one reads clauses, one reads the whole turn."""

    clause: Layers
    turn: Layers

    def logits(self, data: Batchable) -> tuple[Array, Array]:
        """Give per turn the logit of every label, and per clause its share."""
        shares = self.clause(data.clauses)
        best = np.maximum.reduceat(shares, data.edges[:-1], axis=0)
        return best + self.turn(data.turns), shares


def merge(nets: Sequence[Net]) -> Net:
    """Make one network that gives the mean of the others' scores for every clause and turn."""

    def layers(parts: Sequence[Layers]) -> Layers:
        share = np.float32(1 / len(parts))
        return Layers(
            np.hstack([part.hidden for part in parts]),
            np.hstack([part.hidden_bias for part in parts]),
            np.vstack([part.out for part in parts]) * share,
            np.add.reduce([part.bias for part in parts]) * share,
            np.add.reduce([part.straight for part in parts]) * share,
        )

    return Net(layers([net.clause for net in nets]), layers([net.turn for net in nets]))


def train_net(
    data: Batchable,
    gold: Array,
    counts: Array,
    *,
    rows: Sequence[int] | None = None,
    epochs: int = 12,
    width: int = 320,
    rate: float = 2e-3,
    decay: float = 8e-3,
    seed: int = 0,
    progress: Callable[[float], None] | None = None,
) -> Net:
    """Learn from labels per turn; `counts` is 0 where a label counts neither way."""
    rng = np.random.default_rng(seed)
    index = np.arange(len(gold)) if rows is None else np.asarray(rows)
    prior = gold[index].mean(0)
    bias = 0.5 * np.log((prior + 1e-3) / (1 - prior + 1e-3))
    labels = gold.shape[1]
    clause = _Trainer(data.clauses.shape[1], width, labels, bias, rng)
    turn = _Trainer(data.turns.shape[1], width, labels, bias, rng)
    for epoch in range(epochs):
        pace = rate * 0.5 * (1 + np.cos(np.pi * epoch / epochs))
        order = rng.permutation(index)
        for at in range(0, len(order), BATCH):
            _learn(clause, turn, data, gold, counts, order[at : at + BATCH], pace, decay)
        if progress:
            progress((epoch + 1) / epochs)
    return Net(clause.layers, turn.layers)


def _learn(
    clause: _Trainer,
    turn: _Trainer,
    data: Batchable,
    gold: Array,
    counts: Array,
    batch: Any,
    rate: float,
    decay: float,
) -> None:
    sizes = data.edges[batch + 1] - data.edges[batch]
    rows = np.concatenate([np.arange(data.edges[t], data.edges[t + 1]) for t in batch])
    starts = np.r_[0, np.cumsum(sizes)[:-1]]
    shares = clause.forward(data.clauses[rows])
    best = np.maximum.reduceat(shares, starts, axis=0)
    z = best + turn.forward(data.turns[batch])
    error = ((1 / (1 + np.exp(-z)) - gold[batch]) * counts[batch] / len(batch)).astype(np.float32)
    spread = np.repeat(np.arange(len(batch)), sizes)
    clause.step((shares >= best[spread]) * error[spread], rate, decay)
    turn.step(error, rate, decay)
