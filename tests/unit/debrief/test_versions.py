"""Comparing with an earlier debrief: what is scored differently, and why."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from making import script

from bot.debrief import OldReportError, build, compare, render_changes

NOW: dict[str, Any] = json.loads(json.dumps(build(script("boos", "mediocre")).to_dict()))


def earlier() -> dict[str, Any]:
    return copy.deepcopy(NOW)


def guideline(report: dict[str, Any], status: str, competence: str = "") -> dict[str, Any]:
    found: dict[str, Any] = next(
        g
        for g in report["richtlijnen"]
        if g["status"] == status and (not competence or g["competentie"] == competence)
    )
    return found


def test_nothing_changed_is_said() -> None:
    changes = compare(earlier(), NOW)
    assert changes.same_score and not changes.versies
    text = render_changes(changes)
    assert "niets anders beoordeeld" in text and "precies gelijk" in text


def test_another_version_without_another_score_is_said_too() -> None:
    old = earlier()
    old["delen"]["opmerkingen"] = "eerder"
    old["beurten"][0]["feedback"] = []
    text = render_changes(compare(old, NOW))
    assert "niets anders beoordeeld" in text
    assert "opmerkingen en betere zinnen: was eerder, is nu " + NOW["delen"]["opmerkingen"] in text
    assert "beurt 1. Dat verandert het cijfer niet." in text


def test_labels_gained_and_lost_per_turn() -> None:
    old = earlier()
    old["beurten"][1]["zetten"] = ["doel"]
    lost = NOW["beurten"][1]["zetten"]
    (turn,) = compare(old, NOW).beurten
    assert turn.nr == 2 and "doel" in " ".join(turn.eraf)
    assert len(turn.erbij) == len(lost) and "Beurt 2:" in render_changes(compare(old, NOW))


def test_a_competence_names_the_guideline_and_the_label_that_moved_it() -> None:
    old = earlier()
    moved = guideline(old, "gezien", "relatie")
    moved["status"] = "gemist"
    old["competenties"]["relatie"]["score"] = 3
    old["competenties"]["valkuilen"]["score"] = 3
    old["beurten"][0]["valkuilen"] = ["verwijt"]
    changes = compare(old, NOW)
    relation, pitfalls = changes.competenties
    assert [m.naam for m in relation.richtlijnen] == [moved["titel"]] and len(relation.labels) == 1
    assert pitfalls.labels == relation.labels and not pitfalls.anders
    text = render_changes(changes)
    assert f"door de richtlijn: {moved['titel']}" in text and "was: gemist; is nu: gezien" in text


def test_a_competence_that_no_guideline_moved_names_the_part_that_changed() -> None:
    old = earlier()
    old["competenties"]["vragen"]["score"] = None
    old["totaal"] -= 9
    old["delen"]["competenties"] = "eerder"
    (found,) = compare(old, NOW).competenties
    assert found.anders == ("competenties",)
    text = render_changes(compare(old, NOW))
    assert "was geen cijfer" in text and "door: competenties en gewichten" in text
    assert f"was {old['totaal']}, is nu {NOW['totaal']}" in text


def test_the_same_status_on_other_turns_counts_as_the_cause() -> None:
    old = earlier()
    moved = guideline(old, "gezien", "relatie")
    moved["beurten"] = [99]
    old["competenties"]["relatie"]["score"] = 3
    changes = compare(old, NOW)
    assert changes.richtlijnen == () and changes.competenties[0].richtlijnen[0].id == moved["id"]
    assert "(andere beurten)" in render_changes(changes)


def test_guidelines_that_came_and_went() -> None:
    old = earlier()
    gone = {**guideline(old, "gezien"), "id": "weg", "titel": "Weg ermee."}
    quiet = {**guideline(old, "niet_aan_de_orde"), "id": "stil"}
    came = guideline(old, "gezien")
    old["richtlijnen"] = [g for g in old["richtlijnen"] if g is not came] + [gone, quiet]
    moved = {m.id: (m.oud, m.nieuw) for m in compare(old, NOW).richtlijnen}
    assert moved == {came["id"]: (None, "gezien"), "weg": ("gezien", None)}
    assert "bestond niet" in render_changes(compare(old, NOW))


def test_a_report_of_before_parts_existed() -> None:
    old = earlier()
    del old["delen"]
    del old["inhoud"]
    assert "was onbekend" in render_changes(compare(old, NOW))


def test_a_turn_with_other_words_is_pointed_out() -> None:
    old = earlier()
    old["beurten"][0]["leraar"] = "Iets anders."
    assert compare(old, NOW).beurten[0].andere_tekst
    assert "een andere tekst" in render_changes(compare(old, NOW))


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        [],
        "tekst",
        {},
        {"totaal": 3},
        {**NOW, "totaal": "3"},
        {**NOW, "beurten": [1]},
        {**NOW, "beurten": [{"nr": 1}]},
        {**NOW, "beurten": [{**NOW["beurten"][0], "nr": "1"}]},
        {**NOW, "beurten": [{**NOW["beurten"][0], "zetten": None}]},
        {**NOW, "beurten": [{**NOW["beurten"][0], "zetten": [[1]]}]},
        {**NOW, "competenties": {"vragen": 3}},
        {**NOW, "richtlijnen": [{"id": "x"}]},
        {**NOW, "richtlijnen": {}},
        {**NOW, "delen": [1]},
        {**NOW, "richtlijnen": [{"id": "x", "status": "gezien", "beurten": None}]},
        {**NOW, "beurten": [{**NOW["beurten"][0], "feedback": 3}]},
    ],
)
def test_a_file_that_is_no_debrief(wrong: Any) -> None:
    with pytest.raises(OldReportError) as caught:
        compare(wrong, NOW)
    assert caught.value.reason == "vergelijk_geen_nabespreking"


def test_a_debrief_of_another_talk() -> None:
    other = earlier()
    for turn in other["beurten"][1:]:
        turn["leraar"] = "Iets heel anders."
    with pytest.raises(OldReportError) as caught:
        compare(other, NOW)
    assert caught.value.reason == "vergelijk_ander_gesprek"
