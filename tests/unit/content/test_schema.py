"""The schema for editors is current, and says what the models say."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
import yaml

from bot.content.files import KNOWLEDGE
from bot.content.known import known
from bot.content.schema import FOLDER, MODELS, schema, schema_text
from bot.content.template import template_text


def errors(kind: str, data: Any) -> list[str]:
    checker = jsonschema.Draft7Validator(schema(kind))  # type: ignore[arg-type]
    return [error.message for error in checker.iter_errors(data)]


def template(kind: str) -> Any:
    return yaml.safe_load(template_text(kind, f"mijn_{kind}", "boos"))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", MODELS)
def test_the_files_are_current(kind: str) -> None:
    written = (FOLDER / f"{kind}.json").read_text(encoding="utf-8")
    assert written == schema_text(kind), "uv run python -m bot.content.schema"  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", MODELS)
def test_the_template_fits(kind: str) -> None:
    assert errors(kind, template(kind)) == []


@pytest.mark.parametrize(("kind", "folder"), [("casus", "cases/*.yml"), ("ouder", "replies/*/*.yml")])
def test_shipped_files_fit(kind: str, folder: str) -> None:
    for path in KNOWLEDGE.glob(folder):
        assert errors(kind, yaml.safe_load(path.read_text(encoding="utf-8"))) == [], path


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("types", ["blij"]),
        ("forms", []),
        ("main_topics", ["paarden"]),
        ("signals", []),
        ("goal", None),
        ("extra", "x"),
        ("home", {"werk": []}),
    ],
)
def test_a_mistake_does_not_fit(key: str, value: Any) -> None:
    assert errors("casus", {**template("casus"), key: value})


def test_every_field_is_explained_in_dutch() -> None:
    for kind in MODELS:
        made = json.loads(schema_text(kind))
        models = {"": made, **made["definitions"]}
        bare = [
            f"{name}.{field}"
            for name, model in models.items()
            for field, spec in model["properties"].items()
            if not spec.get("description")
        ]
        assert bare == []
    acts = schema("ouder")["properties"]["moves"]["properties"]
    assert set(known().moves["boos"]) <= set(acts)
