"""Servers of the nursery, and the faults to make in them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.e2e.serving import ROOT, Browser, free_port

CHOICE = {
    "gespreksvorm": "extra_gesprek",
    "oudertype": "boos",
    "casus": "sem_maandagmoe",
    "niveau": "makkelijk",
    "zaad": 3,
}
TALK = (
    "Fijn dat u er bent. Ik zou u terugbellen en dat heb ik niet gedaan. Dat spijt me.",
    "Ik hoor dat u daar boos over bent. Wat had u van mij verwacht?",
    "Hoe gaat het in het weekend bij u thuis?",
)
READY_SECONDS = 240
INJECT = Path(__file__).parent / "inject"


@dataclass
class Nursery:
    """The process that forks servers."""

    process: subprocess.Popen[str]

    @classmethod
    def open(cls) -> Nursery:
        """Start it."""
        paths = os.pathsep.join([str(INJECT), str(ROOT)])
        env = {**os.environ, "PYTHONPATH": paths, "OEFENOUDER_TEST_FAULT": os.devnull}
        made = subprocess.Popen(
            [sys.executable, str(Path(__file__).parent / "nursery.py")],
            cwd=ROOT,
            env=env,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        return cls(made)

    def order(self, **order: Any) -> int:
        """Make a server; give its process id."""
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def close(self) -> None:
        """Stop it; the servers were killed by their tests."""
        self.process.kill()
        self.process.wait(10)


@dataclass
class Server:
    """A server on a data folder, to kill and start again; `browser` keeps its cookie over a restart."""

    nursery: Nursery
    folder: Path
    scratch: Path
    port: int = field(default_factory=free_port)
    pid: int = 0
    most_bytes: int | None = None

    def __post_init__(self) -> None:
        self.browser = Browser(f"http://127.0.0.1:{self.port}")
        self.out = self.scratch / "uitvoer.txt"
        self.fault_file = self.scratch / "fout.txt"
        self.fault_file.write_text("", encoding="ascii")

    def start(self, *more: str) -> Server:
        """Start and wait until it is ready."""
        self.launch(*more)
        self._await(lambda: "is klaar" in self.said)
        assert self.alive, self.said
        return self

    def launch(self, *more: str, **order: Any) -> None:
        """Start without waiting; `order` goes to the nursery as it is."""
        self.out.write_text("", encoding="utf-8")
        self.fault("")
        args = ["start", "--geen-browser", "--poort", str(self.port), "--data-map", str(self.folder), *more]
        self.pid = self.nursery.order(
            args=args,
            out=str(self.out),
            fault=str(self.fault_file),
            bytes=self.most_bytes,
            **order,
        )

    def ended(self) -> str:
        """Wait until it has stopped by itself; give what it said."""
        self._await(lambda: not self.alive)
        assert not self.alive
        return self.said

    def _await(self, done: Any) -> None:
        limit = time.monotonic() + READY_SECONDS
        while self.alive and not done() and time.monotonic() < limit:
            time.sleep(0.1)

    @property
    def said(self) -> str:
        """All output so far."""
        return self.out.read_text(encoding="utf-8")

    @property
    def alive(self) -> bool:
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return False
        return True

    def fault(self, what: str) -> None:
        """Make a fault from now on (see inject/sitecustomize.py); an empty text ends it."""
        self.fault_file.write_text(what, encoding="ascii")

    def kill(self) -> None:
        """Kill as `kill -9` does."""
        if self.pid and self.alive:
            os.kill(self.pid, signal.SIGKILL)
            self._await(lambda: False)
        self.pid = 0

    def begun(self) -> str:
        """Begin an exercise; give its address."""
        answer = self.browser.ask("POST", "/api/oefeningen", CHOICE)
        assert answer.status == 201, answer.body
        return f"/api/oefeningen/{answer.json['id']}"

    def say(self, path: str, number: int) -> Any:
        """Say turn `number`; give the answer, whatever its status."""
        return self.browser.ask("POST", f"{path}/beurten", {"tekst": TALK[number - 1], "nummer": number})

    def turns(self, path: str) -> list[str]:
        """Give what was kept of the trainee's words."""
        answer = self.browser.ask("GET", path)
        assert answer.status == 200, answer.body
        return [turn["leraar"] for turn in answer.json["beurten"]]
