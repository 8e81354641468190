"""Rasa's own intent classifier (DIET), trained on the same examples: a label set per group is one intent."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Sequence
from pathlib import Path

import yaml

from bot.analysis.data import Example
from bot.analysis.labels import label_groups
from bot.evaluation.baselines import Found
from bot.evaluation.scores import GROUPS

NONE = "geen"
EPOCHS = 30
PIPELINE = [
    {"name": "WhitespaceTokenizer"},
    {"name": "CountVectorsFeaturizer"},
    {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
    {
        "name": "DIETClassifier",
        "epochs": EPOCHS,
        "entity_recognition": False,
        "intent_tokenization_flag": True,
        "intent_split_symbol": "+",
        "random_seed": 0,
    },
]


def diet(examples: Sequence[Example], texts: Sequence[str]) -> list[Found]:
    """Train DIET once per group and give for each text the labels of the intent it chooses."""
    found: list[Found] = [{} for _ in texts]
    for group in GROUPS:
        with tempfile.TemporaryDirectory() as folder:
            model = _train(Path(folder), group, examples)
            for turn, intent in zip(found, asyncio.run(_intents(model, texts)), strict=True):
                turn[group] = [] if intent == NONE else intent.split("+")
    return found


def _train(folder: Path, group: str, examples: Sequence[Example]) -> str:
    from bot.server import quiet_rasa

    quiet_rasa()
    from rasa.model_training import train_nlu

    names = label_groups()[group]
    intents: dict[str, list[str]] = {}
    for example in examples:
        labels = "+".join(name for name in names if name in example.labels) or NONE
        intents.setdefault(labels, []).append(" ".join(example.text.split()))
    data = {
        "version": "3.1",
        "nlu": [{"intent": name, "examples": [{"text": t} for t in own]} for name, own in intents.items()],
    }
    (folder / "nlu.yml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    config = {"recipe": "default.v1", "language": "nl", "pipeline": PIPELINE, "policies": []}
    (folder / "config.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    model = train_nlu(str(folder / "config.yml"), str(folder / "nlu.yml"), str(folder))
    if model is None:
        raise RuntimeError("DIET could not be trained")
    return str(model)


async def _intents(model: str, texts: Sequence[str]) -> list[str]:
    from rasa.core.agent import load_agent

    agent = await load_agent(model_path=model)
    return [str((await agent.parse_message(text))["intent"]["name"]) for text in texts]
