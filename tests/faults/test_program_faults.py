"""A part of the program is gone or broken: the action server of the stock commands, the model."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml

from bot.project import MODEL
from tests.e2e.serving import ROOT, free_port
from tests.faults.making import TALK, Server

Make = Callable[[Path], Server]


@pytest.mark.parametrize("content", [b"", b"dit is geen model", "half"])
def test_a_broken_model_is_told_in_one_line(make: Make, tmp_path: Path, content: bytes | str) -> None:
    model = tmp_path / "model.tar.gz"
    whole = MODEL.read_bytes()
    model.write_bytes(whole[: len(whole) // 2] if isinstance(content, str) else content)
    server = make(tmp_path / "data")
    server.launch(model=str(model))
    assert "--opnieuw" in server.ended().splitlines()[-1]


@contextmanager
def action_server(port: int) -> Iterator[None]:
    """The stock action server, ready."""
    process = subprocess.Popen(
        [sys.executable, "-m", "rasa_sdk", "--actions", "actions", "--port", str(port)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "SANIC_HOST": "127.0.0.1"},
    )
    limit = time.monotonic() + 60
    try:
        while not _answers(port) and time.monotonic() < limit:
            time.sleep(0.2)
        yield
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait(10)


def _answers(port: int) -> bool:
    import urllib.request

    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=1) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def test_stock_rasa_whose_action_server_goes_and_comes_back(make: Make, tmp_path: Path) -> None:
    actions, server = free_port(), make(tmp_path / "data")
    endpoints = yaml.safe_load((ROOT / "endpoints.yml").read_text("utf-8"))
    endpoints["action_endpoint"]["url"] = f"http://127.0.0.1:{actions}/webhook"
    endpoints["tracker_store"]["db"] = str(tmp_path / "gesprekken.db")
    credentials = yaml.safe_load((ROOT / "credentials.yml").read_text("utf-8"))
    credentials["bot.channel.page.PageInput"] = {"data_map": str(tmp_path / "data")}
    for name, data in (("endpoints.yml", endpoints), ("credentials.yml", credentials)):
        (tmp_path / name).write_text(yaml.safe_dump(data), encoding="utf-8")
    command = ["run", "-i", "127.0.0.1", "-p", str(server.port), "-m", str(MODEL),
               "--endpoints", str(tmp_path / "endpoints.yml"), "--credentials", str(tmp_path / "credentials.yml")]  # fmt: skip
    server.launch(rasa=command, cwd=str(ROOT))
    server._await(lambda: _listens(server))
    refused = server.browser.ask("POST", "/api/oefeningen", {"gespreksvorm": "extra_gesprek", "oudertype": "boos",
                                                             "casus": "sem_maandagmoe"})  # fmt: skip
    assert refused.status == 503 and "\n" not in refused.json["fout"]
    with action_server(actions):
        path = server.begun()
        assert server.say(path, 1).status == 200
    refused = server.say(path, 2)
    assert refused.status == 503 and "stuur hem nog een keer" in refused.json["fout"]
    assert server.turns(path) == list(TALK[:1])
    with action_server(actions):
        assert server.say(path, 2).status == 200
        assert server.turns(path) == list(TALK[:2])


def _listens(server: Server) -> bool:
    try:
        return bool(server.browser.ask("GET", "/api/keuzes").status == 200)
    except OSError:
        return False
