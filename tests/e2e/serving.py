"""A real server with the trained model, on a free port."""

from __future__ import annotations

import json
import os
import queue
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any

import pytest

from bot.project import MODEL, is_trained

ROOT = Path(__file__).resolve().parents[2]
READY_SECONDS = 240
TRAIN_SECONDS = 900
INJECT = ROOT / "tests" / "faults" / "inject"
COMMAND = [sys.executable, "-c", "from bot.cli import main; main()"]


@dataclass
class Answer:
    """What the server said."""

    status: int
    body: bytes
    headers: dict[str, str]

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Browser:
    """A browser with its own cookies."""

    address: str
    cookies: CookieJar = field(default_factory=CookieJar)

    def ask(self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None) -> Answer:
        data = body if isinstance(body, bytes) else None if body is None else json.dumps(body).encode()
        made = urllib.request.Request(self.address + path, data, headers or {}, method=method)
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        try:
            with opener.open(made, timeout=60) as found:
                return Answer(found.status, found.read(), {k.lower(): v for k, v in found.headers.items()})
        except urllib.error.HTTPError as error:
            return Answer(error.code, error.read(), {k.lower(): v for k, v in error.headers.items()})


@dataclass
class Server:
    """`oefenouder start` as a process that can be stopped and started again."""

    folder: Path
    port: int
    process: subprocess.Popen[str] | None = None
    lines: list[str] = field(default_factory=list)
    net: Path | None = None
    """Where attempts to reach another computer are written (and refused); None: nobody watches."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> float:
        """Start and wait for the ready line; give the seconds it took."""
        arguments = ["start", "--geen-browser", "--poort", str(self.port), "--data-map", str(self.folder)]
        begun = time.monotonic()
        self.process = subprocess.Popen(
            [*COMMAND, *arguments],
            cwd=ROOT,
            env={**os.environ, **watched(self.net)},
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        heard: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=self._listen, args=(heard,), daemon=True).start()
        while True:
            line = heard.get(timeout=READY_SECONDS)
            assert line is not None, "".join(self.lines)
            if self.address in line:
                return time.monotonic() - begun

    def _listen(self, heard: queue.Queue[str | None]) -> None:
        assert self.process is not None and self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line)
            heard.put(line)
        heard.put(None)

    def stop(self) -> None:
        """Stop as Ctrl+C does."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()


def ensure_trained(stale_will_do: bool = False) -> None:
    """Train when the model is not up to date; with OEFENOUDER_ZONDER_MODEL skip the test instead.

    With `stale_will_do` any model suffices then, for tests to which it does not matter what the parent says.
    """
    if os.environ.get("OEFENOUDER_ZONDER_MODEL"):
        if not (is_trained() or (stale_will_do and MODEL.is_file())):
            pytest.skip("the model is not up to date and may not be trained now")
        return
    done = subprocess.run(
        [*COMMAND, "train"], cwd=ROOT, capture_output=True, text=True, timeout=TRAIN_SECONDS, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]


def watched(net: Path | None) -> dict[str, str]:
    """Give the environment in which a Python process writes its attempts to reach another computer."""
    paths = os.pathsep.join([str(INJECT), *filter(None, [os.environ.get("PYTHONPATH")])])
    return {"PYTHONPATH": paths, "OEFENOUDER_TEST_NET": str(net)} if net else {}


def attempts(net: Path) -> list[str]:
    """Give the attempts to reach another computer that were written down."""
    return [line for line in net.read_text("utf-8").splitlines() if not line.startswith("watching")]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
