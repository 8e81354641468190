"""The three bots: ours, Rasa's starter bot (`rasa init`: DIET and TED) and a bare one."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bench.serve import READY
from bot.project import MODEL, ROOT

HERE = Path(__file__).resolve().parent
GIVEN: dict[str, Any] = yaml.safe_load((HERE / "turns.yml").read_text(encoding="utf-8"))
CHOICE: dict[str, Any] = GIVEN["choice"]
TURNS: list[str] = GIVEN["turns"]
EXERCISE_TURNS = 34
"""Turns after which a new exercise begins in the same conversation; a parent stops after forty."""

_ENVIRONMENT = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "2", "CUDA_VISIBLE_DEVICES": "-1"}


@dataclass(frozen=True)
class Bot:
    """A bot to measure: how it is trained and served, and what a trainee says to it."""

    name: str
    folder: Path
    model: Path
    serve: tuple[str, ...]
    said: tuple[str, ...]
    begin: str | None = None
    every: int = EXERCISE_TURNS

    def line(self, number: int) -> str:
        """Give what is said as turn `number` (from 1)."""
        return self.said[(number - 1) % len(self.said)]


def ours() -> Bot:
    """Give our bot as it is trained in this clone."""
    start = "/start" + json.dumps(CHOICE)
    return Bot("Oefenouder", ROOT, MODEL, ("--ours",), tuple(TURNS), begin=start)


def starter(work: Path) -> Bot:
    """Copy Rasa's starter bot, the data of `rasa init`."""
    import rasa.cli

    folder = work / "starter"
    shutil.copytree(Path(rasa.cli.__file__).parent / "initial_project", folder)
    said = (
        "hello",
        "I am very sad today",
        "no that did not help me",
        "I am feeling very good",
        "are you a bot?",
    )
    return Bot("Rasa-starter", folder, folder / "models" / "bot.tar.gz", (), said)


def bare(work: Path) -> Bot:
    """Copy the bare bot (bench/bare)."""
    folder = work / "bare"
    shutil.copytree(HERE / "bare", folder)
    return Bot(
        "kale Rasa", folder, folder / "models" / "bot.tar.gz", ("--actions", "bench.bare.acties"), ("/beurt",)
    )


def train(bot: Bot) -> float:
    """Train a bot in its folder; give the seconds it took. Raise CalledProcessError when it fails."""
    begun = time.monotonic()
    command = [sys.executable, "-m", "rasa", "train", "--fixed-model-name", "bot", "--quiet"]
    subprocess.run(
        command, cwd=bot.folder, env=_env(), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    return time.monotonic() - begun


def train_ours(work: Path) -> float:
    """Train our bot in a copy, from nothing; give the seconds it took."""
    copy = work / "ours"
    parts = ("bot", "actions", "data", "config.yml", "domain.yml", "endpoints.yml", "credentials.yml")
    copy.mkdir()
    for name in parts:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name)
        else:
            shutil.copy(source, copy / name)
    begun = time.monotonic()
    command = [sys.executable, "-c", "from bot.cli import main; main()", "train"]
    subprocess.run(command, cwd=copy, env=_env(copy), check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - begun


@dataclass(frozen=True)
class Running:
    """A server that is ready."""

    pid: int
    port: int
    ready_seconds: float
    timers: Path

    @property
    def memory_mb(self) -> float:
        """Give what it holds in memory now (resident)."""
        return memory_mb(self.pid)


@contextmanager
def running(bot: Bot, work: Path, timed: bool = False) -> Iterator[Running]:
    """Start the server of a bot on an empty data folder; stop it in the end."""
    data, port = work / f"data-{bot.name.replace(' ', '-')}-{int(timed)}", free_port()
    data.mkdir()
    timers = work / f"{data.name}.txt"
    timers.write_text("", encoding="ascii")
    command: Sequence[str] = [
        sys.executable,
        "-m",
        "bench.serve",
        "--model",
        str(bot.model),
        "--folder",
        str(data),
    ]
    command = [*command, "--port", str(port), *bot.serve, *(("--timers", str(timers)) if timed else ())]
    begun = time.monotonic()
    process = subprocess.Popen(command, cwd=ROOT, env=_env(), text=True, stdout=subprocess.PIPE)
    assert process.stdout is not None
    try:
        for line in process.stdout:
            if READY in line:
                break
        else:
            raise RuntimeError(f"{bot.name} did not start")
        yield Running(process.pid, port, time.monotonic() - begun, timers)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()


def memory_mb(pid: int) -> float:
    """Give the resident memory of a process, in MB; 0 where the system does not tell (no /proc)."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))


def free_port() -> int:
    """Give a port that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _env(first: Path = ROOT) -> dict[str, str]:
    return {**os.environ, **_ENVIRONMENT, "PYTHONPATH": str(first)}
