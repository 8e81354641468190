"""Clocks that jump, exercises that are over, databases of an earlier version."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.faults.making import TALK, Server

Make = Callable[[Path], Server]
OLD = Path(__file__).resolve().parents[1] / "data" / "oud"
DAY = 24 * 3600


@pytest.mark.parametrize("seconds", [-400 * DAY, -3600, 3600, 400 * DAY])
def test_the_clock_jumps_in_mid_conversation(server: Server, seconds: int) -> None:
    path = server.begun()
    server.say(path, 1)
    server.fault(f"clock {seconds}")
    assert server.say(path, 2).status == 200
    assert server.turns(path) == list(TALK[:2])
    server.fault("")
    assert server.say(path, 3).status == 200
    assert server.turns(path) == list(TALK)


def dated(server: Server, name: str, days_ago: float) -> None:
    """Move an exercise and all its events in time."""
    moment = datetime.now().astimezone() - timedelta(days=days_ago)
    with sqlite3.connect(server.folder / "oefeningen.db") as db:
        db.execute("UPDATE exercises SET created = ? WHERE id = ?", (moment.isoformat(), name))
    with sqlite3.connect(server.folder / "gesprekken.db") as db:
        db.execute("UPDATE events SET timestamp = ? WHERE sender_id = ?", (moment.timestamp(), name))


def test_what_is_over_goes_at_the_start_with_every_byte(server: Server) -> None:
    old, new, future = server.begun(), server.begun(), server.begun()
    for path in (old, new, future):
        server.browser.ask("POST", f"{path}/beurten", {"tekst": f"Merkwoord{path[-24:]}", "nummer": 1})
    server.browser.ask("POST", "/webhooks/rest/webhook", {"sender": "oud", "message": "Restmerkwoord"})
    server.kill()
    for path, days in ((old, 31), (new, 29), (future, -500)):
        dated(server, path[-24:], days)
    dated(server, "rest:oud", 31)
    server.start("--bewaar-dagen", "30")
    listed = server.browser.ask("GET", "/api/oefeningen").json["oefeningen"]
    assert {row["id"] for row in listed} == {new[-24:], future[-24:]}
    everything = b"".join(file.read_bytes() for file in server.folder.iterdir())
    assert f"Merkwoord{old[-24:]}".encode() not in everything and b"Restmerkwoord" not in everything
    assert f"Merkwoord{new[-24:]}".encode() in everything
    assert all(row["datum"] < (datetime.now() + timedelta(days=2)).isoformat() for row in listed)
    assert server.browser.ask("GET", "/api/privacy").json == {"bewaar_dagen": 30}


@pytest.mark.parametrize("days", ["0", "-1", "4000"])
def test_a_period_that_cannot_be(make: Make, tmp_path: Path, days: str) -> None:
    server = make(tmp_path / "data")
    server.launch(f"--bewaar-dagen={days}")
    assert "--bewaar-dagen" in server.ended() and len(server.said.splitlines()) == 1


@pytest.mark.parametrize("expected", sorted(OLD.glob("verwacht_*.json")), ids=lambda path: path.stem)
def test_an_exercise_of_an_earlier_version_still_opens(make: Make, tmp_path: Path, expected: Path) -> None:
    version, wanted = expected.stem.removeprefix("verwacht_"), json.loads(expected.read_text("utf-8"))
    folder = tmp_path / "data"
    folder.mkdir()
    for name in ("gesprekken", "oefeningen"):
        with sqlite3.connect(folder / f"{name}.db") as db:
            db.executescript((OLD / f"{name}_{version}.sql").read_text("utf-8"))
    dated_now(folder)
    server = make(folder).start()
    as_then = {"Cookie": f"oefenouder={wanted['browser']}"}
    path = f"/api/oefeningen/{wanted['id']}"
    found = server.browser.ask("GET", path, headers=as_then).json
    assert [turn["leraar"] for turn in found["beurten"]] == wanted["leraar"]
    assert [turn["ouder"] for turn in found["beurten"]] == wanted["ouder"]
    assert found["einde"] == wanted["einde"]
    debrief = server.browser.ask("GET", f"{path}/nabespreking", headers=as_then)
    assert debrief.status == 200 and len(debrief.json["beurten"]) == len(wanted["leraar"])
    last = len(wanted["leraar"])
    back = server.browser.ask("POST", f"{path}/terug", {"nummer": last}, as_then)
    assert back.json["tekst"] == wanted["leraar"][-1]
    again = {"nummer": last, "tekst": "Wat merkt u thuis?"}
    assert server.browser.ask("POST", f"{path}/beurten", again, as_then).status == 200
    with sqlite3.connect(folder / "gesprekken.db") as db:
        assert db.execute("PRAGMA user_version").fetchone() == (1,)


def dated_now(folder: Path) -> None:
    """Give the stored exercise the date of today, or it would be removed once it is half a year old."""
    with sqlite3.connect(folder / "oefeningen.db") as db:
        db.execute("UPDATE exercises SET created = ?", (datetime.now().astimezone().isoformat(),))


def test_an_exercise_of_a_later_version_is_told_and_kept(server: Server) -> None:
    path = server.begun()
    with sqlite3.connect(server.folder / "gesprekken.db") as db:
        db.execute("UPDATE events SET data = replace(data, '\"formaat\": 1', '\"formaat\": 99')")
    answer = server.browser.ask("GET", path)
    assert answer.status == 409 and "nieuwere versie" in answer.json["fout"]
    assert len(server.browser.ask("GET", "/api/oefeningen").json["oefeningen"]) == 1
