"""What is kept long enough goes by itself."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from bot.channel.faults import Fault
from bot.channel.sweep import Sweep
from bot.storage.retention import is_future, is_over
from bot.storage.store import Row, Store

NOW = datetime(2026, 11, 24, 12, tzinfo=timezone(timedelta(hours=1)))


class Talk:
    """Remembers what was forgotten."""

    def __init__(self, silent: list[str]) -> None:
        self.silent, self.forgotten = silent, list[str]()

    async def forget(self, name: str) -> None:
        self.forgotten.append(name)

    async def silent_since(self, moment: float) -> list[str]:
        assert moment == (NOW - timedelta(days=30)).timestamp()
        return self.silent


def row(name: str, days: float) -> Row:
    return Row(name, "ik", (NOW - timedelta(days=days)).isoformat(), "Sem", "Karin")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "oefeningen.db")
    for name, days in (("oud", 31), ("nieuw", 29), ("later", -400)):
        made.add(row(name, days))
    return made


def test_old_exercises_and_conversations_without_one_go(store: Store) -> None:
    talk = Talk(["rest:oud", "oud", "nieuw"])
    assert asyncio.run(Sweep(store, talk, 30, lambda: NOW).once()) == 2
    assert talk.forgotten == ["oud", "rest:oud"]
    assert {found.id for found in store.rows("ik")} == {"nieuw", "later"}


def test_a_date_ahead_begins_to_count_today(store: Store) -> None:
    asyncio.run(Sweep(store, Talk([]), 30, lambda: NOW).once())
    assert dict(store.dates())["later"] == NOW.isoformat(timespec="seconds")


def test_a_failure_waits_for_the_next_day(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(Talk):
        async def silent_since(self, moment: float) -> list[str]:
            raise Fault(503, "opslag_bezet")

    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 2:
            raise asyncio.CancelledError

    monkeypatch.setattr("bot.channel.sweep.asyncio.sleep", sleep)
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(Sweep(store, Broken([]), 30, lambda: NOW).always())
    assert waited == [86400, 86400]


@pytest.mark.parametrize(
    ("created", "over"),
    [("2026-10-24T11:00:00+01:00", True), ("2026-10-26T11:00:00+01:00", False), ("2026-01-01T00:00:00", True), ("ooit", True)],
)  # fmt: skip
def test_when_something_is_over(created: str, over: bool) -> None:
    assert is_over(created, 30, NOW) is over
    assert not is_future(created, NOW)
