"""The files under deploy/ as they are: nginx before two workers, and the nightly copy put back."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.storage.database import PostgresDatabase
from bot.storage.store import Row, Store
from tests.e2e.serving import ROOT, Browser, free_port
from tests.faults.making import CHOICE, TALK
from tests.services.local import Common, Worker

DEPLOY = ROOT / "deploy"


@pytest.fixture
def through_nginx(first: Worker, second: Worker, tmp_path: Path) -> Iterator[Browser]:
    """A browser before our nginx file; only its ports, name and certificate are other ones."""
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if nginx is None:
        pytest.skip("nginx is not installed")
    port = free_port()
    text = (DEPLOY / "nginx" / "oefenouder.conf").read_text(encoding="utf-8")
    text = text.replace("127.0.0.1:5101", f"127.0.0.1:{first.port}")
    text = text.replace("127.0.0.1:5102", f"127.0.0.1:{second.port}")
    text = re.sub(r"server \{\n    listen 80;.*?\n\}\n", "", text, flags=re.DOTALL)
    text = text.replace("listen 443 ssl http2;", f"listen 127.0.0.1:{port};")
    text = re.sub(r"    ssl_certificate.*\n", "", text).replace("oefenen.school.nl", "localhost")
    temp = "".join(
        f"{kind}_temp_path {tmp_path};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    file = tmp_path / "nginx.conf"
    file.write_text(
        f"pid {tmp_path}/pid; daemon off; events {{}} http {{ {temp}\n{text} }}", encoding="utf-8"
    )
    command = [nginx, "-p", str(tmp_path), "-c", str(file), "-e", str(tmp_path / "fouten.txt")]
    process = subprocess.Popen(command)
    browser = Browser(f"http://127.0.0.1:{port}")
    try:
        _until_answers(browser)
        yield browser
    finally:
        process.terminate()
        process.wait(10)


def _until_answers(browser: Browser) -> None:
    for _ in range(50):
        try:
            browser.ask("GET", "/api/privacy")
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail("nginx does not answer")


def test_a_talk_goes_on_when_either_worker_is_killed(
    through_nginx: Browser, first: Worker, second: Worker
) -> None:
    begun = through_nginx.ask("POST", "/api/oefeningen", CHOICE)
    assert begun.status == 201
    path = f"/api/oefeningen/{begun.json['id']}"
    for number, gone in ((1, None), (2, first), (3, second)):
        if gone:
            gone.kill()
        said = {"nummer": number, "tekst": TALK[number - 1]}
        assert through_nginx.ask("POST", f"{path}/beurten", said).status == 200
        if gone:
            gone.start()
            time.sleep(5.5)  # fail_timeout: nginx asks it again
    assert [turn["leraar"] for turn in through_nginx.ask("GET", path).json["beurten"]] == list(TALK)


def test_what_is_not_for_the_world(through_nginx: Browser) -> None:
    assert through_nginx.ask("GET", "/").status == 200
    assert through_nginx.ask("GET", "/api/gezond").status == 404
    assert through_nginx.ask("POST", "/webhooks/rest/webhook", {"sender": "x", "message": "y"}).status == 404


def test_the_copy_can_be_put_back(common: Common, tmp_path: Path) -> None:
    if shutil.which("pg_dump") is None:
        pytest.skip("pg_dump is not installed")
    store = Store(PostgresDatabase(common.url))
    store.add(Row("kopie", "wij", "2026-11-24T10:00:00", "Sem", "Karin de Wit"))
    env = {**os.environ, "OEFENOUDER_DATABASE": common.url}
    for day in range(15):
        (tmp_path / f"oefenouder-201001{day + 1:02}-000000.dump").touch()
        os.utime(tmp_path / f"oefenouder-201001{day + 1:02}-000000.dump", (day, day))
    done = subprocess.run(
        [DEPLOY / "reservekopie", tmp_path], env=env, capture_output=True, text=True, check=True
    )
    made = done.stdout.strip()
    assert len(list(tmp_path.iterdir())) == 14 and Path(made).stat().st_mode & 0o077 == 0
    store.remove("kopie")
    other = Common(common.name + "_terug")
    other.drop()
    other.make()
    try:
        subprocess.run(["pg_restore", "--no-owner", "-d", other.url, made], check=True, capture_output=True)
        assert Store(PostgresDatabase(other.url)).owns("wij", "kopie")
    finally:
        other.drop()
