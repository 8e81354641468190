"""Own content beside the shipped: seen by everything that looks for a case or person."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.catalogue import all_cases, cases_for, persons_of
from bot.content.library import load_case, load_person
from bot.content.own import use_folder
from bot.content.shelf import Shelf, put, shelved
from bot.content.template import write_template
from bot.parent import case_ids, person_ids


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path) -> Iterator[None]:
    write_template(tmp_path, "casus", "van_ons")
    write_template(tmp_path, "ouder", "van_hier", "boos")
    assert load_case("van_ons") is None and load_person("van_hier") is None
    use_folder(tmp_path)
    yield
    put(Shelf())


def test_own_content_is_found_everywhere() -> None:
    case, person = load_case("van_ons"), load_person("van_hier")
    assert case and case.child.name == "Robin" and person and person.type == "boos"
    assert case_ids()[-1] == all_cases()[-1].id == "van_ons"
    assert person_ids("boos")[-1] == persons_of("boos")[-1].id == "van_hier"
    assert "van_ons" in [option.id for option in cases_for("extra_gesprek", "boos")]
    assert "van_hier" not in person_ids("betrokken")


def test_it_is_gone_when_another_folder_is_used(tmp_path: Path) -> None:
    use_folder(tmp_path / "leeg")
    assert load_case("van_ons") is None and "van_ons" not in case_ids()
    assert "van_hier" not in [person.id for person in persons_of("boos")]


def test_an_answer_that_depends_on_the_shelf_is_forgotten() -> None:
    asked: list[int] = []

    @shelved(maxsize=4)
    def answer(number: int) -> int:
        asked.append(number)
        return number

    assert (answer(1), answer(1), asked) == (1, 1, [1])
    put(Shelf())
    assert (answer(1), asked) == (1, [1, 1])
