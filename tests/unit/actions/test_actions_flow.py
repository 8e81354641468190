"""The actions together, on events as Rasa keeps them."""

from __future__ import annotations

import asyncio

import pytest
from fakes import FakeRasa, texts

from bot.tracker import record_from_events

START = '/start{"gespreksvorm":"extra_gesprek","oudertype":"boos","casus":"sem_maandagmoe","zaad":3}'


def said(rasa: FakeRasa, *lines: str) -> list[str]:
    """Say lines and give what the last one was answered with."""
    before = 0
    for line in lines:
        before = len(texts(rasa, "a")) if "a" in rasa.stored else 0
        asyncio.run(rasa.command("a", line) if line.startswith("/") else rasa.say("a", line))
    return texts(rasa, "a")[before:]


def test_choosing_step_by_step() -> None:
    rasa = FakeRasa()
    assert "Welk gesprek" in said(rasa, "hallo")[-1]
    assert "welke ouder" in said(rasa, "2")[-1]
    assert "welk kind" in said(rasa, "Karin")[-1]
    assert "moeilijk" in said(rasa, "sem")[-1]
    opening = said(rasa, "moeilijk")[-1]
    record = record_from_events(rasa.stored["a"])
    assert record is not None and record.opening.text == opening
    assert (record.setup.person, record.setup.difficulty) == ("karin_de_wit", "moeilijk")


def test_an_unclear_choice_is_asked_again() -> None:
    rasa = FakeRasa()
    said(rasa, "hallo")
    answer = said(rasa, "weet ik veel")
    assert "weet ik veel" in answer[0] and "Welk gesprek" in answer[1]


def test_all_choices_at_once_begin_the_talk() -> None:
    rasa = FakeRasa()
    said(rasa, START)
    assert record_from_events(rasa.stored["a"]) is not None


def test_a_choice_that_does_not_exist() -> None:
    rasa = FakeRasa()
    assert "bestaat niet" in said(rasa, START.replace("boos", "blij"))[-1]
    assert "Welk gesprek" in said(rasa, "hallo")[-1]


@pytest.mark.parametrize(("text", "part"), [("", "nog niets geschreven"), ("x" * 20_001, "te lang")])
def test_what_cannot_be_a_turn_is_not_counted(text: str, part: str) -> None:
    rasa = FakeRasa()
    assert part in said(rasa, START, text)[-1]
    record = record_from_events(rasa.stored["a"])
    assert record is not None and record.exchanges == ()


def test_a_hint_is_another_the_second_time() -> None:
    rasa = FakeRasa()
    assert said(rasa, START, "/hint") != said(rasa, "/hint")


def test_stop_ends_and_says_how_to_go_on() -> None:
    rasa = FakeRasa()
    said(rasa, START, "Dat spijt me.", "/stop")
    assert "afgelopen" in said(rasa, "Nog iets.")[-1]
    assert "Dat spijt me." in said(rasa, "/nabespreking")[-1]


def test_debrief_before_a_word_was_said() -> None:
    assert "nog niets gezegd" in said(FakeRasa(), START, "/nabespreking")[-1]


@pytest.mark.parametrize("command", ["/terug", "/hint", "/stop", "/nabespreking"])
def test_a_command_without_exercise_says_so(command: str) -> None:
    (answer,) = said(FakeRasa(), command)
    assert answer.startswith("Er ")


def test_no_hints_for_who_chose_none() -> None:
    rasa = FakeRasa()
    assert "zonder hints" in said(rasa, START.replace("}", ',"coaching":"geen"}'), "/hint")[-1]


def test_a_real_emergency_steps_out_of_role_even_before_the_start() -> None:
    rasa = FakeRasa()
    asyncio.run(rasa._handle("a", "dit is echt", "noodgeval", {"analyse": {"kind": "noodgeval"}}))
    assert "112" in texts(rasa, "a")[-1]
    assert "112" in said(rasa, START, "Dit is echt, help.")[-1]


def test_live_coaching_speaks_beside_the_parent() -> None:
    rasa = FakeRasa()
    lines = said(rasa, START.replace("}", ',"coaching":"live"}'), "Dat is uw schuld, op maandag.")
    record = record_from_events(rasa.stored["a"])
    assert record is not None and record.coach and record.coach[1]["tekst"] in lines[-1]
    assert record.coach[1]["bron"]
