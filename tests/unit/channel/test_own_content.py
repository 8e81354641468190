"""Own cases on the page: offered with a mark, and nothing lost when the file is gone later."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import FakeRasa

from bot.channel.cards import choices, preparation
from bot.channel.exercises import Exercises
from bot.channel.faults import Fault
from bot.channel.views import exercise_view
from bot.choice import setup_from
from bot.content.own import use_folder
from bot.content.shelf import Shelf, put
from bot.content.template import write_template
from bot.storage.store import Store

ME = "m" * 43
CHOICE = {
    "gespreksvorm": "extra_gesprek",
    "oudertype": "boos",
    "casus": "van_ons",
    "persoon": "van_hier",
    "zaad": 3,
}


@pytest.fixture(autouse=True)
def own(tmp_path: Path) -> Iterator[None]:
    write_template(tmp_path, "casus", "van_ons")
    write_template(tmp_path, "ouder", "van_hier", "boos")
    (tmp_path / "casussen" / "kapot.yml").write_text("kapot: [", encoding="utf-8")
    use_folder(tmp_path)
    yield
    put(Shelf())


def test_own_content_is_offered_and_a_broken_file_told() -> None:
    found = choices()
    assert [case["id"] for case in found["casussen"] if case["eigen"]] == ["van_ons"]
    angry = next(parent for parent in found["ouders"] if parent["type"] == "boos")
    assert angry["personen"][-1]["naam"] == "Kim Jansen"
    assert (
        len(found["overgeslagen"]) == 1
        and "kapot.yml, regel 1: is geen geldige YAML" in found["overgeslagen"][0]
    )
    card = preparation(setup_from(CHOICE))
    assert card["casus"]["titel"].startswith("Robin") and card["persoon"]["naam"] == "Kim Jansen"


def test_an_exercise_survives_the_loss_of_its_case(tmp_path: Path) -> None:
    exercises = Exercises(Store(tmp_path / "oefeningen.db"), FakeRasa())

    async def play() -> Fault:
        made = await exercises.begin(ME, CHOICE)
        await exercises.say(ME, made["id"], {"nummer": 1, "tekst": "Fijn dat u er bent."})
        put(Shelf())
        assert len(exercise_view("x", await exercises.record(ME, made["id"]))["beurten"]) == 1
        with pytest.raises(Fault) as caught:
            await exercises.say(ME, made["id"], {"nummer": 2, "tekst": "Hoe gaat het?"})
        return caught.value

    fault = asyncio.run(play())
    assert fault.status == 409 and "is er niet meer" in str(fault)
