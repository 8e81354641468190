"""Reading the labelled examples of `data/nlu/` (Rasa NLU format, labels in each example's metadata)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bot.analysis.encoder import Array
from bot.analysis.labels import GROUPS, all_labels
from bot.analysis.turn import Context
from bot.content.files import read_yaml
from bot.content.problems import ContentError, Problem

NLU = Path(__file__).resolve().parents[2] / "data" / "nlu"
INTENT = "beurt"


@dataclass(frozen=True)
class Example:
    """A labelled turn: who wrote it (`hand`), what it carries, what counts neither way."""

    id: str
    hand: str
    text: str
    context: Context
    labels: frozenset[str]
    also_fine: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Utterance:
    """A parent's utterance with what it does (`acts`), a question with its topic, or a strange turn with its kind."""

    text: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Corpus:
    """All that the learned part is trained from."""

    turns: tuple[Example, ...]
    acts: tuple[Utterance, ...]
    topics: tuple[Utterance, ...]
    kinds: tuple[Utterance, ...]


def example(text: str, data: dict[str, Any]) -> Example:
    """Make an example from its text and metadata (keys as in the label manual)."""
    labels = frozenset(label for group in GROUPS for label in data.get(group, ()))
    context = Context(str(data.get("ouder", "")), tuple(data.get("eerder", ())))
    return Example(
        str(data.get("id", "")),
        str(data.get("hand", "")),
        text,
        context,
        labels,
        frozenset(data.get("ook_goed", ())),
    )


def read_turns(path: Path) -> list[str]:
    """Give the texts of one file, without their labels."""
    blocks = (read_yaml(path) or {}).get("nlu", ())
    return [
        item["text"].strip()
        for block in blocks
        if block.get("intent") == INTENT
        for item in block["examples"]
    ]


def read_corpus(folder: Path) -> Corpus:
    """Read every file of the folder; ContentError when there is nothing or a file is broken."""
    found: dict[str, list[Any]] = {"turns": [], "acts": [], "topics": [], "kinds": []}
    for path in sorted(folder.glob("*.yml")):
        for block in (read_yaml(path) or {}).get("nlu", ()):
            if block.get("intent") != INTENT:
                continue
            for item in block.get("examples", ()):
                _sort_in(item["text"].strip(), item.get("metadata", {}), found)
    if not found["turns"]:
        problem = Problem(str(folder), "", "bevat geen gelabelde beurten; haal de map terug uit de repo")
        raise ContentError([problem])
    return Corpus(*(tuple(found[k]) for k in ("turns", "acts", "topics", "kinds")))


def _sort_in(text: str, data: dict[str, Any], found: dict[str, list[Any]]) -> None:
    if "uitingen" in data:
        found["acts"].append(Utterance(text, tuple(data["uitingen"])))
    elif "onderwerp" in data:
        found["topics"].append(Utterance(text, (data["onderwerp"],)))
    elif "soort" in data:
        found["kinds"].append(Utterance(text, (data["soort"],)))
    else:
        found["turns"].append(example(text, data))


def matrices(examples: Sequence[Example]) -> tuple[Array, Array]:
    """Give gold labels and what counts (0 where a label is also fine), one row per example."""
    column = {label: i for i, label in enumerate(all_labels())}
    gold = np.zeros((len(examples), len(column)), np.float32)
    counts = np.ones_like(gold)
    for row, item in enumerate(examples):
        for label in item.labels:
            gold[row, column[label]] = 1
        for label in item.also_fine - item.labels:
            counts[row, column[label]] = 0
    return gold, counts
