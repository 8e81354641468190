"""A whole conversation with the real server, model and stores."""

from __future__ import annotations

import sqlite3
import subprocess
import threading

import pytest
from serving import COMMAND, ROOT, Browser, Server

pytestmark = pytest.mark.slow

CHOICE = {
    "gespreksvorm": "extra_gesprek",
    "oudertype": "boos",
    "casus": "sem_maandagmoe",
    "niveau": "makkelijk",
    "coaching": "live",
    "plan": 'rustig "blijven"\nen {luisteren}',
    "zaad": 3,
}
TALK = (
    "Fijn dat u er bent. Ik zou u terugbellen en dat heb ik niet gedaan. Dat spijt me.",
    "Ik hoor dat u daar boos over bent. Wat had u van mij verwacht?",
    "Ik zag dat Sem vier maandagen voor tien uur zijn hoofd op tafel legde. Herkent u dat?",
    "Hoe gaat het in het weekend bij u thuis?",
)


def begun(browser: Browser, **choice: object) -> str:
    answer = browser.ask("POST", "/api/oefeningen", {**CHOICE, **choice})
    assert answer.status == 201, answer.body
    return f"/api/oefeningen/{answer.json['id']}"


def said(browser: Browser, path: str, number: int, text: str):  # type: ignore[no-untyped-def]
    answer = browser.ask("POST", f"{path}/beurten", {"tekst": text, "nummer": number})
    assert answer.status == 200, answer.body
    return answer.json


def test_the_page_and_its_headers(browser: Browser) -> None:
    page = browser.ask("GET", "/")
    assert page.status == 200 and b"Oefenouder" in page.body
    assert "default-src 'self'" in page.headers["content-security-policy"]
    assert browser.ask("GET", "/main.js").headers["content-type"].startswith("text/javascript")
    assert browser.ask("GET", "/nee.js").json["fout"]
    assert browser.ask("GET", "/api/nee").json["fout"]
    assert browser.ask("GET", "/conversations/x/tracker").status == 404


def test_a_whole_conversation_over_a_restart(server: Server, browser: Browser) -> None:
    path = begun(browser)
    first = said(browser, path, 1, TALK[0])
    assert first["ouder"] and first["toestand"]["spanning"] < 1
    said(browser, path, 2, "Dat is uw eigen schuld.")
    back = browser.ask("POST", f"{path}/terug", {"nummer": 2}).json
    assert back["tekst"] == "Dat is uw eigen schuld." and len(back["beurten"]) == 1
    said(browser, path, 2, TALK[1])
    before = browser.ask("GET", path).json
    server.stop()
    server.start()
    assert browser.ask("GET", path).json == before
    assert before["keuze"]["plan"] == CHOICE["plan"]
    for number, text in enumerate(TALK[2:], 3):
        said(browser, path, number, text)
    assert browser.ask("POST", f"{path}/hint", {}).json["tekst"]
    assert browser.ask("POST", f"{path}/stop", {}).json == {"einde": "gestopt"}
    debrief = browser.ask("GET", f"{path}/nabespreking").json
    assert [turn["leraar"] for turn in debrief["beurten"]] == list(TALK)
    assert "excuses" in debrief["beurten"][0]["zetten"]
    page = browser.ask("GET", f"{path}/nabespreking.html")
    assert page.headers["content-type"] == "text/html; charset=utf-8" and b"<script" not in page.body


def test_the_same_seed_and_words_give_the_same_parent(browser: Browser) -> None:
    one, two = begun(browser), begun(browser)
    for number, text in enumerate(TALK, 1):
        assert said(browser, one, number, text)["ouder"] == said(browser, two, number, text)["ouder"]


@pytest.mark.parametrize(
    "text", ["/stop", '/start{"a":1}', "/restart", "<script>alert(1)</script>", "🙂", "terug"]
)
def test_every_text_gets_an_answer_and_comes_back_as_it_was(browser: Browser, text: str) -> None:
    path = begun(browser)
    assert said(browser, path, 1, text)["ouder"]
    (turn,) = browser.ask("GET", path).json["beurten"]
    assert turn["leraar"] == text


def test_a_very_long_turn_gets_an_answer(browser: Browser) -> None:
    assert said(browser, begun(browser), 1, "Wat merkt u thuis? " * 1052)["waarschuwing"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"tekst": "   ", "nummer": 1}, 422),
        ({"tekst": "x" * 20_001, "nummer": 1}, 413),
        ({"tekst": "Dag.", "nummer": 5}, 409),
        ({"nummer": 1}, 422),
        ({}, 422),
        (b"{", 400),
    ],
)
def test_wrong_input_is_one_dutch_line(browser: Browser, body: object, status: int) -> None:
    answer = browser.ask("POST", f"{begun(browser)}/beurten", body)
    assert answer.status == status and "\n" not in answer.json["fout"]


def test_a_double_submit_at_the_same_moment(browser: Browser) -> None:
    path, found = begun(browser), []
    jobs = [
        threading.Thread(target=lambda: found.append(said(browser, path, 1, TALK[0])["ouder"]))
        for _ in range(3)
    ]
    for job in jobs:
        job.start()
    for job in jobs:
        job.join()
    assert len(found) == 3 and len(set(found)) == 1
    assert len(browser.ask("GET", path).json["beurten"]) == 1


def test_other_browsers_and_other_sites(server: Server, browser: Browser) -> None:
    path = begun(browser)
    assert Browser(server.address).ask("GET", path).status == 404
    foreign = browser.ask("GET", path, headers={"Origin": "https://kwaad.nl"})
    assert foreign.status == 403 and foreign.json["fout"]


def test_removed_is_gone_from_both_files(server: Server, browser: Browser) -> None:
    path = begun(browser)
    said(browser, path, 1, "Dit is een heel bijzondere zin over Sem.")
    assert browser.ask("DELETE", path).status == 200
    assert browser.ask("GET", path).status == 404
    with sqlite3.connect(server.folder / "gesprekken.db") as db:
        kept = db.execute("SELECT count(*) FROM events WHERE data LIKE '%heel bijzondere zin%'").fetchone()
    assert kept == (0,)


def test_a_locked_file_loses_no_turn(server: Server, browser: Browser) -> None:
    path = begun(browser)
    lock = sqlite3.connect(server.folder / "gesprekken.db", isolation_level=None, check_same_thread=False)
    lock.execute("BEGIN EXCLUSIVE")
    threading.Timer(6, lambda: (lock.execute("ROLLBACK"), lock.close())).start()
    said(browser, path, 1, TALK[0])
    assert len(browser.ask("GET", path).json["beurten"]) == 1


def test_rasas_own_rest_channel(browser: Browser) -> None:
    def told(text: str) -> str:
        answer = browser.ask("POST", "/webhooks/rest/webhook", {"sender": "rest-proef", "message": text})
        return "\n".join(message["text"] for message in answer.json)

    assert "Welk gesprek" in told("hallo")
    told("2"), told("Karin"), told("sem")
    assert "Sem" in told("makkelijk")
    assert told(TALK[0])
    assert "teruggenomen" in told("terug")
    assert "nog niets gezegd" in told("nabespreking")


def test_no_words_of_a_conversation_in_the_log(server: Server, browser: Browser) -> None:
    said(browser, begun(browser), 1, "Zeldzaamwoord in een gewone beurt.")
    assert "Zeldzaamwoord" not in "".join(server.lines)


def test_a_port_in_use(server: Server) -> None:
    done = subprocess.run(
        [*COMMAND, "start", "--poort", str(server.port)], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 1 and "al in gebruik" in done.stderr and len(done.stderr.splitlines()) == 1
