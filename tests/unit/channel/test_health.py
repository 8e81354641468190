"""Whether a worker can serve."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.channel.health import is_well
from bot.storage.store import Store


class Agent:
    """An agent with the two parts that are asked."""

    def __init__(self, ready: bool = True, locks: bool = True) -> None:
        self._ready, self._locks = ready, locks
        self.lock_store: Any = self

    def is_ready(self) -> bool:
        return self._ready

    def get_lock(self, name: str) -> None:
        if not self._locks:
            raise ConnectionError


def test_well_only_when_all_answers(tmp_path: Path) -> None:
    store = Store(tmp_path / "oefeningen.db")
    assert is_well(store, Agent())
    assert not is_well(store, None)
    assert not is_well(store, Agent(ready=False))
    assert not is_well(store, Agent(locks=False))
    (tmp_path / "oefeningen.db").write_bytes(b"dit is geen database" * 100)
    assert not is_well(store, Agent())
