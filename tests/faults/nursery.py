"""Real servers that start fast: one process imports all libraries once, and forks for every server.

Reads a JSON object a line and answers with the process id of the server it made. Keys: `args` of the command
`oefenouder`; `out`, file for its output; `fault`, file of faults (inject/); `bytes`, the most a file may hold;
`model`, another model file; `rasa`, arguments of the command `rasa` to run instead; `cwd` for that.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import sitecustomize  # the faults, on PYTHONPATH

import bot.cli.start
from bot.cli import main
from bot.server import quiet_rasa


def prepare() -> None:
    """Import what takes long, and fill the caches for content and analysis; no file stays open."""
    quiet_rasa()
    for name in ("rasa.core.agent", "rasa.core.run", "bot.analysis", "bot.channel.page", "bot.channel.rest"):
        import_module(name)
    from bot.analysis import load_analyzer
    from bot.choice import setup_from
    from bot.debrief import build
    from bot.parent import open_conversation
    from bot.play import exercise_of, take_turn

    setup = setup_from({"gespreksvorm": "extra_gesprek", "oudertype": "boos", "casus": "sem_maandagmoe"})
    opening = open_conversation(setup)
    build(exercise_of(setup, [take_turn(load_analyzer(), setup, opening, (), "Dag mevrouw De Wit.")]))


def serve(order: dict[str, Any]) -> None:
    """Become a server; never returns."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    out = os.open(order["out"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(out, 1)
    os.dup2(out, 2)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    sitecustomize.FAULT = order["fault"]
    if os.environ.get("OEFENOUDER_ZONDER_MODEL"):  # the tests may not train: take the model as it is
        bot.cli.start.is_trained = lambda: True
    if order.get("bytes"):
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["bytes"], resource.RLIM_INFINITY))
    if order.get("model"):
        bot.cli.start.MODEL = Path(order["model"])
    try:
        _rasa(order) if order.get("rasa") else main(order["args"])
    except SystemExit as end:
        sys.stdout.flush()
        os._exit(int(end.code or 0))
    os._exit(0)


def _rasa(order: dict[str, Any]) -> None:
    """Run one of the stock commands."""
    os.chdir(order["cwd"])
    sys.argv = ["rasa", *order["rasa"]]
    import_module("rasa.__main__").main()


def run() -> None:
    """Fork for every order until the tests hang up."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    prepare()
    for line in sys.stdin:
        made = os.fork()
        if made == 0:
            serve(json.loads(line))
        print(made, flush=True)


if __name__ == "__main__":
    run()
