"""Words and letter groups of a text as a short dense vector: TF-IDF, then a truncated SVD."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import scipy.sparse as sp

from bot.analysis.encoder import Array

WORD = {"ngram_range": (1, 2), "min_df": 4, "max_features": 8000, "token_pattern": r"(?u)\b\w+\b|[?!…]"}
CHAR = {"analyzer": "char_wb", "ngram_range": (2, 5), "min_df": 8, "max_features": 12000}


def _vectorizer(options: dict[str, Any], vocabulary: dict[str, int] | None = None) -> Any:
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(**options, sublinear_tf=True, dtype=np.float32, vocabulary=vocabulary)


class WordSpace:
    """A projection of texts on `size` numbers, learned once, kept as plain arrays."""

    def __init__(self, parts: list[Any], axes: Array, mean: Array, scale: float) -> None:
        """Keep fitted vectorizers (words, letters), the SVD axes and the standardisation."""
        self._parts, self._axes, self._mean, self._scale = parts, axes, mean, scale

    @property
    def known(self) -> dict[str, int]:
        """Give the words (and word pairs) seen often enough to be kept."""
        vocabulary: dict[str, int] = self._parts[0].vocabulary_
        return vocabulary

    @classmethod
    def learn(cls, texts: Sequence[str], size: int) -> WordSpace:
        """Learn the space from texts."""
        from sklearn.decomposition import TruncatedSVD

        lowered = [t.lower() for t in texts]
        parts = [_vectorizer(WORD), _vectorizer(CHAR)]
        matrix = sp.hstack([part.fit_transform(lowered) for part in parts]).tocsr()
        svd = TruncatedSVD(size, random_state=0).fit(matrix)
        space = cls(parts, svd.components_.T.astype(np.float32), np.zeros(size, np.float32), 1.0)
        rows = space.transform(texts)
        space._mean = rows.mean(0)
        space._scale = float(1 / np.sqrt(((rows - space._mean) ** 2).sum(1).mean()))
        return space

    def transform(self, texts: Sequence[str]) -> Array:
        """Give one standardised row per text."""
        lowered = [t.lower() for t in texts]
        matrix = sp.hstack([part.transform(lowered) for part in self._parts]).tocsr()
        rows: Array = ((matrix @ self._axes - self._mean) * self._scale).astype(np.float32)
        return rows

    def to_arrays(self) -> dict[str, Any]:
        """Give plain arrays and lists from which `from_arrays` rebuilds the space."""
        data: dict[str, Any] = {
            "axes": self._axes.astype(np.float16),
            "mean": self._mean,
            "scale": np.float32(self._scale),
        }
        for name, part in zip(("word", "char"), self._parts, strict=True):
            terms = sorted(part.vocabulary_, key=part.vocabulary_.get)
            data[name] = np.array(terms)
            data[f"{name}_idf"] = part.idf_.astype(np.float32)
        return data

    @classmethod
    def from_arrays(cls, data: dict[str, Any]) -> WordSpace:
        """Rebuild a learned space."""
        parts = []
        for name, options in (("word", WORD), ("char", CHAR)):
            vocabulary = {str(term): i for i, term in enumerate(data[name])}
            kept = {k: v for k, v in options.items() if k not in ("min_df", "max_features")}
            part = _vectorizer(kept, vocabulary)
            part.idf_ = data[f"{name}_idf"]
            parts.append(part)
        return cls(parts, data["axes"].astype(np.float32), data["mean"], float(data["scale"]))
