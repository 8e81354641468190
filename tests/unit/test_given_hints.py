"""Hints after a reload: the same words at the same place."""

from __future__ import annotations

from dataclasses import replace

from test_tracker import START, play

from bot.given_hints import given_hints
from bot.tracker import Record, record_from_events


def record(*lines: str) -> tuple[Record, list[str]]:
    rasa = play(START, *lines)
    found = record_from_events(rasa.stored["a"])
    assert found is not None
    told = [e["text"] for e in rasa.stored["a"] if e["event"] == "bot" and "hint" in e["metadata"]]
    return found, told


def test_every_hint_comes_back_word_for_word_after_its_turn() -> None:
    found, told = record("/hint", "Dat spijt me.", "/hint", "/hint", "Wat verwacht u?", "/stop")
    given = given_hints(found)
    assert [item.turns for item in given] == [0, 1, 1]
    for item, line in zip(given, told, strict=True):
        assert item.hint.tekst in line and item.hint.voorbeeld in line and item.hint.bron in line


def test_a_hint_goes_with_the_turn_that_is_taken_back() -> None:
    found, _ = record("Dat spijt me.", "Wat verwacht u?", "/hint", "/terug")
    assert given_hints(found) == ()


def test_a_hint_of_other_content_keeps_its_advice_or_goes() -> None:
    found, _ = record("Dat spijt me.", "/hint")
    other = replace(found, hints=("open_vragen_stellen",))
    assert [item.hint.id for item in given_hints(other)] == ["open_vragen_stellen"]
    assert given_hints(replace(found, hints=("bestaat_niet",))) == ()
