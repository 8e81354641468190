"""Where the time of a turn goes: each timed call of a server becomes a line in a file."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TextIO

ANALYSIS = "analyse"


def start(file: Path) -> None:
    """Time the parts of our turn in this process from now on."""
    import actions.action_beurt
    import actions.common
    import bot.analysis.rasa_component as component
    from bot.analysis.analyzer import Analyzer
    from bot.storage.conversations import ConversationStore

    out = file.open("a", encoding="ascii")
    _time(out, Analyzer, "analyse", ANALYSIS)
    _time(out, component, "record_from_events", "oefening teruglezen")
    _time(out, actions.common, "record_from_events", "oefening teruglezen")
    _time(out, actions.action_beurt, "answer", "ouder")
    _time(out, actions.action_beurt, "coach_line", "coach")
    for name, told in (("retrieve", "opslag lezen"), ("save", "opslag schrijven")):
        _time_async(out, ConversationStore, name, told)


def read(file: Path, offset: int = 0) -> dict[str, list[float]]:
    """Give the seconds of each call by part, from a place in the file on."""
    found: dict[str, list[float]] = defaultdict(list)
    for line in file.read_text(encoding="ascii")[offset:].splitlines():
        part, seconds = line.rsplit(" ", 1)
        found[part].append(float(seconds))
    return dict(found)


def _write(out: TextIO, part: str, begun: float) -> None:
    out.write(f"{part} {time.perf_counter() - begun:.6f}\n")
    out.flush()


def _time(out: TextIO, owner: Any, name: str, part: str) -> None:
    plain: Callable[..., Any] = getattr(owner, name)

    @wraps(plain)
    def timed(*args: Any, **settings: Any) -> Any:
        begun = time.perf_counter()
        try:
            return plain(*args, **settings)
        finally:
            _write(out, part, begun)

    setattr(owner, name, timed)


def _time_async(out: TextIO, owner: Any, name: str, part: str) -> None:
    plain: Callable[..., Any] = getattr(owner, name)

    @wraps(plain)
    async def timed(*args: Any, **settings: Any) -> Any:
        begun = time.perf_counter()
        try:
            return await plain(*args, **settings)
        finally:
            _write(out, part, begun)

    setattr(owner, name, timed)
