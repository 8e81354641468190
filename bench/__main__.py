"""`python -m bench`: three bots in one run on this machine; a table on the screen, the figures as JSON."""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from bench.bots import Bot, bare, ours, starter, train, train_ours
from bench.measure import Found, measure, measure_parts
from bench.report import show, targets
from bot.project import ROOT, is_trained


def main() -> int:
    """Measure; exit 1 when our model is not up to date."""
    given = _options()
    if not (is_trained() or given.zoals_hij_is):
        print("Train first: uv run oefenouder train", file=sys.stderr)
        return 1
    trainees = (1, 5) if given.kort else (1, 20, 100)
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="oefenouder-bench-") as folder:
        work = Path(folder)
        bots = [
            _measured(bot, work, trainees, given.gesprekken, given.train_ook)
            for bot in (ours(), starter(work), bare(work))
        ]
        measure_parts(ours(), work, bots[0])
    analysis = _analysis()
    reached = targets(*bots) if not given.kort else []
    show(bots, analysis, reached)
    _write(
        given.json,
        bots=[asdict(bot) for bot in bots],
        analysis=analysis,
        load_before=load,
        targets=[{**asdict(one), "met": one.met} for one in reached],
    )
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--kort", action="store_true", help="few turns, to try the measurement itself")
    parser.add_argument("--zoals-hij-is", action="store_true", help="also when our model is not up to date")
    parser.add_argument("--gesprekken", type=int, default=3, help="conversations of 102 turns one by one")
    parser.add_argument(
        "--train-ook", action="store_true", help="also time our training, in a copy (minutes)"
    )
    parser.add_argument("--json", type=Path, default=Path("bench.json"), help="where the figures go")
    return parser.parse_args()


def _measured(
    bot: Bot, work: Path, trainees: tuple[int, ...], conversations: int, train_ours_too: bool
) -> Found:
    print(f"{bot.name} ...", file=sys.stderr, flush=True)
    seconds = None
    if bot.folder != ROOT:
        seconds = train(bot)
    elif train_ours_too:
        seconds = train_ours(work)
    found = measure(bot, work, trainees, conversations)
    found.train_seconds = seconds
    print(json.dumps(asdict(found)), file=sys.stderr, flush=True)
    return found


def _analysis() -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "bench.alone"], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    read: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return read


def _write(file: Path, **figures: Any) -> None:
    about = {
        "made": datetime.now().astimezone().isoformat(timespec="seconds"),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, {platform.platform()}",
        "store": "PostgreSQL" if os.environ.get("OEFENOUDER_DATABASE") else "SQLite",
    }
    file.write_text(json.dumps({**about, **figures}, indent=1), encoding="utf-8")
    print(f"{file}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
