"""Objections: in words, outside the score, and gone without a trace when taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from making import exercise, script

from bot.debrief import build, render_html, render_text
from bot.debrief.objections import guideline_titles, objections
from bot.exercise import Exercise


def objected(talk: Exercise, number: int, kind: str, about: str, reason: str = "") -> Exercise:
    given: dict[str, Any] = {"beurt": number, "soort": kind, "label": about, "reden": reason}
    return replace(talk, disagreements=(*talk.disagreements, given))


BLAMED = exercise("boos > verwijt", "kort > open", "kort > open")


@pytest.mark.parametrize("kind", ["label", "opmerking"])
def test_a_label_or_the_remark_on_it_no_longer_counts(kind: str) -> None:
    before, after = build(BLAMED), build(objected(BLAMED, 1, kind, "verwijt"))
    assert after.totaal > before.totaal
    assert after.beurten[0].fragmenten[0].soort == "betwist"
    assert not [r for r in after.beurten[0].feedback if r.label == "verwijt"]


def test_a_missing_label_counts_neither_way() -> None:
    talk = exercise("boos > open", "kort > open", "kort > open")
    before, after = build(talk), build(objected(talk, 1, "mist", "emotie_erkennen"))
    missed = {g.id for g in before.richtlijnen if g.status == "gemist"}
    still = {g.id for g in after.richtlijnen if g.status == "gemist"}
    assert still < missed
    seen = {g.id for g in after.richtlijnen if g.status == "gezien"}
    assert not (missed - still) & seen
    assert "emotie_erkennen" not in after.beurten[0].zetten


def test_an_advice_objected_to_is_not_held_against_the_trainee() -> None:
    talk = script("boos", "mediocre")
    before = build(talk)
    advice = next(r for r in before.verbeter if not r.label)
    assert guideline_titles()[advice.richtlijn_id] == advice.richtlijn
    after = build(objected(talk, advice.beurt, "richtlijn", advice.richtlijn_id))
    status = {g.id: g.status for g in after.richtlijnen}
    assert status[advice.richtlijn_id] != "gemist"
    assert advice.richtlijn not in [r.richtlijn for r in after.verbeter if r.beurt == advice.beurt]
    assert len(after.verbeter) == 3


def test_an_advice_elsewhere_still_counts() -> None:
    talk = script("boos", "mediocre")
    named = next(g for g in build(talk).richtlijnen if g.status == "gemist" and not g.moment)
    other = objected(talk, max(named.beurten) + 1, "richtlijn", named.id)
    assert [g.status for g in build(other).richtlijnen if g.id == named.id] == ["gemist"]


def test_all_kinds_are_told_with_their_reason_in_every_form() -> None:
    title = next(iter(guideline_titles()))
    talk = BLAMED
    for kind, about in (("label", "verwijt"), ("mist", "doel"), ("richtlijn", title)):
        talk = objected(talk, 1, kind, about, f"want {kind}\nja")
    debrief = build(talk)
    kinds = [item.soort for item in debrief.beurten[0].oneens]
    assert kinds == ["label", "mist", "richtlijn"] and not debrief.beurten[1].oneens
    data = debrief.to_dict()["beurten"][0]["oneens"][0]
    assert {"soort", "label", "naam", "tekst", "reden"} == set(data)
    for page in (render_html(debrief), render_text(debrief)):
        assert all(f"want {kind} ja" in page for kind in kinds)


def test_what_no_longer_exists_is_passed_over() -> None:
    talk = objected(objected(BLAMED, 1, "label", "weg"), 1, "vreemd", "verwijt")
    assert objections(talk, 1) == () and build(talk).beurten


def test_an_objection_of_before_kinds_is_about_a_label() -> None:
    talk = replace(BLAMED, disagreements=({"beurt": 1, "label": "verwijt", "reden": ""},))
    assert [item.soort for item in objections(talk, 1)] == ["label"]


def test_taken_back_it_is_as_before() -> None:
    assert build(replace(objected(BLAMED, 1, "label", "verwijt"), disagreements=())) == build(BLAMED)
