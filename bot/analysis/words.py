"""Words and letter groups of a text as a short dense vector: TF-IDF, then a truncated SVD.

scikit-learn learns the vocabulary and the axes. Reading a text needs neither scikit-learn nor SciPy, whose import
would cost a command more time than all the rest; a test compares both ways of reading.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.analysis.encoder import Array

TOKEN = r"(?u)\b\w+\b|[?!…]"
SHORTEST, LONGEST = 2, 5
ENOUGH, ROUNDS = 12_000, 3
"""Rows and rounds from which the SVD learns its axes; more takes minutes and measures the same."""

WORD = {"ngram_range": (1, 2), "min_df": 4, "max_features": 8000, "token_pattern": TOKEN}
CHAR = {"analyzer": "char_wb", "ngram_range": (SHORTEST, LONGEST), "min_df": 8, "max_features": 12000}

_token = re.compile(TOKEN)


def words_of(text: str) -> Iterator[str]:
    """Give the words and word pairs of a lower-case text."""
    words = _token.findall(text)
    yield from words
    for first, second in zip(words, words[1:], strict=False):
        yield f"{first} {second}"


def letters_of(text: str) -> Iterator[str]:
    """Give the groups of letters inside the words of a lower-case text, a space for the edge of a word."""
    for word in text.split():
        edged = f" {word} "
        for size in range(SHORTEST, LONGEST + 1):
            if len(edged) <= size:
                yield edged
                break
            for at in range(len(edged) - size + 1):
                yield edged[at : at + size]


@dataclass(frozen=True)
class Terms:
    """A vocabulary with the weight of each term (inverse document frequency)."""

    read: Callable[[str], Iterator[str]]
    places: dict[str, int]
    idf: Array

    def weigh(self, text: str) -> tuple[npt.NDArray[np.int64], Array]:
        """Give the places of the known terms of a lower-case text, and their weights (length 1)."""
        known = Counter(self.places[term] for term in self.read(text) if term in self.places)
        places = np.fromiter(known, np.int64, len(known))
        times = np.array([1 + math.log(count) for count in known.values()], np.float32)
        weights: Array = times * self.idf[places]
        return places, weights / (np.linalg.norm(weights) or np.float32(1))


class WordSpace:
    """A projection of texts on `size` numbers, learned once, kept as plain arrays."""

    def __init__(self, words: Terms, letters: Terms, axes: Any, mean: Array, scale: float) -> None:
        """Keep both vocabularies, the SVD axes (a row per term, words first) and the standardisation."""
        self._words, self._letters = words, letters
        self._axes, self._mean, self._scale = axes, mean, scale

    @property
    def known(self) -> dict[str, int]:
        """Give the words (and word pairs) seen often enough to be kept."""
        return self._words.places

    @classmethod
    def learn(cls, texts: Sequence[str], size: int) -> WordSpace:
        """Learn the space from texts."""
        import scipy.sparse as sp
        from sklearn.decomposition import TruncatedSVD
        from sklearn.feature_extraction.text import TfidfVectorizer

        lowered = [t.lower() for t in texts]
        parts = [TfidfVectorizer(**kind, sublinear_tf=True, dtype=np.float32) for kind in (WORD, CHAR)]
        matrix = sp.hstack([part.fit_transform(lowered) for part in parts]).tocsr()
        svd = TruncatedSVD(min(size, matrix.shape[1] - 1), n_iter=ROUNDS, random_state=0)
        svd.fit(matrix[:: 1 + matrix.shape[0] // ENOUGH])
        words, letters = _terms(parts[0], words_of), _terms(parts[1], letters_of)
        axes = np.ascontiguousarray(svd.components_.T.astype(np.float16))
        rows = matrix @ axes.astype(np.float32)
        mean = rows.mean(0)
        return cls(words, letters, axes, mean, float(1 / np.sqrt(((rows - mean) ** 2).sum(1).mean())))

    def transform(self, texts: Sequence[str]) -> Array:
        """Give one standardised row per text."""
        rows = np.zeros((len(texts), len(self._mean)), np.float32)
        for row, text in zip(rows, texts, strict=True):
            lowered = text.lower()
            words, word_weights = self._words.weigh(lowered)
            letters, letter_weights = self._letters.weigh(lowered)
            places = np.r_[words, letters + len(self._words.places)]
            row[:] = np.r_[word_weights, letter_weights] @ self._axes[places].astype(np.float32)
        return (rows - self._mean) * np.float32(self._scale)

    def to_arrays(self) -> dict[str, Any]:
        """Give plain arrays and lists from which `from_arrays` rebuilds the space."""
        data: dict[str, Any] = {"axes": self._axes, "mean": self._mean, "scale": np.float32(self._scale)}
        for name, terms in (("word", self._words), ("char", self._letters)):
            data[name] = np.array(sorted(terms.places, key=terms.places.__getitem__))
            data[f"{name}_idf"] = terms.idf
        return data

    @classmethod
    def from_arrays(cls, data: dict[str, Any]) -> WordSpace:
        """Rebuild a learned space."""
        words, letters = (
            Terms(read, {term: i for i, term in enumerate(data[name].tolist())}, data[f"{name}_idf"])
            for name, read in (("word", words_of), ("char", letters_of))
        )
        return cls(words, letters, data["axes"], data["mean"], float(data["scale"]))


def _terms(vectorizer: Any, read: Callable[[str], Iterator[str]]) -> Terms:
    places = {str(term): int(place) for term, place in vectorizer.vocabulary_.items()}
    return Terms(read, places, vectorizer.idf_.astype(np.float32))
