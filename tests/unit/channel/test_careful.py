"""Personal data in a turn, a plan or a remark: asked, replaced or warned about."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_exercises import CHOICE, ME, Desk, run

from bot.channel.careful import CarefulTurns, PersonalData
from bot.channel.faults import Fault

TEXT = "Ik belde Pieter Jansen op 06-12345678."


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def say(desk: Desk, care: str | None, text: object = TEXT, number: int = 1) -> dict[str, object]:
    body = {"nummer": number, "tekst": text, "gegevens": care}
    return run(CarefulTurns(desk.exercises).say(ME, desk.id, body))


def kept(desk: Desk) -> list[str]:
    return [exchange.turn.text for exchange in run(desk.exercises.record(ME, desk.id)).exchanges]


def test_asked_first_nothing_is_kept(desk: Desk) -> None:
    with pytest.raises(PersonalData) as caught:
        say(desk, "vraag")
    assert caught.value.status == 409 and "06-12345678" in str(caught.value)
    assert caught.value.view["vervangen"] == "Ik belde [naam] op [telefoonnummer]."
    assert [item["kind"] for item in caught.value.view["gegevens"]] == ["naam", "telefoon"]
    assert kept(desk) == [] and "Jansen" not in str(desk.rasa.stored)


def test_replaced_before_it_is_kept(desk: Desk) -> None:
    assert say(desk, "vervang")["leraar"] == "Ik belde [naam] op [telefoonnummer]."
    assert "Jansen" not in str(desk.rasa.stored)


@pytest.mark.parametrize("care", [None, "waarschuw", "iets anders", 7])
def test_kept_with_a_warning(desk: Desk, care: str) -> None:
    assert "Pieter Jansen" in str(say(desk, care)["waarschuwing"])
    assert kept(desk) == [TEXT]


def test_kept_as_it_is(desk: Desk) -> None:
    assert say(desk, "zo")["waarschuwing"] is None and kept(desk) == [TEXT]


def test_what_was_kept_once_is_not_asked_again(desk: Desk) -> None:
    say(desk, "zo")
    assert say(desk, "vraag", "Pieter Jansen was boos.", 2)["leraar"] == "Pieter Jansen was boos."


def test_names_of_the_case_and_person_are_no_question(desk: Desk) -> None:
    text = "Mevrouw De Wit, ik maak me zorgen om Sem. Dat zei ik ook tegen Karin de Wit."
    assert say(desk, "vraag", text)["leraar"] == text


@pytest.mark.parametrize("text", [None, "", 12, "x" * 20_001])
def test_what_is_no_turn_is_refused_as_ever(desk: Desk, text: object) -> None:
    with pytest.raises(Fault) as caught:
        say(desk, "vraag", text)
    assert caught.value.status in (413, 422)


def test_a_long_turn_keeps_its_own_remark_too(desk: Desk) -> None:
    line = str(say(desk, "waarschuw", TEXT + " Wat merkt u?" * 100)["waarschuwing"])
    assert "in één keer" in line and "Pieter Jansen" in line


def test_somebody_elses_exercise_stays_closed(desk: Desk) -> None:
    for care in ("vraag", "vervang", "waarschuw", "zo"):
        with pytest.raises(Fault) as caught:
            run(
                CarefulTurns(desk.exercises).say(
                    "x" * 43, desk.id, {"nummer": 1, "tekst": TEXT, "gegevens": care}
                )
            )
        assert caught.value.status == 404


def test_a_plan_is_treated_likewise(desk: Desk) -> None:
    turns = CarefulTurns(desk.exercises)
    plan = {**CHOICE, "plan": "Sem noemen, en Pieter Jansen bellen"}
    with pytest.raises(PersonalData):
        run(turns.begin(ME, {**plan, "gegevens": "vraag"}))
    made = run(turns.begin(ME, {**plan, "gegevens": "vervang"}))
    assert made["keuze"]["plan"] == "Sem noemen, en [naam] bellen"
    assert run(turns.begin(ME, plan))["keuze"]["plan"] == plan["plan"]


def test_a_remark_is_treated_likewise(desk: Desk) -> None:
    noted = CarefulTurns(desk.exercises).noted
    body = {"beurt": 1, "label": "welkom", "reden": "Dat zei Pieter Jansen", "gegevens": "vervang"}
    assert run(noted(ME, desk.id, body, "reden"))["reden"] == "Dat zei [naam]"
    assert run(noted(ME, desk.id, {"beurt": 1}, "reden")) == {"beurt": 1}
