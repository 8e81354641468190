"""Trainees with realistic pauses, for locust (not a dependency): run it as docs/schaal.md tells.

Each user begins an exercise on the page, reads, types and sends turns, sometimes takes one back or asks a hint,
reads the debrief after some ten turns, and then looks whether everything said was kept, once. A turn that is
lost or doubled is a failure called "verloren of dubbel".

  OEFENOUDER_PID    the processes of the server (commas): their memory is sampled
  OEFENOUDER_UIT    a JSON file for the outcome
  OEFENOUDER_TEMPO  1 is realistic (a turn every 45 seconds or so); 10 is ten times as fast, for a soak
  OEFENOUDER_TRAP   "100,200,300": raise the users in steps of OEFENOUDER_TRAP_SECONDEN (60)
"""

from __future__ import annotations

import json
import os
import random
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import gevent
from locust import HttpUser, LoadTestShape, events, task

HERE = Path(__file__).resolve().parent
PIDS = [pid for pid in os.environ.get("OEFENOUDER_PID", "").split(",") if pid]
OUT = os.environ.get("OEFENOUDER_UIT")
PACE = float(os.environ.get("OEFENOUDER_TEMPO", "1"))
STEPS = [int(step) for step in os.environ.get("OEFENOUDER_TRAP", "").split(",") if step]
STEP_SECONDS = float(os.environ.get("OEFENOUDER_TRAP_SECONDEN", "60"))
READ_PER_SECOND, TYPE_PER_SECOND = 20.0, 3.5
"""Characters; a practised typist who also thinks."""
ANSWER = 150
"""Characters of an answer of the parent."""

CHOICES: list[dict[str, Any]] = [
    {"gespreksvorm": "extra_gesprek", "oudertype": kind, "casus": "sem_maandagmoe", "niveau": "makkelijk"}
    for kind in ("boos", "betrokken", "overbezorgd", "afhankelijk")
]

memory: list[tuple[float, float]] = []
turns: dict[int, list[float]] = defaultdict(list)
begun = time.time()
users_now = [0]


def _texts() -> list[str]:
    lines = (HERE / "turns.yml").read_text(encoding="utf-8").splitlines()
    return [line.strip()[3:-1] for line in lines if line.strip().startswith('- "')]


TEXTS = _texts()


def _pause(seconds: float) -> None:
    gevent.sleep(max(0.0, random.gauss(seconds, seconds / 4)) / PACE)


class Trainee(HttpUser):
    """One teacher at a time."""

    def on_start(self) -> None:
        """Come in at some moment, not all at once."""
        gevent.sleep(random.uniform(0, 20) / PACE)

    @task
    def exercise(self) -> None:
        """Hold one conversation and read its debrief."""
        self.client.cookies.clear()
        made = self.client.post("/api/oefeningen", json=random.choice(CHOICES), name="begin")
        if made.status_code != 201:
            _pause(10)
            return
        path, said = f"/api/oefeningen/{made.json()['id']}", []
        _pause(15)
        for _ in range(random.randint(6, 14)):
            if self._say(path, said):
                break
            if random.random() < 0.05 and said:
                self.client.post(f"{path}/terug", json={"nummer": len(said)}, name="terug")
                said.pop()
            if random.random() < 0.1:
                self.client.post(f"{path}/hint", name="hint")
            _pause(ANSWER / READ_PER_SECOND)
        self._look(path, said)
        if said:
            self.client.get(f"{path}/nabespreking", name="nabespreking")
            _pause(60)

    def _say(self, path: str, said: list[str]) -> bool:
        text = random.choice(TEXTS)
        _pause(len(text) / TYPE_PER_SECOND)
        body, before = {"nummer": len(said) + 1, "tekst": text}, time.perf_counter()
        answer = self.client.post(f"{path}/beurten", json=body, name="beurt")
        turns[users_now[0]].append(time.perf_counter() - before)
        if answer.status_code == 200:
            said.append(text)
            return bool(answer.json()["einde"])
        return answer.status_code == 409

    def _look(self, path: str, said: list[str]) -> None:
        with self.client.get(path, name="terugkijken", catch_response=True) as found:
            if found.status_code != 200:
                found.failure(f"status {found.status_code}")
            elif [turn["leraar"] for turn in found.json()["beurten"]] != said:
                found.failure("verloren of dubbel")


if STEPS:

    class Steps(LoadTestShape):
        """More users at every step."""

        def tick(self) -> tuple[int, float] | None:
            """Give the users of this moment and how many come in a second; None at the end."""
            step = int(self.get_run_time() / STEP_SECONDS)
            if step >= len(STEPS):
                return None
            users_now[0] = STEPS[step]
            return STEPS[step], max(10.0, STEPS[step] / 10)


@events.test_start.add_listener
def _watch(environment: Any, **_: Any) -> None:
    if not STEPS:
        users_now[0] = environment.parsed_options.num_users or 0

    def sample() -> None:
        while True:
            memory.append((time.time() - begun, sum(_resident(pid) for pid in PIDS)))
            gevent.sleep(5)

    gevent.spawn(sample)


def _resident(pid: str) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))


@events.quitting.add_listener
def _tell(environment: Any, **_: Any) -> None:
    steps = {
        users: {"turns": len(taken), "median_ms": _share(taken, 0.5), "p95_ms": _share(taken, 0.95)}
        for users, taken in turns.items()
    }
    failures = [f"{one.name}: {one.error} x{one.occurrences}" for one in environment.stats.errors.values()]
    told = {"steps": steps, "failures": failures, "memory_mb": memory, "pace": PACE}
    if OUT:
        Path(OUT).write_text(json.dumps(told), encoding="utf-8")
    print(json.dumps({**told, "memory_mb": [memory[0], memory[-1]] if memory else []}, indent=1))


def _share(values: list[float], share: float) -> float:
    return round(1000 * sorted(values)[min(len(values) - 1, int(share * len(values)))], 1)
