"""`oefenouder controleer`: check all content, the shipped files and the user's own."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.cli.errors import CliError
from bot.content.case import Case
from bot.content.check import check_all
from bot.content.check_debrief import debrief_problems
from bot.content.files import KNOWLEDGE, shown
from bot.content.own import load_own, own_files, read_own
from bot.content.problems import Problem
from bot.content.shelf import Shelf
from bot.messages import message
from bot.parent import content_problems
from bot.parent.reach import case_reach
from bot.storage.folder import folder_of


def run(options: argparse.Namespace) -> int:
    """Print every fault with file, place and remedy; exit 1 when there are any."""
    folder = folder_of(options.data_map)
    files = [path for path in map(Path, options.delen) if _is_own_file(path)]
    parts = tuple(part for part in options.delen if Path(part) not in files)
    own = list(own_files(folder))
    _refuse_unknown(parts, [*map(str, own), *_shipped()])
    found = [problem for path in files for problem in _one(path)]
    shelf = load_own(folder)
    if parts or not files:
        found += [p for p in _everything(shelf, own) if not parts or any(part in p.file for part in parts)]
    for line in dict.fromkeys(map(str, found)):
        print(line)
    if own and not files:
        print(message("eigen_gezien", aantal=len(own), goed=_good(shelf), map=folder))
    print(message("fouten_gevonden", aantal=len(found)) if found else message("alles_klopt"))
    return 1 if found else 0


def _good(shelf: Shelf) -> int:
    return len(shelf.cases) + len(shelf.persons)


def _everything(shelf: Shelf, own: Sequence[Path]) -> Iterator[Problem]:
    yield from dict.fromkeys([*check_all(), *content_problems(), *debrief_problems()])
    yield from shelf.problems
    places = {path.stem: path for path in own}
    for name, case in shelf.cases.items():
        yield from case_reach(str(places[name]), case)


def _one(path: Path) -> list[Problem]:
    problems, made = read_own(path)
    return problems or (list(case_reach(str(path), made)) if isinstance(made, Case) else [])


def _is_own_file(path: Path) -> bool:
    """Tell whether an argument is a file to check by itself, and not a part of a shipped name."""
    inside = path.resolve().is_relative_to(KNOWLEDGE)
    return path.suffix in (".yml", ".yaml") and path.exists() and not inside


def _shipped() -> list[str]:
    return [shown(path) for path in sorted(KNOWLEDGE.rglob("*.yml"))]


def _refuse_unknown(parts: Sequence[str], names: Sequence[str]) -> None:
    """Say it when nothing has such a name: "all is well" would be about nothing."""
    for part in parts:
        if not any(part in name for name in names):
            raise CliError(message("geen_deel", deel=part))
