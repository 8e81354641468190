"""kill -9 at any moment: after a restart no turn is lost, doubled or half there."""

from __future__ import annotations

import http.client
import urllib.error

import pytest

from tests.faults.making import TALK, Server

GONE = (urllib.error.URLError, ConnectionError, http.client.HTTPException)


@pytest.mark.parametrize(
    ("moment", "kept"),
    [
        ("kill-at SELECT", 1),
        ("kill-at INSERT", 1),
        ("kill-before-commit INSERT", 1),
        ("kill-after-commit INSERT", 2),
        ("", 2),
    ],
    ids=["before", "while storing", "before it is kept", "before the answer", "after the answer"],
)
def test_killed_around_a_turn(server: Server, moment: str, kept: int) -> None:
    path = server.begun()
    assert server.say(path, 1).status == 200
    server.fault(moment)
    if moment:
        with pytest.raises(GONE):
            server.say(path, 2)
    else:
        assert server.say(path, 2).status == 200
    server.kill()
    server.start()
    assert server.turns(path) == list(TALK[:kept])
    again = server.say(path, 2)
    assert again.status == 200 and again.json["leraar"] == TALK[1]
    assert server.say(path, 3).status == 200
    assert server.turns(path) == list(TALK)
    assert len(server.browser.ask("GET", f"{path}/nabespreking").json["beurten"]) == 3


def test_killed_while_beginning(server: Server) -> None:
    server.fault("kill-after-commit INSERT")
    with pytest.raises(GONE):
        server.begun()
    server.kill()
    server.start()
    path = server.begun()
    assert server.say(path, 1).status == 200
    assert len(server.browser.ask("GET", "/api/oefeningen").json["oefeningen"]) == 1


def test_killed_while_removing(server: Server) -> None:
    path = server.begun()
    server.say(path, 1)
    server.fault("kill-after-commit DELETE")
    with pytest.raises(GONE):
        server.browser.ask("DELETE", path)
    server.kill()
    server.start()
    assert server.browser.ask("GET", path).status == 404
    assert server.browser.ask("GET", "/api/oefeningen/export").status == 200
    assert server.browser.ask("DELETE", path).status == 200
    assert server.browser.ask("GET", "/api/oefeningen").json == {"oefeningen": []}


def test_killed_while_taking_back(server: Server) -> None:
    path = server.begun()
    for number in (1, 2):
        server.say(path, number)
    server.fault("kill-before-commit INSERT")
    with pytest.raises(GONE):
        server.browser.ask("POST", f"{path}/terug", {"nummer": 2})
    server.kill()
    server.start()
    assert server.turns(path) == list(TALK[:2])
    assert server.browser.ask("POST", f"{path}/terug", {"nummer": 2}).json["tekst"] == TALK[1]
    assert server.turns(path) == list(TALK[:1])
