"""A fault is one line: file, line, place, remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.case import Strength
from bot.content.files import build
from bot.content.person import Secret
from bot.content.problems import ContentError, Problem


def faults(model: type, data: object) -> list[str]:
    with pytest.raises(ContentError) as caught:
        build(Path("x.yml"), model, data)
    return [str(problem) for problem in caught.value.problems]


def test_the_line_stands_behind_the_file() -> None:
    assert str(Problem("x.yml", "id", "ontbreekt", 3)) == "x.yml, regel 3: id: ontbreekt"
    assert str(Problem("x.yml", "", "ontbreekt")) == "x.yml: ontbreekt"


def test_every_kind_of_fault_is_dutch() -> None:
    found = faults(Secret, {"summary": None, "openness": "hoog", "lines": ["een"], "meer": 1})
    assert found == [
        "x.yml: summary: is leeg; vul een waarde in of haal de sleutel weg",
        "x.yml: openness: moet een getal zijn",
        "x.yml: lines: heeft te weinig regels; er zijn er minstens 2 nodig",
        "x.yml: meer: is een onbekende sleutel; haal hem weg of verbeter de spelling",
    ]


def test_an_item_of_a_list_goes_by_its_number() -> None:
    found = faults(Strength, {"id": "a", "text": "b", "keywords": ["een", {"twee": 2}]})
    assert found == ["x.yml: keywords > nr 2: moet tekst zijn; zet er aanhalingstekens om"]


def test_keys_that_are_no_text() -> None:
    assert faults(Strength, {5: "a"}) == ["x.yml: moet bestaan uit 'sleutel: waarde'"]
