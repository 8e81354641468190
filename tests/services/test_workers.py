"""Two workers on one PostgreSQL and one Redis: nothing is lost or doubled, whichever of them is asked."""

from __future__ import annotations

import http.client
import threading
import time
import urllib.error
from typing import Any

import pytest

from tests.e2e.serving import Browser
from tests.faults.making import CHOICE, TALK
from tests.services.conftest import Make
from tests.services.local import Common, Worker, at_once

GONE = (urllib.error.URLError, ConnectionError, http.client.HTTPException)
SOON_SECONDS = 15.0


def conversation(server: Worker) -> list[Any]:
    """Hold one conversation with all that can be done in it; give everything the page is told."""
    ask, path = server.browser.ask, server.begun()
    told = [server.say(path, 1), ask("POST", f"{path}/hint"), server.say(path, 2), server.say(path, 3)]
    told += [ask("POST", f"{path}/terug", {"nummer": 2}), server.say(path, 2)]
    told += [ask("POST", f"{path}/stop"), ask("GET", path), ask("GET", f"{path}/nabespreking")]
    found = [answer.json for answer in told]
    assert all(answer.status == 200 for answer in told), found
    found[-2].pop("id")
    return found


def test_the_same_answers_as_with_files(make: Make, first: Worker) -> None:
    alone = make().start()
    try:
        assert conversation(first) == conversation(alone)
    finally:
        alone.kill()


def test_one_conversation_moves_between_workers(first: Worker, second: Worker) -> None:
    path = first.begun()
    assert second.say(path, 1).status == 200
    assert first.say(path, 2).status == 200
    assert second.browser.ask("POST", f"{path}/terug", {"nummer": 2}).json["tekst"] == TALK[1]
    assert first.turns(path) == list(TALK[:1])
    assert first.say(path, 2).status == second.say(path, 3).status == 200
    assert first.turns(path) == second.turns(path) == list(TALK)
    reports = [server.browser.ask("GET", f"{path}/nabespreking").json for server in (first, second)]
    assert reports[0] == reports[1] and len(reports[0]["beurten"]) == 3
    lists = [server.browser.ask("GET", "/api/oefeningen").json for server in (first, second)]
    assert lists[0] == lists[1] and lists[0]["oefeningen"][0]["totaal"] is not None
    assert second.browser.ask("DELETE", path).status == 200
    assert first.browser.ask("GET", path).status == 404


def test_somebody_else_sees_nothing_at_the_other_worker(first: Worker, second: Worker) -> None:
    path = first.begun()
    stranger = Browser(second.browser.address)
    assert stranger.ask("GET", path).status == 404
    assert stranger.ask("POST", f"{path}/beurten", {"nummer": 1, "tekst": "Dag."}).status == 404


def test_the_same_turn_sent_to_both_at_once_counts_once(first: Worker, second: Worker) -> None:
    path = first.begun()
    for number in (1, 2):
        answers = at_once(lambda n=number: first.say(path, n), lambda n=number: second.say(path, n))
        assert [answer.status for answer in answers] == [200, 200]
        assert answers[0].json["ouder"] == answers[1].json["ouder"]
    assert first.turns(path) == list(TALK[:2])


def test_taking_back_and_speaking_at_once(first: Worker, second: Worker, common: Common) -> None:
    path = first.begun()
    first.say(path, 1)
    first.say(path, 2)
    back, said = at_once(
        lambda: first.browser.ask("POST", f"{path}/terug", {"nummer": 1}), lambda: second.say(path, 3)
    )
    assert back.status == 200 and said.status in (200, 409)
    assert first.turns(path) == second.turns(path) == []
    assert second.say(path, 1).status == 200


