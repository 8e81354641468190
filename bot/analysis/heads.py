"""Small linear heads on one text: acts of a parent, topic of a question, kind of a strange turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.analysis.data import Utterance
from bot.analysis.encoder import Array


@dataclass(frozen=True)
class Head:
    """A linear classifier: one weight vector, bias and threshold per class."""

    classes: tuple[str, ...]
    weights: Array
    bias: Array

    def probabilities(self, features: Array) -> Array:
        """Give, per row, the probability of each class (classes independent)."""
        p: Array = 1 / (1 + np.exp(-(features @ self.weights + self.bias)))
        return p

    def to_arrays(self) -> dict[str, Any]:
        """Give plain arrays from which `from_arrays` rebuilds the head."""
        return {"classes": np.array(self.classes), "weights": self.weights, "bias": self.bias}

    @classmethod
    def from_arrays(cls, data: dict[str, Any]) -> Head:
        """Rebuild from `to_arrays`."""
        return cls(tuple(str(c) for c in data["classes"]), data["weights"], data["bias"])


def train_head(features: Array, items: Sequence[Utterance], strength: float = 0.5) -> Head:
    """Learn one logistic regression per class."""
    from sklearn.linear_model import LogisticRegression

    classes = tuple(sorted({value for item in items for value in item.values}))
    weights, bias = [], []
    for name in classes:
        gold = np.array([name in item.values for item in items])
        model = LogisticRegression(C=strength, solver="liblinear").fit(features, gold)
        weights.append(model.coef_[0])
        bias.append(model.intercept_[0])
    return Head(classes, np.array(weights, np.float32).T, np.array(bias, np.float32))
