"""The small parts of the learning: histories, thresholds, network, artefact."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.analysis.artefact import Artefact, ArtefactError
from bot.analysis.data import Example
from bot.analysis.histories import with_histories
from bot.analysis.net import Batchable, train_net
from bot.analysis.thresholds import choose_thresholds, sigmoid
from bot.analysis.turn import Context


def _examples() -> list[Example]:
    own = Context("", ("Hoe slaapt hij?",))
    many = [Example(str(i), "h", f"Zin {i}.", Context(), frozenset()) for i in range(200)]
    return [Example("x", "h", "En hoe slaapt hij nu?", own, frozenset({"herhalend"})), *many]


def test_most_turns_get_a_past_and_real_pasts_stay() -> None:
    got = with_histories(_examples())
    assert got[0].context.earlier == ("Hoe slaapt hij?",)
    share = sum(bool(e.context.earlier) for e in got[1:]) / 200
    assert 0.45 < share < 0.75
    assert all(e.text not in e.context.earlier for e in got)
    assert got == with_histories(_examples())


def test_a_strict_label_gets_a_higher_threshold() -> None:
    rng = np.random.default_rng(1)
    gold = (rng.random((600, 2)) < 0.3).astype(np.float32)
    gold[:, 1] = gold[:, 0]
    logits = (gold * 2 - 1 + rng.standard_normal((600, 1)) * 1.5).astype(np.float32)
    thresholds, slope = choose_thresholds(logits, gold, np.ones_like(gold), np.array([False, True]))
    assert thresholds[1] > thresholds[0]
    p = sigmoid(logits[:, 0] * slope[0, 0] + slope[0, 1])
    assert abs(float(p.mean()) - float(gold[:, 0].mean())) < 0.03


def test_the_network_finds_the_clause_that_carries_the_label() -> None:
    rng = np.random.default_rng(0)
    clauses = rng.standard_normal((600, 6)).astype(np.float32)
    carries = rng.integers(0, 3, 200)
    gold = (rng.random((200, 1)) < 0.5).astype(np.float32)
    for turn, place in enumerate(carries):
        clauses[turn * 3 : turn * 3 + 3, 0] = -2
        if gold[turn, 0]:
            clauses[turn * 3 + place, 0] = 3
    data = Batchable(clauses, np.zeros((200, 2), np.float32), np.arange(0, 601, 3))
    net = train_net(data, gold, np.ones_like(gold), epochs=40, width=16, rate=1e-2)
    logits, shares = net.logits(data)
    found = [int(shares[t * 3 : t * 3 + 3, 0].argmax()) for t in range(200) if gold[t, 0]]
    assert ((logits[:, 0] > 0) == (gold[:, 0] > 0)).mean() > 0.97
    assert np.mean([f == c for f, c in zip(found, carries[gold[:, 0] > 0], strict=True)]) > 0.95


@pytest.mark.parametrize(
    ("content", "part"),
    [(None, "nog geen getraind model"), (b"", "beschadigd"), (b"PK\x03\x04rommel", "beschadigd")],
)
def test_a_missing_or_broken_file_is_told_in_one_dutch_line(
    tmp_path: Path, content: bytes | None, part: str
) -> None:
    path = tmp_path / "analyse.npz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ArtefactError, match=part) as raised:
        Artefact.load(path)
    assert "oefenouder train" in str(raised.value)
