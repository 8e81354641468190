"""Fixtures: a trained model, one server for all tests, a browser for each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from serving import Browser, Server, attempts, ensure_trained, free_port


@pytest.fixture(scope="session")
def trained() -> None:
    """Train when the model is not up to date."""
    ensure_trained()


@pytest.fixture(scope="session")
def server(trained: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests; after all of them, restarts included, it must not have called outside."""
    net = tmp_path_factory.mktemp("net") / "buiten.txt"
    made = Server(tmp_path_factory.mktemp("data"), free_port(), net=net)
    made.start()
    yield made
    made.stop()
    assert attempts(net) == []


@pytest.fixture
def browser(server: Server) -> Browser:
    return Browser(server.address)
