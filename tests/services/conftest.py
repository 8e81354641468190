"""Fixtures: a database of our own on the real PostgreSQL, and two workers behind one list of exercises."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.serving import ensure_trained
from tests.faults.making import TALK
from tests.services.local import Common, Worker, WorkerNursery, missing


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests here need other programs."""
    for item in items:
        if Path(item.path).parent == Path(__file__).parent:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def common() -> Iterator[Common]:
    """A new database; skipped, with the reason, when PostgreSQL or Redis is not on this computer."""
    reason = missing()
    if reason:
        pytest.skip(reason)
    made = Common()
    made.drop()
    made.make()
    yield made
    made.drop()


@pytest.fixture(scope="session")
def nursery(common: Common) -> Iterator[WorkerNursery]:
    """Train when needed, then start the process that forks workers."""
    if not hasattr(os, "fork"):
        pytest.skip("these tests fork their servers, which Windows cannot")
    ensure_trained(stale_will_do=True)
    made = WorkerNursery.open()
    yield made
    made.close()


Make = Callable[..., Worker]


@pytest.fixture(scope="session")
def make(nursery: WorkerNursery, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Make]:
    """Make a server with this environment; in the end it is killed, and its log must hold no words."""
    made: list[Worker] = []

    def one(**env: str) -> Worker:
        scratch = tmp_path_factory.mktemp("worker")
        server = Worker(nursery, scratch / "data", scratch)
        server.env = env
        made.append(server)
        return server

    yield one
    for server in made:
        server.kill()
        said = server.out.read_text(encoding="utf-8") if server.out.exists() else ""
        assert "Traceback" not in said, said
        assert not any(turn[:20] in said for turn in TALK), said


@pytest.fixture(scope="session")
def workers(make: Make, common: Common) -> tuple[Worker, Worker]:
    """Two workers and one browser that is sent to either, as nginx would."""
    one, two = make(**common.env), make(**common.env)
    one.launch()
    two.launch()
    for server in (one, two):
        server._await(lambda server=server: "is klaar" in server.said)
        assert server.alive, server.said
    two.browser.cookies = one.browser.cookies
    return one, two


@pytest.fixture
def first(workers: tuple[Worker, Worker]) -> Worker:
    """The first worker, alive: a test before may have killed it."""
    return workers[0] if workers[0].pid else workers[0].start()


@pytest.fixture
def second(workers: tuple[Worker, Worker]) -> Worker:
    """The second worker."""
    return workers[1]
