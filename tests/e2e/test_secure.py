"""What somebody else can do: another browser, another website, another channel, a flood."""

from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Iterator

import pytest
from serving import Browser, Server
from test_server import TALK, begun, said

pytestmark = pytest.mark.slow

ALL = (
    ("GET", ""),
    ("POST", "/beurten"),
    ("POST", "/terug"),
    ("POST", "/hint"),
    ("POST", "/stop"),
    ("GET", "/nabespreking"),
    ("GET", "/nabespreking.html"),
    ("POST", "/oneens"),
    ("DELETE", "/oneens/1/welkom"),
    ("POST", "/opnieuw"),
    ("POST", "/andere-ouders"),
    ("DELETE", ""),
)
BODY = {"nummer": 2, "tekst": "Dag.", "beurt": 1, "label": "welkom", "reden": "nee", "vanaf": 1}
HEADERS = ("content-security-policy", "x-content-type-options", "x-frame-options", "referrer-policy")


@pytest.fixture
def mine(browser: Browser) -> Iterator[str]:
    """An exercise of this browser that must be the same after the test."""
    path = begun(browser)
    said(browser, path, 1, TALK[0])
    before = browser.ask("GET", path).json
    yield path
    assert browser.ask("GET", path).json == before


@pytest.mark.parametrize(("method", "end"), ALL)
def test_nobody_else_reads_or_changes_an_exercise(server: Server, mine: str, method: str, end: str) -> None:
    other = Browser(server.address)
    begun(other)
    answer = other.ask(method, mine + end, BODY if method == "POST" else None)
    assert answer.status == 404 and TALK[0].encode() not in answer.body


def test_somebody_elses_list_and_export_are_empty(server: Server, mine: str) -> None:
    other = Browser(server.address)
    assert other.ask("GET", "/api/oefeningen").json == {"oefeningen": []}
    assert other.ask("GET", "/api/oefeningen/export").json["oefeningen"] == []
    assert other.ask("DELETE", "/api/oefeningen").status == 200


@pytest.mark.parametrize(
    "message",
    ["nabespreking", "terug", "/stop", "Dat is uw schuld.", '/start{"oudertype": "boos"}', "/restart"],
)
@pytest.mark.parametrize("before", ["", "rest:", "oefenouder:"])
def test_rest_reaches_no_exercise_of_the_page(server: Server, mine: str, message: str, before: str) -> None:
    """Rasa's REST channel with the id of an exercise as sender (`mine` checks that nothing changed)."""
    name = before + mine.rsplit("/", 1)[1]
    other = Browser(server.address)
    answer = other.ask("POST", "/webhooks/rest/webhook?stream=true", {"sender": name, "message": message})
    assert answer.status == 200 and all(line["recipient_id"] == name for line in answer.json)
    assert TALK[0].encode() not in answer.body


@pytest.mark.parametrize(
    "body", [{"sender": 7, "message": "Dag"}, {"sender": "", "message": "Dag"}, {"sender": "x" * 101, "message": "x"},
             {"sender": "a", "message": " "}, {"sender": "a"}, {"sender": "a", "message": "x" * 20_001}, b"{", b"[]"],
)  # fmt: skip
def test_rest_refuses_what_is_no_message(browser: Browser, body: object) -> None:
    answer = browser.ask("POST", "/webhooks/rest/webhook", body)
    assert answer.status in (400, 413, 422) and "\n" not in answer.json["fout"]


@pytest.mark.parametrize(
    "path",
    ["/version", "/status", "/domain", "/model", "/model/parse", "/model/train", "/conversations/x/tracker",
     "/conversations/x/tracker/events", "/conversations/x/messages", "/conversations/x/execute",
     "/conversations/x/trigger_intent", "/webhooks/callback/webhook", "/webhooks/socketio/", "/socket.io/"],
)  # fmt: skip
def test_the_open_api_of_rasa_is_closed(browser: Browser, path: str) -> None:
    for method in ("GET", "POST", "PUT", "DELETE"):
        assert browser.ask(method, path, {} if method != "GET" else None).status in (404, 405)


