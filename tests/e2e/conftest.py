"""Fixtures: a trained model, one server for all tests, a browser for each."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator

import pytest
from serving import COMMAND, ROOT, TRAIN_SECONDS, Browser, Server, free_port


@pytest.fixture(scope="session")
def trained() -> None:
    """Train when the model is not up to date."""
    env = {**os.environ, "PYTHONUNBUFFERED": "1"}
    done = subprocess.run(
        [*COMMAND, "train"],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        timeout=TRAIN_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]


@pytest.fixture(scope="session")
def server(trained: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests."""
    made = Server(tmp_path_factory.mktemp("data"), free_port())
    made.start()
    yield made
    made.stop()


@pytest.fixture
def browser(server: Server) -> Browser:
    return Browser(server.address)
