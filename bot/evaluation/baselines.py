"""Simple ways to label a turn, trained on the same examples, to compare the analysis with."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from bot.analysis.clauses import split
from bot.analysis.data import Example, matrices
from bot.analysis.encoder import Array, make_encoder
from bot.analysis.form import question_form
from bot.analysis.labels import all_labels, label_groups
from bot.analysis.thresholds import choose_thresholds, sigmoid
from bot.analysis.train import strict_columns
from bot.analysis.words import WordSpace
from bot.content.files import KNOWLEDGE, read_yaml
from bot.evaluation.scores import GROUPS

Found = dict[str, list[str]]
Labeller = Callable[[Sequence[Example], Sequence[str]], list[Found]]
FOLDS = 3
SPACE = 400
"""Numbers a turn is projected on, as in the analysis itself; fewer when there are fewer terms."""


def grouped(labels: set[str]) -> Found:
    """Sort labels into their groups."""
    return {group: [name for name in label_groups()[group] if name in labels] for group in GROUPS}


def majority(examples: Sequence[Example], texts: Sequence[str]) -> list[Found]:
    """Give every label that more than half of the examples carry."""
    gold, _ = matrices(examples)
    often = {name for name, share in zip(all_labels(), gold.mean(0), strict=True) if share > 0.5}
    return [grouped(often) for _ in texts]


def cues(_examples: Sequence[Example], texts: Sequence[str]) -> list[Found]:
    """Give the form by grammar and a label for each fixed phrase of cues/nearly.yml."""
    phrases = read_yaml(KNOWLEDGE / "cues" / "nearly.yml")
    found = []
    for text in texts:
        low = text.lower()
        labels = {name for name, words in phrases.items() if any(word in low for word in words)}
        found.append(grouped(labels | {form for clause in split(text) if (form := question_form(clause))}))
    return found


def words(examples: Sequence[Example], texts: Sequence[str]) -> list[Found]:
    """Logistic regression on the words and letter groups of the whole turn."""
    space = WordSpace.learn([e.text for e in examples], SPACE)
    return _regress(examples, space.transform([e.text for e in examples]), space.transform(texts))


def vectors(examples: Sequence[Example], texts: Sequence[str]) -> list[Found]:
    """Logistic regression on the sentence encoder's vector of the whole turn."""
    encoder = make_encoder("use")
    return _regress(examples, encoder.encode([e.text for e in examples]), encoder.encode(texts))


def _regress(examples: Sequence[Example], known: Array, asked: Array) -> list[Found]:
    """Learn one regression per label; thresholds on hands left out, as the analysis does."""
    gold, counts = matrices(examples)
    hands = np.array([e.hand for e in examples])
    names, held = sorted(set(hands)), np.zeros_like(gold)
    for k in range(min(FOLDS, len(names))):
        out = np.isin(hands, names[k::FOLDS])
        held[out] = _logits(known[~out], gold[~out], counts[~out], known[out])
    thresholds, slope = choose_thresholds(held, gold, counts, strict_columns())
    chances = sigmoid(_logits(known, gold, counts, asked) * slope[:, 0] + slope[:, 1])
    labels = np.array(all_labels())
    return [grouped(set(labels[row >= thresholds])) for row in chances]


def _logits(known: Array, gold: Array, counts: Array, asked: Array) -> Array:
    from sklearn.linear_model import LogisticRegression

    out = np.full((len(asked), gold.shape[1]), -20, np.float32)
    for j in range(gold.shape[1]):
        rows = counts[:, j] > 0
        if gold[rows, j].any():
            model = LogisticRegression(C=4.0, solver="liblinear").fit(known[rows], gold[rows, j])
            out[:, j] = model.decision_function(asked)
    return out


BASELINES: dict[str, Labeller] = {
    "meerderheid": majority,
    "vaste woorden": cues,
    "tf-idf": words,
    "zinsvector": vectors,
}