@pytest.mark.parametrize("path", ["/", "/main.js", "/api/keuzes", "/api/nee", "/nee", "/webhooks/rest/"])
def test_every_answer_has_the_headers_and_lets_no_other_site_read(browser: Browser, path: str) -> None:
    for method in ("GET", "PUT"):
        answer = browser.ask(method, path, {} if method == "PUT" else None)
        assert all(name in answer.headers for name in HEADERS)
        assert not [name for name in answer.headers if name.startswith("access-control-")]


@pytest.mark.parametrize("path", ["/", "/api/keuzes", "/nee", "/webhooks/rest/webhook"])
@pytest.mark.parametrize(
    "headers",
    [{"Host": "kwaad.nl"}, {"Host": "127.0.0.1.kwaad.nl:5005"}, {"Host": "[kwaad"}, {"Origin": "https://kwaad.nl"},
     {"Origin": "null"}, {"Origin": "http://127.0.0.1:1"}],
)  # fmt: skip
def test_other_names_and_other_sites_are_refused(
    browser: Browser, path: str, headers: dict[str, str]
) -> None:
    answer = browser.ask("POST" if "webhook" in path else "GET", path, None, headers)
    assert answer.status == 403 and answer.json["fout"] and HEADERS[0] in answer.headers


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "LOCALHOST."])
def test_our_own_names_are_known(server: Server, browser: Browser, host: str) -> None:
    assert browser.ask("GET", "/api/keuzes", headers={"Host": f"{host}:{server.port}"}).status == 200


@pytest.mark.parametrize(
    "raw",
    [b"ONZIN\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n", b"GET /%ff%fe HTTP/1.1\r\nHost: localhost\r\n\r\n",
     b"POST /api/oefeningen HTTP/1.1\r\nHost: localhost\r\nContent-Length: veel\r\n\r\n"],
)  # fmt: skip
def test_a_broken_request_is_refused_with_the_headers(server: Server, raw: bytes) -> None:
    with socket.create_connection(("127.0.0.1", server.port), 5) as line:
        line.sendall(raw)
        answer = line.recv(4000)
    assert answer.split()[1].startswith(b"4") and b"Content-Security-Policy" in answer


def test_a_body_that_is_too_big(browser: Browser, mine: str) -> None:
    answer = browser.ask("POST", f"{mine}/beurten", b"x" * 500_000)
    assert answer.status == 413 and answer.json["fout"] and HEADERS[0] in answer.headers


def test_html_is_never_executed(browser: Browser) -> None:
    path = begun(browser, plan="<img src=x onerror=alert(1)>")
    said(browser, path, 1, "<script>alert(1)</script> Wat merkt u thuis?")
    page = browser.ask("GET", f"{path}/nabespreking.html")
    assert b"<script" not in page.body and b"<img" not in page.body
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert browser.ask("GET", path).headers["content-type"].startswith("application/json")


def test_the_cookie_is_unguessable_and_out_of_reach(browser: Browser) -> None:
    answer = browser.ask("POST", "/api/oefeningen", {"gespreksvorm": "extra_gesprek", "oudertype": "boos",
                                                      "casus": "sem_maandagmoe"})  # fmt: skip
    (cookie,) = browser.cookies
    assert len(cookie.value or "") >= 43 and len(answer.json["id"]) >= 24
    flags = answer.headers["set-cookie"].lower()
    assert "httponly" in flags and "samesite=strict" in flags


def test_a_flood_from_one_browser_is_slowed_and_others_are_not(server: Server, mine: str) -> None:
    flood = Browser(server.address)
    begun(flood)
    (cookie,) = flood.cookies
    line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    answers = []
    for _ in range(800):  # over one connection, to be faster than what is allowed
        line.request("POST", "/api/voorbereiding", b"{}", {"Cookie": f"{cookie.name}={cookie.value}"})
        answer = line.getresponse()
        answers.append((answer.status, answer.read()))
    line.close()
    slowed = [body for status, body in answers if status == 429]
    assert slowed and json.loads(slowed[0])["fout"]
    assert Browser(server.address).ask("POST", "/api/voorbereiding", {}).status == 422
