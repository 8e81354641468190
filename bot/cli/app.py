"""Entry of the command line: choose the command, run it, tell failures in one Dutch line."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version

from bot.cli.errors import CliError
from bot.cli.parser import make_parser
from bot.content.problems import ContentError
from bot.messages import message


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and exit: 0 done, 1 it could not, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        options = make_parser(_version()).parse_args(arguments)
        command = import_module(f"bot.cli.{options.opdracht}")
        code: int = command.run(options) or 0
    except (CliError, ContentError) as error:
        code = _fail(str(error))
    except KeyboardInterrupt:
        code = _fail(message("gestopt_door_gebruiker"))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    raise SystemExit(code)


def _fail(line: str) -> int:
    print(line, file=sys.stderr)
    return 1


def _version() -> str:
    try:
        return f"oefenouder {version('oefenouder')}"
    except PackageNotFoundError:
        return "oefenouder"
