"""The analysis by itself, in a process of its own: `python -m bench.alone` prints one JSON object."""

from __future__ import annotations

import json
import os
import time
from statistics import median

from bench.bots import TURNS, memory_mb
from bench.client import p95

ROUNDS = 15
LONG_CHARACTERS = 20_000


def measure() -> dict[str, float]:
    """Load the analysis and read turns of three sentences in context, and one very long turn."""
    from bot.analysis import load_analyzer
    from bot.analysis.turn import Context

    before, begun = memory_mb(os.getpid()), time.perf_counter()
    analyzer = load_analyzer()
    loaded = time.perf_counter() - begun
    analyzer.analyse(TURNS[0], Context())
    first = time.perf_counter() - begun
    taken = [_seconds(lambda turn=turn: analyzer.analyse(turn, Context())) for turn in TURNS * ROUNDS]
    long_turn = (" ".join(TURNS) * LONG_CHARACTERS)[:LONG_CHARACTERS]
    return {
        "load_seconds": loaded,
        "first_turn_seconds": first,
        "memory_mb": memory_mb(os.getpid()) - before,
        "median_ms": 1000 * median(taken),
        "p95_ms": 1000 * p95(taken),
        "long_turn_seconds": _seconds(lambda: analyzer.analyse(long_turn, Context())),
    }


def _seconds(job: object) -> float:
    assert callable(job)
    begun = time.perf_counter()
    job()
    return time.perf_counter() - begun


if __name__ == "__main__":
    print(json.dumps(measure()))
