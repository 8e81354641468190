"""Templates for an own case or person: valid and playable as written, and never over an existing file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.content.check_text import ID
from bot.content.files import KNOWLEDGE
from bot.content.known import known
from bot.content.own import CASES, PERSONS, Kind
from bot.content.schema import FOLDER as SCHEMAS
from bot.content.schema import schema_text
from bot.content.shelf import shipped_cases, shipped_persons
from bot.content.wording import told

FOLDER = KNOWLEDGE / "sjablonen"
FIRST = {"casus": "mijn_casus", "ouder": "mijn_ouder"}
"""The id of a first file without a chosen name; the next one gets a number."""


class TemplateError(Exception):
    """No template can be written; its text is one Dutch line."""


def write_template(folder: Path, kind: Kind, name: str | None, type_: str | None = None) -> Path:
    """Write a template and the schema it points to; raise TemplateError when the name cannot be used."""
    home = folder / CASES if kind == "casus" else folder / PERSONS / str(type_)
    name = name or _free(folder, kind)
    if not ID.fullmatch(name):
        raise TemplateError(told("id_vorm", id=name[:50]))
    if name in _taken(folder, kind):
        raise TemplateError(told("sjabloon_bestaat", id=name))
    path = home / f"{name}.yml"
    try:
        home.mkdir(parents=True, exist_ok=True)
        _write_schema(folder, kind)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(template_text(kind, name, type_))
    except OSError:
        raise TemplateError(told("sjabloon_niet_geschreven", map=home)) from None
    return path


def template_text(kind: Kind, name: str, type_: str | None = None) -> str:
    """Give the template with its id and lists filled in."""
    text = (FOLDER / f"{kind}.yml").read_text(encoding="utf-8")
    words = {
        "ID_HIER": name,
        "TYPE_HIER": type_ or "",
        "TYPEN_HIER": ", ".join(known().types),
        "ONDERWERPEN_HIER": ", ".join(sorted(known().case_topics)),
        "REACTIES_HIER": "\n".join(_to_write(known().acts["reactions"])),
        "ANTWOORDEN_HIER": "\n".join(_to_write(known().acts["answers"])),
        "ZETTEN_HIER": "\n".join(_to_write(known().moves.get(type_ or "", {}))),
    }
    return re.sub("|".join(words), lambda found: words[found[0]], text)


def _to_write(acts: Mapping[str, Any]) -> Iterator[str]:
    """Give what an author may still write, as comments with what each is for."""
    for name, spec in acts.items():
        yield f"#  {name}:      # {spec['text']}"


def _free(folder: Path, kind: Kind) -> str:
    taken, first = _taken(folder, kind), FIRST[kind]
    number = next(n for n in range(1, len(taken) + 2) if _numbered(first, n) not in taken)
    return _numbered(first, number)


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name}_{number}"


def _taken(folder: Path, kind: Kind) -> set[str]:
    """Give the ids in use: shipped ones, and the names of own files, broken or not."""
    if kind == "casus":
        return {*shipped_cases(), *(path.stem for path in (folder / CASES).glob("*.y*ml"))}
    shipped = {name for type_ in known().types for name in shipped_persons(type_)}
    return shipped | {path.stem for path in (folder / PERSONS).glob("*/*.y*ml")}


def _write_schema(folder: Path, kind: Kind) -> None:
    """Put the schema where the first line of the template looks; ours, so a newer one replaces it."""
    place = folder / SCHEMAS.name
    place.mkdir(exist_ok=True)
    (place / f"{kind}.json").write_text(schema_text(kind), encoding="utf-8")
