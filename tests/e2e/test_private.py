"""Nothing leaves this computer, and nothing of what was said ends up anywhere but in the databases."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from serving import COMMAND, ROOT, TRAIN_SECONDS, Browser, Server, attempts, watched
from test_server import CHOICE, begun, said

pytestmark = pytest.mark.slow

MARK = "Zeldzaamwoord"
DATABASES = {"gesprekken.db", "oefeningen.db"}


def talked(browser: Browser) -> str:
    """Have a conversation with everything in it; give its address."""
    path = begun(browser, plan=f"Mijn plan: {MARK}")
    said(browser, path, 1, f"Fijn dat u er bent, mevrouw {MARK}.")
    said(browser, path, 2, f"Ik belde Pieter {MARK} op 06-12345678. Wat merkt u thuis?")
    browser.ask("POST", f"{path}/terug", {"nummer": 2})
    browser.ask("POST", f"{path}/hint", {})
    browser.ask("POST", f"{path}/stop", {})
    for end in ("nabespreking", "nabespreking.html"):
        assert browser.ask("GET", f"{path}/{end}").status == 200
    browser.ask("POST", f"{path}/oneens", {"beurt": 1, "label": "welkom", "reden": MARK})
    browser.ask("POST", f"{path}/andere-ouders", {})
    assert browser.ask("GET", "/api/oefeningen/export").status == 200
    return path


def test_the_watch_sees_and_refuses_another_computer(tmp_path: Path) -> None:
    net = tmp_path / "buiten.txt"
    code = "import socket, urllib.request as u; socket.create_connection(('192.0.2.1', 80), 1)"
    tried = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **watched(net)}, capture_output=True, text=True
    )
    assert tried.returncode == 1 and "refused by the test" in tried.stderr
    assert any("192.0.2.1" in line for line in attempts(net))
    tried = subprocess.run(
        [sys.executable, "-c", "import urllib.request as u; u.urlopen('http://example.com')"],
        env={**os.environ, **watched(net)},
        capture_output=True,
        text=True,
    )
    assert tried.returncode == 1 and any("getaddrinfo example.com" in line for line in attempts(net))


def test_no_connection_to_outside(server: Server, browser: Browser) -> None:
    """From the start of the server on: loading, the page, a conversation, its debrief (and see conftest.py)."""
    assert browser.ask("GET", "/").status == 200
    talked(browser)
    assert server.net is not None and "watching" in server.net.read_text("utf-8")
    assert attempts(server.net) == []


def test_no_words_in_the_log_or_in_other_files(server: Server, browser: Browser) -> None:
    path = talked(browser)
    group = browser.ask("POST", "/api/groepen", CHOICE).json
    joined = {"bijnaam": MARK, "akkoord": True, "heel_gesprek": True, "plan": MARK}
    made = browser.ask("POST", f"/api/groepen/{group['code']}/deelname", joined)
    assert made.status == 201, made.body
    browser.ask("POST", f"/api/groepen/{group['code']}/deelname", {**joined, "bijnaam": MARK * 50})
    browser.ask("POST", f"{path}/beurten", f'{{"tekst": "{MARK}'.encode())
    browser.ask("POST", f"{path}/beurten", {"tekst": MARK * 2000, "nummer": 3})
    browser.ask("GET", f"/api/oefeningen/{MARK}")
    browser.ask("POST", "/webhooks/rest/webhook", {"sender": MARK, "message": MARK})
    browser.ask("POST", "/webhooks/rest/webhook", {"sender": MARK, "message": {"text": MARK}})
    assert MARK not in "".join(server.lines)
    others = [file for file in server.folder.rglob("*") if file.is_file() and file.name not in DATABASES]
    assert [file for file in others if MARK.encode() in file.read_bytes()] == []


def test_what_is_removed_is_in_no_byte_of_any_file(server: Server, browser: Browser) -> None:
    path = begun(browser, plan="Bijzonderwoord in het plan")
    said(browser, path, 1, "Bijzonderwoord in een beurt. " * 300)
    browser.ask("POST", f"{path}/oneens", {"beurt": 1, "label": "welkom", "reden": "Bijzonderwoord"})
    assert any(b"Bijzonderwoord" in file.read_bytes() for file in server.folder.iterdir())
    assert browser.ask("DELETE", path).status == 200
    assert [file for file in server.folder.iterdir() if b"Bijzonderwoord" in file.read_bytes()] == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions; a user's own folder is closed")
def test_only_this_user_can_read_the_data(server: Server, browser: Browser) -> None:
    begun(browser)
    assert server.folder.stat().st_mode & 0o077 == 0
    assert [file.name for file in server.folder.iterdir() if file.stat().st_mode & 0o077] == []


@pytest.mark.skipif(
    not os.environ.get("OEFENOUDER_TEST_TRAIN"), reason="takes minutes; set OEFENOUDER_TEST_TRAIN=1 to run it"
)
def test_training_needs_no_connection(tmp_path: Path) -> None:
    """Both the analysis and `rasa train`, in a copy of the clone so that its models stay as they are."""
    for name in ("bot", "actions", "data", "config.yml", "domain.yml", "endpoints.yml", "credentials.yml"):
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, tmp_path / name)
    net = tmp_path / "buiten.txt"
    done = subprocess.run(
        [*COMMAND, "train"],
        cwd=tmp_path,
        env={**os.environ, **watched(net)},
        capture_output=True,
        text=True,
        timeout=TRAIN_SECONDS,
    )
    assert done.returncode == 0, done.stdout[-1000:] + done.stderr[-1000:]
    assert (tmp_path / "models" / "oefenouder.tar.gz").is_file()
    assert attempts(net) == []
