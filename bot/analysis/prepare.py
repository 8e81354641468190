"""From turns to the numbers the network reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.analysis.encoder import Array, Encoder
from bot.analysis.features import Encoded, Sample, clause_marks, counts, encode
from bot.analysis.net import Batchable
from bot.analysis.words import WordSpace

CLAUSE_SPACE, TURN_SPACE = 300, 400
WEIGHT_ENCODER, WEIGHT_WORDS, WEIGHT_MARKS, WEIGHT_PARENT = 2.0, 3.0, 0.5, 1.0


@dataclass(frozen=True)
class Standard:
    """Centre and scale of encoder vectors."""

    mean: Array
    scale: float

    @classmethod
    def of(cls, rows: Array) -> Standard:
        """Learn from rows."""
        mean = rows.mean(0)
        spread = float(np.sqrt(((rows - mean) ** 2).sum(1).mean())) or 1.0
        return cls(mean, 1 / spread)

    def __call__(self, rows: Array) -> Array:
        """Standardise rows."""
        return ((rows - self.mean) * np.float32(self.scale)).astype(np.float32)


@dataclass(frozen=True)
class Preparer:
    """Everything learned about features: word spaces and scales."""

    clause_words: WordSpace
    turn_words: WordSpace
    clause: Standard
    turn: Standard
    parent: Standard

    @classmethod
    def learn(cls, samples: Sequence[Sample], encoded: Encoded) -> Preparer:
        """Learn from the training turns."""
        pieces = [c.text for s in samples for c in s.clauses]
        return cls(
            WordSpace.learn(pieces, CLAUSE_SPACE),
            WordSpace.learn([s.text for s in samples], TURN_SPACE),
            Standard.of(encoded.clauses),
            Standard.of(encoded.turns),
            Standard.of(encoded.parents),
        )

    def __call__(self, samples: Sequence[Sample], encoded: Encoded) -> Batchable:
        """Give the network's input for a batch of turns."""
        pieces = [c.text for s in samples for c in s.clauses]
        clauses = np.hstack(
            [
                self.clause(encoded.clauses) * WEIGHT_ENCODER,
                self.clause_words.transform(pieces) * WEIGHT_WORDS,
                clause_marks(samples, encoded) * WEIGHT_MARKS,
            ]
        )
        turns = np.hstack(
            [
                self.whole([s.text for s in samples], encoded.turns),
                self.parent(encoded.parents) * WEIGHT_PARENT,
                np.array([counts(s) for s in samples], np.float32) * WEIGHT_MARKS,
            ]
        )
        edges = np.array([*encoded.starts, len(pieces)], np.int64)
        return Batchable(clauses.astype(np.float32), turns.astype(np.float32), edges)

    def whole(self, texts: Sequence[str], vectors: Array) -> Array:
        """Give what is read of a whole text: its vector and its words."""
        rows = [self.turn(vectors) * WEIGHT_ENCODER, self.turn_words.transform(texts) * WEIGHT_WORDS]
        return np.hstack(rows).astype(np.float32)

    @property
    def whole_size(self) -> int:
        """Give the number of columns of `whole`."""
        return len(self.turn.mean) + TURN_SPACE

    def to_arrays(self) -> dict[str, Any]:
        """Give plain arrays from which `from_arrays` rebuilds this."""
        data: dict[str, Any] = {}
        for name in ("clause_words", "turn_words"):
            data |= {f"{name}.{k}": v for k, v in getattr(self, name).to_arrays().items()}
        for name in ("clause", "turn", "parent"):
            standard: Standard = getattr(self, name)
            data |= {f"{name}.mean": standard.mean, f"{name}.scale": np.float32(standard.scale)}
        return data

    @classmethod
    def from_arrays(cls, data: dict[str, Any]) -> Preparer:
        """Rebuild from `to_arrays`."""
        clause_words, turn_words = (
            WordSpace.from_arrays(part(data, n)) for n in ("clause_words", "turn_words")
        )
        names = ("clause", "turn", "parent")
        clause, turn, parent = (Standard(data[f"{n}.mean"], float(data[f"{n}.scale"])) for n in names)
        return cls(clause_words, turn_words, clause, turn, parent)


def part(data: dict[str, Any], name: str) -> dict[str, Any]:
    """Give the items of a flat dict under `name.`."""
    return {k[len(name) + 1 :]: v for k, v in data.items() if k.startswith(f"{name}.")}


def prepare(samples: Sequence[Sample], encoder: Encoder) -> Encoded:
    """Encode a batch of turns."""
    return encode(samples, encoder)
