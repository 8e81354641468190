"""Reading words without scikit-learn gives what scikit-learn gives."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.analysis.words import CHAR, WORD, Terms, WordSpace, letters_of, words_of

TEXTS = [
    "Slaapt hij wel goed?",
    "Ik zie dat u schrikt!",
    "hij slaapt  slecht, zegt u\tzelf",
    "Hè? Drie keer…",
    "ik",
]


def both(options: dict[str, object], read: object) -> tuple[TfidfVectorizer, Terms]:
    kind = {**options, "min_df": 1}
    vectorizer = TfidfVectorizer(**kind, sublinear_tf=True, dtype=np.float32)
    vectorizer.fit([t.lower() for t in TEXTS])
    return vectorizer, Terms(read, dict(vectorizer.vocabulary_), vectorizer.idf_.astype(np.float32))  # type: ignore[arg-type]


PAIRS = {"words": both(WORD, words_of), "letters": both(CHAR, letters_of)}


@pytest.mark.parametrize("name", PAIRS)
@settings(max_examples=150, deadline=None)
@given(
    text=st.one_of(
        st.text(max_size=80), st.sampled_from(TEXTS), st.lists(st.sampled_from(TEXTS)).map(" ".join)
    )
)
def test_weights_equal_those_of_scikit_learn(name: str, text: str) -> None:
    vectorizer, terms = PAIRS[name]
    lowered = text.lower()
    wanted = vectorizer.transform([lowered]).toarray()[0]
    places, weights = terms.weigh(lowered)
    found = np.zeros(len(wanted), np.float32)
    found[places] = weights
    assert np.allclose(found, wanted, atol=1e-5)


def test_a_space_read_back_gives_the_same_rows() -> None:
    texts = [
        f"{a} {b} vandaag niet" for a in ("hij slaapt", "u ziet", "ik hoor") for b in ("goed", "slecht") * 6
    ]
    space = WordSpace.learn(texts, 5)
    again = WordSpace.from_arrays(space.to_arrays())
    assert np.array_equal(space.transform(TEXTS), again.transform(TEXTS))
    assert np.abs(space.transform(texts).mean(0)).max() < 1e-2
