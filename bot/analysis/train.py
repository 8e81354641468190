"""Training the learned part from `data/nlu/`: under four minutes on two cores, instant when nothing changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from bot.analysis.artefact import DEFAULT, Artefact, ArtefactError, fingerprint
from bot.analysis.data import NLU, Corpus, Utterance, matrices, read_corpus
from bot.analysis.encoder import Array, Encoder, SpreadEncoder, make_encoder
from bot.analysis.features import Sample
from bot.analysis.heads import Head, train_head
from bot.analysis.histories import with_histories
from bot.analysis.labels import GROUPS, all_labels, label_groups
from bot.analysis.net import Batchable, Net, merge, train_net
from bot.analysis.prepare import Preparer, prepare
from bot.analysis.thresholds import choose_thresholds

Progress = Callable[[str, float], None]
FOLDS = 3
NETS = 3
"""Networks that differ only in their random start; their mean is steadier than one of them."""
MANY = 2000


def _quiet(_step: str, _share: float) -> None:
    """Show nothing."""


def is_current(path: Path = DEFAULT, folder: Path = NLU, encoder: str = "use") -> bool:
    """Tell whether the trained file fits the present examples and code."""
    try:
        return Artefact.load(path).fingerprint == fingerprint(folder, encoder)
    except ArtefactError:
        return False


def train(
    path: Path = DEFAULT,
    folder: Path = NLU,
    encoder: str = "use",
    progress: Progress = _quiet,
    force: bool = False,
) -> Artefact:
    """Train and save the learned part, or give the saved one when nothing changed."""
    if not force and is_current(path, folder, encoder):
        return Artefact.load(path)
    artefact = learn(read_corpus(folder), encoder, fingerprint(folder, encoder), progress)
    artefact.save(path)
    return artefact


def learn(corpus: Corpus, encoder_name: str, mark: str, progress: Progress = _quiet) -> Artefact:
    """Learn everything from a corpus."""
    progress("Zinnen lezen", 0.0)
    encoder = make_encoder(encoder_name)
    samples = [Sample.of(e.text, e.context) for e in with_histories(corpus.turns)]
    encoded = prepare(samples, _spread(encoder, len(samples)))
    progress("Woorden leren", 0.4)
    preparer = Preparer.learn(samples, encoded)
    data = preparer(samples, encoded)
    gold, counts = matrices(corpus.turns)
    progress("Grenzen bepalen", 0.5)
    held_out = out_of_fold(data, gold, counts, [e.hand for e in corpus.turns], progress)
    thresholds, slope = choose_thresholds(held_out, gold, counts, strict_columns())
    progress("Labels leren", 0.8)
    net = merge([train_net(data, gold, counts, seed=seed) for seed in range(NETS)])
    progress("Ouder en onderwerp leren", 0.95)
    heads = _heads(corpus, preparer, encoder)
    progress("Klaar", 1.0)
    return Artefact(mark, encoder_name, all_labels(), preparer, net, thresholds, slope, heads)


def _spread(encoder: Encoder, turns: int) -> Encoder:
    """Use all cores when there is much to encode."""
    cores = os.cpu_count() or 1
    return SpreadEncoder(encoder.name, min(cores, 4)) if turns > MANY and cores > 1 else encoder


def out_of_fold(
    data: Batchable,
    gold: Array,
    counts: Array,
    hands: Sequence[str],
    progress: Progress = _quiet,
    folds: int = FOLDS,
) -> Array:
    """Give for every turn the logits of a network that never saw its hand."""
    names = sorted(set(hands))
    held = np.zeros_like(gold)
    for k in range(min(folds, len(names))):
        out = np.isin(hands, names[k::folds])
        if out.all():
            continue
        net = train_net(data, gold, counts, rows=np.flatnonzero(~out).tolist())
        held[out] = net.logits(data)[0][out]
        progress("Grenzen bepalen", 0.5 + 0.3 * (k + 1) / folds)
    return held


def strict_columns() -> Array:
    """Give True for the labels where a wrong accusation is worse than a missed one."""
    strict = set(label_groups()[GROUPS[2]]) | {"suggestief", "retorisch", "toonvraag"}
    return np.array([label in strict for label in all_labels()])


def head_features(texts: Sequence[str], preparer: Preparer, encoder: Encoder) -> Array:
    """Give what the heads read of single texts."""
    return preparer.whole(texts, encoder.encode(list(texts)))


def _heads(corpus: Corpus, preparer: Preparer, encoder: Encoder) -> dict[str, Head]:
    ordinary = [Utterance(e.text, ("beurt",)) for e in corpus.turns[::4]]
    sets = {
        "acts": corpus.acts,
        "topics": corpus.topics,
        "kinds": [*corpus.kinds, *ordinary] if corpus.kinds else (),
    }
    heads = {}
    for name, items in sets.items():
        if items:
            heads[name] = train_head(head_features([i.text for i in items], preparer, encoder), items)
    return heads


__all__ = ["Net", "Progress", "is_current", "learn", "train"]
