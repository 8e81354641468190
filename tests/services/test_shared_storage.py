"""The list of exercises and the locks on a real PostgreSQL."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.channel.faults import Fault
from bot.channel.locks import SharedLocks
from bot.storage.database import Database, PostgresDatabase, SqliteDatabase, StorageError
from bot.storage.store import Attempt, Row, Store
from tests.services.local import Common, at_once


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "sqlite":
        yield SqliteDatabase(tmp_path / "oefeningen.db")
        return
    common: Common = request.getfixturevalue("common")
    kept = PostgresDatabase(common.url)
    Store(kept)
    common.ask("DELETE FROM exercises")
    yield kept
    common.ask("DELETE FROM exercises")


def row(name: str, browser: str = "ik") -> Row:
    return Row(name, browser, "2026-11-24T10:00:00", "Sem", "Karin de Wit")


def test_what_is_kept_is_the_same(database: Database) -> None:
    store = Store(database)
    for name in ("a", "b", "c"):
        store.add(row(name))
    store.add(row("ander", browser="zij"))
    store.set_attempt("b", Attempt("a", 2))
    store.set_attempt("b", Attempt("a", 3))
    store.set_score("c", 71, {"vragen": 80, "feiten": None})
    store.disagree("b", 1, "verwijt", "nee")
    store.disagree("b", 1, "verwijt", "echt 100% niet?", "opmerking")
    store.remove("a")
    store.remove("ander")
    assert [found.id for found in store.rows("ik")] == ["c", "b"]
    c, b = store.rows("ik")
    assert (c.total, c.scores) == (71, {"vragen": 80, "feiten": None})
    assert (b.attempt, b.objections) == (Attempt(None, 3), 1)
    assert store.disagreements("b")[0] == {
        "beurt": 1, "soort": "opmerking", "label": "verwijt", "reden": "echt 100% niet?",
    }  # fmt: skip
    store.set_ending("c", "afspraak")
    assert (store.rows("ik")[0].ending, store.rows("ik")[0].total) == ("afspraak", None)
    assert store.owns("ik", "b") and not store.owns("zij", "b")
    assert sorted(name for name, _ in store.dates()) == ["b", "c"]


def test_a_failure_halfway_keeps_nothing(database: Database) -> None:
    store = Store(database)
    store.add(row("a"))
    with pytest.raises(StorageError):
        store.add(row("a"))
    with pytest.raises(StorageError):
        store.disagree("er-is-niets", 1, "verwijt", "")
    assert len(store.rows("ik")) == 1


def test_signs_that_postgresql_refuses(common: Common) -> None:
    store = Store(PostgresDatabase(common.url))
    store.add(row("nul"))
    store.disagree("nul", 1, "verwijt", "a\x00b\ud800")
    assert store.disagreements("nul")[0]["reden"] == "ab?"
    store.remove("nul")


def test_workers_that_start_at_once_make_the_tables_once(common: Common) -> None:
    fresh = Common(common.name + "_nieuw")
    fresh.drop()
    fresh.make()
    try:
        at_once(*(lambda: Store(PostgresDatabase(fresh.url)).ping() for _ in range(6)))
    finally:
        fresh.drop()


def test_one_at_a_time_over_two_workers(common: Common) -> None:
    async def work() -> list[str]:
        seen: list[str] = []
        workers = [SharedLocks(common.url), SharedLocks(common.url)]

        async def one(worker: SharedLocks, who: str) -> None:
            async with worker.of("oefening"):
                seen.append(f"{who} in")
                await asyncio.sleep(0.02)
                seen.append(f"{who} uit")

        await asyncio.gather(*(one(workers[n % 2], str(n)) for n in range(6)))
        return seen

    seen = asyncio.run(work())
    assert len(seen) == 12
    assert all(seen[i].split()[0] == seen[i + 1].split()[0] for i in range(0, 12, 2))


def test_other_exercises_do_not_wait_and_a_long_wait_ends(common: Common) -> None:
    async def work() -> None:
        one, two = SharedLocks(common.url), SharedLocks(common.url, patience=0.2)
        async with one.of("a"):
            async with two.of("b"):
                pass
            with pytest.raises(Fault, match="oefening") as fault:
                async with two.of("a"):
                    pytest.fail("held by the other")
            assert fault.value.status == 503
        async with two.of("a"):
            pass

    asyncio.run(work())


def test_a_lock_is_free_when_its_holder_is_gone_and_taken_again_after_a_break(common: Common) -> None:
    async def work() -> None:
        one, two = SharedLocks(common.url), SharedLocks(common.url)
        async with one.of("a"):
            common.ask(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = %s"
                " AND datname = %s",
                "oefenouder-locks",
                common.name,
            )
            async with two.of("a"):
                pass
        async with one.of("a"):
            pass

    asyncio.run(work())


def test_locks_without_a_database() -> None:
    async def work() -> None:
        with pytest.raises(Fault, match="database"):
            async with SharedLocks("postgresql://postgres@127.0.0.1:1/x").of("a"):
                pytest.fail("nobody gave it")

    asyncio.run(work())