def test_many_trainees_who_are_sent_anywhere(first: Worker, second: Worker) -> None:
    def trainee(place: int) -> list[str]:
        mine = [Browser(server.browser.address) for server in (first, second)]
        mine[1].cookies = mine[0].cookies
        path = "/api/oefeningen/" + mine[0].ask("POST", "/api/oefeningen", CHOICE).json["id"]
        for number, text in enumerate(TALK, 1):
            said = {"nummer": number, "tekst": f"{text} ({place})"}
            assert mine[(place + number) % 2].ask("POST", f"{path}/beurten", said).status == 200
        return [turn["leraar"] for turn in mine[place % 2].ask("GET", path).json["beurten"]]

    kept = at_once(*(lambda place=place: trainee(place) for place in range(10)))
    assert kept == [[f"{text} ({place})" for text in TALK] for place in range(10)]


def test_killed_while_storing_a_turn(first: Worker, second: Worker, common: Common) -> None:
    path = first.begun()
    assert first.say(path, 1).status == 200
    with common.transaction() as held:
        held.execute("LOCK TABLE events IN EXCLUSIVE MODE")
        caught: list[BaseException] = []
        asking = threading.Thread(target=_caught, args=(caught, lambda: first.say(path, 2)))
        asking.start()
        _wait(lambda: common.ask("SELECT 1 FROM pg_locks WHERE NOT granted"))
        first.kill()
        asking.join(SOON_SECONDS)
    assert caught and isinstance(caught[0], GONE)
    assert second.turns(path) == list(TALK[:1])
    begun = time.monotonic()
    again = second.say(path, 2)
    assert again.status == 200 and again.json["leraar"] == TALK[1]
    assert time.monotonic() - begun < 5, "it waited for a lock of the killed worker"
    assert second.turns(path) == list(TALK[:2])
    first.start()
    assert first.say(path, 3).status == 200
    assert len(second.browser.ask("GET", f"{path}/nabespreking").json["beurten"]) == 3


@pytest.mark.parametrize("seconds", [0.01, 0.06])
def test_killed_at_some_moment_of_a_turn(first: Worker, second: Worker, seconds: float) -> None:
    path = first.begun()
    first.say(path, 1)
    asking = threading.Thread(target=_caught, args=([], lambda: first.say(path, 2)))
    asking.start()
    time.sleep(seconds)
    first.kill()
    asking.join(SOON_SECONDS)
    assert second.turns(path) in (list(TALK[:1]), list(TALK[:2]))
    assert second.say(path, 2).status == second.say(path, 3).status == 200
    assert second.turns(path) == list(TALK)


def test_the_database_breaks_off_all_connections(first: Worker, common: Common) -> None:
    path = first.begun()
    first.say(path, 1)
    common.ask(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()",
        common.name,
    )
    answers = [first.say(path, 2) for _ in range(4)]
    assert answers[-1].status == 200
    assert all("database" in answer.json["fout"] for answer in answers if answer.status != 200)
    assert first.turns(path) == list(TALK[:2])


def test_health_of_a_worker(first: Worker) -> None:
    answer = first.browser.ask("GET", "/api/gezond")
    assert (answer.status, answer.json) == (200, {"gezond": True})


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ({"OEFENOUDER_DATABASE": "postgresql://postgres@127.0.0.1:1/x"}, "PostgreSQL"),
        ({"OEFENOUDER_DATABASE": "mysql://u:geheim@127.0.0.1/x"}, "postgresql://"),
        ({"OEFENOUDER_REDIS": "redis://127.0.0.1:1/0"}, "Redis"),
    ],
)
def test_a_service_that_is_not_there(make: Make, common: Common, broken: dict[str, str], told: str) -> None:
    server = make(**{**common.env, **broken})
    server.launch()
    said = server.ended()
    assert told in said and "geheim" not in said
    assert len(said.strip().splitlines()) == 1


def _caught(errors: list[BaseException], job: Any) -> None:
    try:
        job()
    except GONE as error:
        errors.append(error)


def _wait(done: Any) -> None:
    limit = time.monotonic() + SOON_SECONDS
    while not done():
        assert time.monotonic() < limit
        time.sleep(0.05)
