"""Reading the command line, with Dutch help and Dutch errors."""

from __future__ import annotations

import argparse
import re
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any, NoReturn

from bot.content.files import KNOWLEDGE, read_yaml
from bot.content.known import known
from bot.storage.retention import KEEP_DAYS

_WRONG = (
    (re.compile(r"the following arguments are required: (?P<wat>.+)"), "required"),
    (re.compile(r"unrecognized arguments: (?P<wat>.+)"), "unknown"),
    (re.compile(r"argument .*invalid choice: '(?P<wat>.*)' \(choose from (?P<mogelijk>.+)\)"), "choice"),
    (re.compile(r"argument .*invalid int value: '(?P<wat>.*)'"), "number"),
    (re.compile(r"argument (?P<wat>.+): expected (one|at least one) argument"), "argument"),
)


@lru_cache(maxsize=1)
def texts() -> dict[str, Any]:
    """Give the help texts."""
    data: dict[str, Any] = read_yaml(KNOWLEDGE / "cli.yml")
    return data


class DutchParser(argparse.ArgumentParser):
    """An argument parser that speaks Dutch; wrong usage is one line on stderr and exit code 2."""

    def __init__(self, **settings: Any) -> None:
        """Replace the English headings and help option."""
        super().__init__(add_help=False, allow_abbrev=False, **settings)
        headings = texts()["headings"]
        self._positionals.title, self._optionals.title = headings["positional"], headings["options"]
        self.add_argument("-h", "--help", action="help", help=texts()["options"]["help"])

    def error(self, message: str) -> NoReturn:
        """Say in one Dutch line what is wrong, and where to read more."""
        wrong = texts()["wrong"]
        said = next(
            (
                wrong[key].format(**found.groupdict())
                for form, key in _WRONG
                if (found := form.fullmatch(message))
            ),
            wrong["other"],
        )
        command = self.prog.removeprefix("oefenouder").strip()
        see = wrong["see"].format(opdracht=f"{command} " if command else "")
        print(f"{said} {see}", file=sys.stderr)
        raise SystemExit(2)

    def format_usage(self) -> str:
        """Give the usage line in Dutch."""
        return super().format_usage().replace("usage: ", texts()["usage"], 1)

    def format_help(self) -> str:
        """Give the help in Dutch."""
        return super().format_help().replace("usage: ", texts()["usage"], 1)


def make_parser(version: str) -> DutchParser:
    """Make the parser with all commands."""
    about = texts()
    parser = DutchParser(prog="oefenouder", description=about["about"], epilog=about["epilog"])
    parser.add_argument("--versie", action="version", version=version, help=about["options"]["versie"])
    commands = parser.add_subparsers(
        dest="opdracht", required=True, metavar="opdracht", title=about["headings"]["commands"]
    )
    made = {
        name: commands.add_parser(name, help=text, description=text)
        for name, text in about["commands"].items()
    }
    _serving(made["start"], made["oefen"])
    _transcripts(made["simuleer"], made["beoordeel"])
    made["evalueer"].add_argument(
        "bestand", type=Path, nargs="?", metavar="BESTAND", help=about["options"]["bestand_labels"]
    )
    for option in ("basislijnen", "diet", "handen"):
        made["evalueer"].add_argument(f"--{option}", action="store_true", help=about["options"][option])
    made["evalueer"].add_argument("--json", action="store_true", help=about["options"]["json"])
    made["train"].add_argument("--opnieuw", action="store_true", help=about["options"]["opnieuw"])
    made["controleer"].add_argument("delen", nargs="*", metavar="deel", help=about["options"]["deel"])
    _templates(made["nieuw"])
    for name in ("oefen", "simuleer", "beoordeel", "controleer"):
        _own_folder(made[name])
    return parser


def _serving(start: DutchParser, practise: DutchParser) -> None:
    options = texts()["options"]
    start.add_argument("--poort", type=int, default=5005, metavar="N", help=options["poort"])
    start.add_argument("--geen-browser", action="store_true", help=options["geen_browser"])
    start.add_argument(
        "--bewaar-dagen", type=int, default=KEEP_DAYS, metavar="N", help=options["bewaar_dagen"]
    )
    start.add_argument("--data-map", type=Path, metavar="MAP", help=options["data_map"])
    start.add_argument("--netwerk", action="store_true", help=options["netwerk"])
    for key in ("gespreksvorm", "oudertype", "casus", "persoon", "niveau", "coaching"):
        practise.add_argument(f"--{key}", metavar="ID", help=options[key])
    practise.add_argument("--zaad", type=int, metavar="N", help=options["zaad"])


def _transcripts(simulate: DutchParser, judge: DutchParser) -> None:
    options = texts()["options"]
    for command in (simulate, judge):
        _file(command, "bestand_gesprek")
    simulate.add_argument("--zaad", type=int, default=1, metavar="N", help=options["zaad"])
    for key in ("casus", "persoon", "niveau"):
        simulate.add_argument(f"--{key}", metavar="ID", help=options[key])
    judge.add_argument("--json", action="store_true", help=options["json"])
    judge.add_argument("--vergelijk", type=Path, metavar="OUD", help=options["vergelijk"])
    judge.add_argument("--html", type=Path, metavar="UIT", help=options["html"])


def _templates(new: DutchParser) -> None:
    options = texts()["options"]
    kinds = new.add_subparsers(
        dest="soort", required=True, metavar="soort", title=texts()["headings"]["kinds"]
    )
    made = {
        name: kinds.add_parser(name, help=options[f"nieuw_{name}"], description=options[f"nieuw_{name}"])
        for name in ("casus", "ouder")
    }
    made["ouder"].add_argument("type", metavar="TYPE", choices=known().types, help=options["nieuw_type"])
    for command in made.values():
        command.add_argument("id", nargs="?", metavar="ID", help=options["nieuw_id"])
        _own_folder(command)


def _own_folder(command: DutchParser) -> None:
    command.add_argument("--data-map", type=Path, metavar="MAP", help=texts()["options"]["data_map_eigen"])


def _file(command: DutchParser, key: str) -> None:
    command.add_argument("bestand", type=Path, metavar="BESTAND", help=texts()["options"][key])
