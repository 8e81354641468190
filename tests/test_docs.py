"""The README tells the truth about the tree and the commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.cli.parser import make_parser

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_place_on_the_map_exists() -> None:
    places = re.findall(r"`([\w./-]+/)`", README.split("## Map")[1])
    assert places
    assert [
        place
        for place in places
        if not (
            (ROOT / place).exists() or (ROOT / "tests" / place).exists() or (ROOT / "docs" / place).exists()
        )
    ] == []


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "CONTRIBUTING.md",
        "docs/handleiding.md",
        "docs/evaluation.md",
        "docs/privacy.md",
        "docs/dreigingsmodel.md",
    ],
)
def test_links_lead_somewhere(name: str) -> None:
    page = ROOT / name
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_commands_of_the_readme_exist() -> None:
    named = set(re.findall(r"uv run oefenouder (\w+)", README))
    assert {
        "start",
        "oefen",
        "analyseer",
        "simuleer",
        "beoordeel",
        "evalueer",
        "train",
        "controleer",
    } <= named
    text = make_parser("x").format_help()
    assert [command for command in named - {"OPDRACHT"} if command not in text] == []


def test_the_readme_is_short_enough_to_read() -> None:
    assert len(README.splitlines()) <= 150


@pytest.mark.parametrize("name", ["docs/privacy.md", "docs/dreigingsmodel.md"])
def test_the_tests_that_prove_a_promise_exist(name: str) -> None:
    named = re.findall(r"`((?:tests|bot|\.ci)/[\w./-]+)`", (ROOT / name).read_text(encoding="utf-8"))
    assert len(named) >= 8 and [path for path in named if not (ROOT / path).exists()] == []
