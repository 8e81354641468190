"""Checking a person: a shipped one must be whole, an own one may lean on the reserve."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.content.check import check_person
from bot.content.files import KNOWLEDGE
from bot.content.own import read_person
from bot.content.template import template_text

TEMPLATE = template_text("ouder", "mijn_ouder", "boos")


def written(folder: Path, text: str, name: str = "mijn_ouder.yml") -> Path:
    (folder / "boos").mkdir(exist_ok=True)
    path = folder / "boos" / name
    path.write_text(text, encoding="utf-8")
    return path


def lines_of(path: Path) -> list[str]:
    return [f"{problem.place}: {problem.message}" for problem in read_person(path)[0]]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("relation: moeder", "relation: buurvrouw", "kies uit: moeder, vader, oma, opa"),
        ("type: boos ", "type: blij ", "onbekend oudertype 'blij'"),
        ("hair: kort", "hair: blauw", "kies uit: kort, lang"),
        ("  waardering:\n", "  zwaait:\n", "reactions > zwaait: staat niet in acts.yml of moves.yml"),
        (
            "  werk:\n",
            "  slaap:\n",
            "home > slaap: kan hier niet; kies uit: ouder_zelf, school_vroeger, werk",
        ),
        ("one_line:", "oneline:", "one_line: ontbreekt"),
        ("Kijk, dat is fijn om te horen.", "Dat hoor ik niet elke dag, dank u.", "staat ook in"),
        ("Kijk, dat is fijn om te horen.", "Kijk, {citaat}.", "{citaat} kan alleen bij belofte_gebroken"),
        ('name: "Kim Jansen"', 'name: ""', "name: is leeg"),
    ],
)
def test_a_mistake_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in TEMPLATE
    found = lines_of(written(tmp_path, TEMPLATE.replace(old, new, 1)))
    assert any(told in line for line in found), found


def test_what_an_own_person_lacks_is_filled(tmp_path: Path) -> None:
    problems, person = read_person(written(tmp_path, TEMPLATE))
    assert problems == [] and person
    assert set(person.home) == {"werk", "school_vroeger", "ouder_zelf"} and not person.moves


def test_lines_behind_the_hash_may_be_used(tmp_path: Path) -> None:
    text = TEMPLATE.replace("#moves:", "moves:")
    first = next(line for line in text.splitlines() if "valt_leraar_aan" in line)
    own = f'{first.replace("#  ", "  ")}\n    - "Dat was niet netjes."\n    - "Zo doen we dat niet."'
    problems, person = read_person(written(tmp_path, text.replace(first, own)))
    assert problems == [] and person and len(person.moves["valt_leraar_aan"].all) == 2


def test_a_shipped_person_must_be_whole(tmp_path: Path) -> None:
    path = KNOWLEDGE / "replies" / "boos" / "karin_de_wit.yml"
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    data["reactions"]["zorg"] = {"hoog": ["Zo."]}
    data["thoughts"]["gelijk"] = []
    data["cues"]["laag"] = ["(knikt)"]
    del data["moves"]["wil_weg"], data["home"]["werk"]
    found = check_person(written(tmp_path, yaml.safe_dump(data, allow_unicode=True), "karin_de_wit.yml"))[0]
    assert [(problem.place, problem.message.split(";")[0]) for problem in found] == [
        ("home > werk", "ontbreekt: de ouder moet over elk onderwerp iets weten"),
        ("reactions > zorg", "heeft 1 zinnen, minstens 4 nodig"),
        ("reactions > zorg", "heeft niet voor elke band (hoog, midden, laag) een zin"),
        ("moves > wil_weg", "heeft 0 zinnen, minstens 2 nodig"),
        ("thoughts > gelijk", "minstens 4 gedachten nodig"),
        ("cues > laag", "minstens 4 gebaren nodig"),
    ]
