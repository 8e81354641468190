"""JSON Schema of an own case and an own person, so that an editor helps while writing.

`uv run python -m bot.content.schema` writes the files in bot/knowledge/schema/; a test keeps them current.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from copy import deepcopy
from functools import lru_cache
from typing import Any

from bot.content.base import Content
from bot.content.case import Case
from bot.content.files import KNOWLEDGE, read_yaml
from bot.content.known import known
from bot.content.library import load_guidelines
from bot.content.own import OPTIONAL, Kind
from bot.content.person import Person

FOLDER = KNOWLEDGE / "schema"
MODELS: Mapping[Kind, type[Content]] = {"casus": Case, "ouder": Person}

Json = dict[str, Any]


def schema_text(kind: Kind) -> str:
    """Give the schema of a kind of file as it is written."""
    return json.dumps(schema(kind), ensure_ascii=False, indent=1) + "\n"


def schema(kind: Kind) -> Json:
    """Make the schema from the model, with Dutch explanations and the names that may be used."""
    raw = deepcopy(MODELS[kind].schema())  # pydantic keeps its own
    definitions = {name: _explained(name, item) for name, item in raw.pop("definitions").items()}
    made = _explained(MODELS[kind].__name__, raw)
    _names(made["properties"], definitions, kind)
    if kind == "ouder":
        made["required"] = [name for name in made["required"] if name not in OPTIONAL]
        _acts(made["properties"])
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": _words()["titels"][kind]}
    return {**head, **made, "definitions": definitions}


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Mapping[str, str]]:
    data: Mapping[str, Mapping[str, str]] = read_yaml(FOLDER / "uitleg.yml")
    return data


def _explained(model: str, raw: Json) -> Json:
    """Give the schema of one model with the words of uitleg.yml instead of those of the code."""
    kept = {key: value for key, value in raw.items() if key not in ("title", "description", "properties")}
    fields = {name: _field(value) for name, value in raw["properties"].items()}
    for name, text in _words()[model].items():
        fields[name] = {"description": text, **fields[name]}
    return {**kept, "properties": fields}


def _field(raw: Json) -> Json:
    """Say of a list what pydantic says of a number: that it has a minimum."""
    made = {key: value for key, value in raw.items() if key != "title"}
    if made.get("type") == "array" and "minimum" in made:
        made["minItems"] = made.pop("minimum")
    if "allOf" in made:  # a reference with a description beside it
        made.update(made.pop("allOf")[0])
    return made


def _names(fields: Json, definitions: Json, kind: Kind) -> None:
    """List the names that may be used, so that an editor can offer them."""
    topics = known().case_topics if kind == "casus" else known().personal
    facts = fields["home"].pop("additionalProperties")
    fields["home"] |= {"properties": dict.fromkeys(sorted(topics), facts), "additionalProperties": False}
    if kind == "ouder":
        fields["type"]["enum"] = list(known().types)
        return
    fields["types"]["items"] = _one_of(known().types)
    fields["main_topics"]["items"] = _one_of(known().topics)
    definitions["Signal"]["properties"]["topic"]["enum"] = sorted(known().topics)
    probe = definitions["Probe"]["properties"]
    probe["topic"]["enum"] = sorted(known().topics)
    probe["acts"]["items"] = _one_of(known().parent_acts)
    probe["guidelines"]["items"] = _one_of(item.id for item in load_guidelines() if item.visible)


def _one_of(names: Iterable[str]) -> Json:
    return {"type": "string", "enum": sorted(names)}


def _acts(fields: Json) -> None:
    """Name every act a person can have lines for, with what it is for; a plain list fits any tension."""
    moves = {name: spec for table in known().moves.values() for name, spec in table.items()}
    tables = {**known().acts, "moves": {**moves, **known().acts["memory"]}}
    lines = {"type": "array", "items": {"type": "string"}}
    either = {"anyOf": [lines, {"$ref": "#/definitions/LineSet"}]}
    for group in ("reactions", "answers", "moves", "strange", "endings", "thoughts"):
        shape = lines if group == "thoughts" else either
        acts = {name: {"description": spec["text"], **shape} for name, spec in tables[group].items()}
        fields[group].pop("additionalProperties", None)
        fields[group] |= {"properties": acts, "additionalProperties": False}


if __name__ == "__main__":
    for each in MODELS:
        (FOLDER / f"{each}.json").write_text(schema_text(each), encoding="utf-8")
