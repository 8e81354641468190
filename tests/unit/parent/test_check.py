"""The content of this room is whole, and faults are told to their author."""

from __future__ import annotations

import pytest

from bot.content.problems import ContentError
from bot.exercise import Setup
from bot.parent import TYPES, cast, check, choose_person, content_problems, parent_type, person_ids
from bot.parent.library import world


def test_all_content_of_this_room_is_whole() -> None:
    assert content_problems() == []


def test_a_move_without_tension_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = world()
    move = loaded.moves["boos"]["wil_weg"].copy(update={"tension": ()})
    moves = loaded.moves | {"boos": loaded.moves["boos"] | {"wil_weg": move}}
    monkeypatch.setattr(check, "world", lambda: type(loaded)(**{**vars(loaded), "moves": moves}))
    assert [problem.place for problem in content_problems()] == ["boos > wil_weg"]


def test_an_act_nobody_chooses_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = world()
    spare = loaded.acts["answers"] | {"zingt": loaded.acts["answers"]["weet_niet"]}
    acts = loaded.acts | {"answers": spare}
    monkeypatch.setattr(check, "world", lambda: type(loaded)(**{**vars(loaded), "acts": acts}))
    assert [problem.place for problem in content_problems()] == ["answers > zingt"]


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_has_tips_with_a_source_and_persons(kind: str) -> None:
    assert all(tip.source.doc == "B0" for tip in parent_type(kind).tips)
    assert choose_person(kind, "sem_maandagmoe", 1) in person_ids(kind)


def test_the_seed_chooses_who_plays() -> None:
    chosen = {choose_person("boos", "sem_maandagmoe", seed) for seed in range(20)}
    assert chosen == set(person_ids("boos"))


@pytest.mark.parametrize("wrong", ["../parents/boos", "niemand"])
def test_an_unknown_case_or_person_is_refused(wrong: str) -> None:
    with pytest.raises(ContentError, match="bestaat niet"):
        cast(Setup("extra_gesprek", "boos", wrong, "karin_de_wit"))
    with pytest.raises(ContentError, match="bestaat niet"):
        cast(Setup("extra_gesprek", "boos", "sem_maandagmoe", wrong))
