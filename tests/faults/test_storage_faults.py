"""The disk and the databases fail: one clear Dutch line, nothing lost, and it goes on when the fault is over."""

from __future__ import annotations

import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.faults.making import TALK, Server

Make = Callable[[Path], Server]
GARBAGE = b"dit is geen database " * 2000


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold an exclusive lock from another process than the server's."""
    db = sqlite3.connect(file, isolation_level=None)
    db.execute("BEGIN EXCLUSIVE")
    yield
    db.execute("ROLLBACK")
    db.close()


def line(answer: Any, status: int = 503) -> str:
    assert answer.status == status, answer.body
    told: str = answer.json["fout"]
    assert told and "\n" not in told
    return told


@pytest.mark.parametrize("name", ["gesprekken.db", "oefeningen.db"])
def test_a_file_another_program_holds(server: Server, name: str) -> None:
    path = server.begun()
    server.say(path, 1)
    with locked(server.folder / name):
        assert "bezet" in line(server.say(path, 2))
        assert "bezet" in line(server.browser.ask("GET", path))
        assert "bezet" in line(server.browser.ask("POST", "/api/oefeningen", server_choice()))
    assert server.say(path, 2).status == 200
    assert server.turns(path) == list(TALK[:2])


def server_choice() -> dict[str, str]:
    return {"gespreksvorm": "extra_gesprek", "oudertype": "boos", "casus": "sem_maandagmoe"}


def test_a_lock_that_comes_after_reading_loses_nothing(server: Server) -> None:
    """A writer may be refused after the conversation was read: a shared lock of somebody who reads."""
    path = server.begun()
    server.say(path, 1)
    reader = sqlite3.connect(server.folder / "gesprekken.db", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM events").fetchone()
    assert "bezet" in line(server.say(path, 2))
    reader.execute("ROLLBACK")
    reader.close()
    assert server.turns(path) == list(TALK[:1])
    assert server.say(path, 2).status == 200
    assert server.turns(path) == list(TALK[:2])


def test_a_full_disk(make: Make, small_disk: Path) -> None:
    server = make(small_disk / "data").start()
    path = server.begun()
    server.say(path, 1)
    filler = small_disk / "vol"
    with pytest.raises(OSError, match="No space"):
        filler.write_bytes(b"x" * 1_000_000)
    assert "schijf" in line(server.say(path, 2))
    assert server.turns(path) == list(TALK[:1])
    filler.unlink()
    assert server.say(path, 2).status == 200
    server.kill()
    assert server.start().turns(path) == list(TALK[:2])


def test_a_file_that_may_not_grow(make: Make, tmp_path: Path) -> None:
    server = make(tmp_path / "data").start()
    path = server.begun()
    server.kill()
    server.most_bytes = max(file.stat().st_size for file in server.folder.iterdir()) + 8_192
    server.start()
    number, answer = 0, None
    while answer is None or answer.status == 200:
        number += 1
        answer = server.browser.ask("POST", f"{path}/beurten", {"tekst": said(number), "nummer": number})
    assert "schijf" in line(answer)
    server.kill()
    server.most_bytes = None
    server.start()
    assert server.turns(path) == [said(n).strip() for n in range(1, number)]
    assert server.browser.ask("POST", f"{path}/beurten", {"tekst": "Verder.", "nummer": number}).status == 200


def said(number: int) -> str:
    """Give a long turn, for the disk to be full soon."""
    return f"Beurt {number}. " + "Wat merkt u thuis? " * 50


def test_too_little_room_to_start_is_one_line(make: Make, tmp_path: Path) -> None:
    server = make(tmp_path / "data")
    server.most_bytes = 1_000
    server.launch()
    assert "schijf is vol" in server.ended().splitlines()[-1]


def test_a_file_held_at_the_start_is_one_line(server: Server) -> None:
    server.kill()
    with locked(server.folder / "oefeningen.db"):
        server.launch()
        assert "bezet" in server.ended().splitlines()[-1]


def test_a_folder_that_becomes_read_only(make: Make, small_disk: Path) -> None:
    server = make(small_disk / "data").start()
    path = server.begun()
    server.say(path, 1)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert "geschreven" in line(server.say(path, 2))
    assert server.turns(path) == list(TALK[:1])
    server.kill()
    server.launch()
    assert "--data-map" in server.ended()
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    server.start()
    assert server.say(path, 2).status == 200


@pytest.mark.parametrize("name", ["gesprekken.db", "oefeningen.db"])
def test_a_damaged_file_at_the_start(server: Server, name: str) -> None:
    path = server.begun()
    server.say(path, 1)
    server.kill()
    (server.folder / name).write_bytes(GARBAGE)
    server.start()
    assert f"Het bestand {name} was beschadigd" in server.said
    (kept,) = server.folder.glob(f"{name}.beschadigd-*")
    assert kept.read_bytes() == GARBAGE and kept.stat().st_mode & 0o077 == 0
    line(server.browser.ask("GET", path), 404)
    assert server.browser.ask("GET", "/api/oefeningen").status == 200
    assert server.browser.ask("GET", "/api/oefeningen/export").status == 200
    assert server.say(server.begun(), 1).status == 200


@pytest.mark.parametrize("name", ["gesprekken.db", "oefeningen.db"])
def test_a_file_damaged_while_running(server: Server, name: str) -> None:
    path = server.begun()
    server.say(path, 1)
    sound = (server.folder / name).read_bytes()
    (server.folder / name).write_bytes(GARBAGE)
    assert "beschadigd" in line(server.say(path, 2))
    (server.folder / name).write_bytes(sound)
    assert server.say(path, 2).status == 200
    assert server.turns(path) == list(TALK[:2])


def test_a_slow_disk(server: Server) -> None:
    path = server.begun()
    server.fault("slow 0.2")
    assert server.say(path, 1).status == 200
    assert server.turns(path) == list(TALK[:1])
