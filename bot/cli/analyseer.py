"""`oefenouder analyseer`: JSON lines in and out; a bad line gives an error line and the rest goes on."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from bot.cli.analyzer import load
from bot.cli.lines import LineError, read_line
from bot.messages import message
from bot.play import Analyzer


def run(options: argparse.Namespace) -> int:
    """Analyse what comes in on stdin; each answer is written at once."""
    analyzer = load()
    raw = sys.stdin.buffer
    for answer in answers(analyzer, (line.decode("utf-8", "replace") for line in raw)):
        print(json.dumps(answer, ensure_ascii=False), flush=True)
    return 0


def answers(analyzer: Analyzer, lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Give an answer for every line that is not empty."""
    for line in lines:
        if line.strip():
            yield _answer(analyzer, line)


def _answer(analyzer: Analyzer, line: str) -> dict[str, Any]:
    try:
        asked = read_line(line.lstrip("\ufeff"))
    except LineError as error:
        return {"id": error.id, "fout": str(error)}
    try:
        turn = analyzer.analyse(asked.text, asked.context)
    except Exception:
        return {"id": asked.id, "fout": message("onverwacht")}
    return {
        "id": asked.id,
        "vraagtypen": list(turn.vraagtypen),
        "zetten": list(turn.zetten),
        "valkuilen": list(turn.valkuilen),
        "fragmenten": [{"label": s.label, "begin": s.begin, "eind": s.end} for s in turn.spans],
    }
