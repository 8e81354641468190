"""All shipped content is valid, and no sentence of the measuring set is in the training material."""

from __future__ import annotations

import json
import re
from pathlib import Path

from bot.analysis.data import read_corpus
from bot.content.check import check_all
from bot.parent import content_problems

ROOT = Path(__file__).resolve().parents[2]


def test_the_content_is_valid() -> None:
    assert [str(problem) for problem in check_all()] == []
    assert [str(problem) for problem in content_problems()] == []


def _key(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()


def test_nothing_of_the_measuring_sets_is_trained_on() -> None:
    trained = {_key(e.text) for e in read_corpus(ROOT / "data" / "nlu").turns}
    for name in ("beurten_dev.jsonl", "gewone_beurten.jsonl", "korte_beurten.jsonl"):
        for line in (ROOT / "tests" / "data" / name).read_text(encoding="utf-8").splitlines():
            assert _key(json.loads(line)["tekst"]) not in trained
