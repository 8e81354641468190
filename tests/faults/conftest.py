"""Fixtures: the nursery once, and for each test a server on a data folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.serving import ensure_trained
from tests.faults.making import TALK, Nursery, Server


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests here start real servers."""
    for item in items:
        if Path(item.path).parent == Path(__file__).parent:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Train when needed, then start the process that forks servers."""
    if not hasattr(os, "fork"):
        pytest.skip("the fault suite forks its servers, which Windows cannot")
    ensure_trained(stale_will_do=True)
    made = Nursery.open()
    yield made
    made.close()


@pytest.fixture
def make(nursery: Nursery, tmp_path: Path) -> Iterator[Callable[[Path], Server]]:
    """Make a server on a data folder; after the test it is killed, and its log must hold no words."""
    made: list[Server] = []

    def one(folder: Path) -> Server:
        scratch = tmp_path / f"scratch{len(made)}"
        scratch.mkdir()
        made.append(Server(nursery, folder, scratch))
        return made[-1]

    yield one
    for server in made:
        server.kill()
        said = server.out.read_text(encoding="utf-8") if server.out.exists() else ""
        assert "Traceback" not in said, said
        assert not any(turn[:20] in said for turn in TALK), said


@pytest.fixture
def server(make: Callable[[Path], Server], tmp_path: Path) -> Server:
    """A server that is ready."""
    return make(tmp_path / "data").start()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 400 kB; skipped where it cannot be mounted."""
    place = tmp_path / "schijf"
    place.mkdir()
    mounted = sys.platform == "linux" and os.geteuid() == 0
    command = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(place)]
    if not mounted or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("a small disk can only be mounted by root on Linux")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)
