"""Turns taken back: in reading order, with their number, outside the score."""

from __future__ import annotations

from dataclasses import replace

from making import exchange, reply, script

from bot.debrief import build, render_html, render_text
from bot.debrief.takenback import taken_back
from bot.exercise import Exchange, Exercise


def said(before: str, text: str, after: str) -> Exchange:
    made = exchange("kort", "open")
    return replace(made, turn=replace(made.turn, text=text), before=before, reply=reply(text=after))


KEPT = (said("Dag.", "een", "Hoi."), said("Hoi.", "twee", "Nou."))


def test_several_in_one_go_are_read_from_the_first() -> None:
    back = (said("Ja.", "drie", "Zo."), said("Hoi.", "twee oud", "Ja."), said("Hoi.", "twee anders", "Tja."))
    found = taken_back(Exercise("extra_gesprek", "boos", KEPT, reverted=back))
    assert [(item.nr, item.leraar) for item in found] == [(2, "twee oud"), (3, "drie"), (2, "twee anders")]
    assert found[0].ervoor == "Hoi." and found[0].ouder == "Ja."


def test_everything_was_taken_back() -> None:
    back = (said("Hoi.", "twee", "Nou."), said("Dag.", "een", "Hoi."))
    found = taken_back(Exercise("extra_gesprek", "boos", (), reverted=back))
    assert [item.nr for item in found] == [1, 2]


def test_an_unknown_place_has_no_number() -> None:
    found = taken_back(Exercise("extra_gesprek", "boos", KEPT, reverted=(said("Heel anders.", "x", "y"),)))
    assert found[0].nr is None


def test_it_is_shown_folded_and_changes_no_score() -> None:
    talk = script("boos", "good")
    harsh = replace(exchange("boos", "verwijt dreigen"), reply=reply(0.9))
    plain, with_back = build(talk), build(replace(talk, reverted=(harsh,)))
    assert with_back.totaal == plain.totaal and with_back.competenties == plain.competenties
    page, text = render_html(with_back), render_text(with_back)
    assert '<details class="terug">' in page and "telt niet mee" in page
    assert "TERUGGENOMEN" in text and harsh.turn.text in text and harsh.turn.text in page
    assert "Teruggenomen" not in render_html(plain)
