"""After the conversation: second attempts, objections, corrections, with the real actions on plain events."""

from __future__ import annotations

import json
from typing import Any

import pytest
from test_exercises import ME, MIXED, OTHER, Desk, run

from bot.channel.views import exercise_view
from bot.content.label import load_labels


@pytest.fixture
def desk(tmp_path: Any) -> Desk:
    made = Desk(tmp_path)
    for number, text in enumerate(MIXED, 1):
        made.say(number, text)
    return made


def again(desk: Desk, start: int) -> str:
    return str(run(desk.exercises.again(ME, desk.id, {"vanaf": start}))["id"])


def test_a_second_attempt_stands_beside_the_first(desk: Desk) -> None:
    made = again(desk, 3)
    run(desk.exercises.say(ME, made, {"nummer": 3, "tekst": "Ik zie dat u boos bent."}))
    view = run(desk.reports.view(ME, made))
    assert view["eerder"]["vanaf"] == 3 and view["herkomst"] == {"id": desk.id, "vanaf": 3}
    rows = view["eerder"]["beurten"]
    assert [row["nr"] for row in rows] == [3, 4]
    assert rows[0]["eerst"]["leraar"] == MIXED[2] and rows[0]["nu"]["leraar"] == "Ik zie dat u boos bent."
    assert rows[1]["nu"] is None
    first = run(desk.reports.view(ME, desk.id))
    assert first["eerder"] is None and [item["id"] for item in first["later"]] == [made]
    assert view["eerder"]["totaal"]["eerst"] == first["totaal"]
    assert 'id="pogingen"' in run(desk.reports.html(ME, made))


def test_the_setup_and_the_turns_before_are_the_same(desk: Desk) -> None:
    old, new = (run(desk.exercises.record(ME, name)) for name in (desk.id, again(desk, 4)))
    assert new.setup == old.setup and new.opening == old.opening
    assert new.exchanges == old.exchanges[:3]


@pytest.mark.parametrize("which", ["first", "second"])
def test_removing_either_leaves_the_other_readable(desk: Desk, which: str) -> None:
    made = again(desk, 2)
    gone, left = (desk.id, made) if which == "first" else (made, desk.id)
    run(desk.exercises.remove(ME, gone))
    view = run(desk.reports.view(ME, left))
    assert view["eerder"] is None and view["later"] == [] and view["totaal"] >= 0
    (row,) = run(desk.reports.listed(ME))["oefeningen"]
    assert row["vanaf"] == (2 if which == "first" else None)


def test_the_first_attempt_without_turns_is_left_out(desk: Desk) -> None:
    made = again(desk, 2)
    run(desk.exercises.take_back(ME, desk.id, {"nummer": 1}))
    assert run(desk.reports.view(ME, made))["eerder"] is None


@pytest.mark.parametrize("start", [5, 0, None, "2"])
def test_an_attempt_from_a_turn_that_is_not_there(desk: Desk, start: object) -> None:
    assert desk.fault(desk.exercises.again(ME, desk.id, {"vanaf": start})).status == 422
    assert len(run(desk.reports.listed(ME))["oefeningen"]) == 1


def test_a_failure_halfway_leaves_no_half_attempt(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    say, said = desk.rasa.say, []

    async def breaks(name: str, text: str) -> None:
        said.append(text)
        desk.rasa.dead = len(said) > 1
        await say(name, text)

    monkeypatch.setattr(desk.rasa, "say", breaks)
    assert desk.fault(desk.exercises.again(ME, desk.id, {"vanaf": 4})).status == 503
    assert [row["id"] for row in run(desk.reports.listed(ME))["oefeningen"]] == [desk.id]
    assert list(desk.rasa.stored) == [desk.id]


def test_an_attempt_at_an_attempt(desk: Desk) -> None:
    second = again(desk, 3)
    third = str(run(desk.exercises.again(ME, second, {"vanaf": 2}))["id"])
    assert run(desk.reports.view(ME, third))["herkomst"] == {"id": second, "vanaf": 2}


def test_turns_taken_back_are_in_the_debrief_and_the_export(desk: Desk) -> None:
    run(desk.exercises.take_back(ME, desk.id, {"nummer": 3}))
    view = run(desk.reports.view(ME, desk.id))
    assert [(t["nr"], t["leraar"]) for t in view["teruggenomen_beurten"]] == [(3, MIXED[2]), (4, MIXED[3])]
    (one,) = run(desk.reports.export(ME))["oefeningen"]
    assert len(one["teruggenomen"]) == 2


def test_hints_are_there_after_a_reload_and_go_with_their_turn(desk: Desk) -> None:
    given = run(desk.exercises.hint(ME, desk.id))
    view = exercise_view(desk.id, run(desk.exercises.record(ME, desk.id)))
    assert view["hints"] == [{"na": 4, **{key: given[key] for key in ("tekst", "voorbeeld", "bron")}}]
    assert run(desk.exercises.take_back(ME, desk.id, {"nummer": 4}))["hints"] == []


def test_an_objection_counts_at_once_and_can_be_undone(desk: Desk) -> None:
    before = run(desk.reports.view(ME, desk.id))
    run(desk.reports.disagree(ME, desk.id, {"beurt": 3, "label": "verwijt", "reden": "nee"}))
    during = run(desk.reports.view(ME, desk.id))
    (objection,) = during["beurten"][2]["oneens"]
    assert during["totaal"] > before["totaal"] and objection["reden"] == "nee"
    assert run(desk.reports.listed(ME))["oefeningen"][0]["oneens"] == 1
    run(desk.reports.agree(ME, desk.id, 3, "verwijt"))
    assert run(desk.reports.view(ME, desk.id)) == before


@pytest.mark.parametrize(
    "body",
    [
        {"beurt": 3, "soort": "mist", "label": "verwijt"},
        {"beurt": 3, "soort": "label", "label": "doel"},
        {"beurt": 3, "soort": "opmerking", "label": "doel"},
        {"beurt": 3, "soort": "vreemd", "label": "verwijt"},
        {"beurt": 3, "soort": ["label"], "label": "verwijt"},
        {"beurt": 3, "soort": "richtlijn", "label": "verwijt"},
        {"beurt": 5, "soort": "mist", "label": "doel"},
        {"beurt": 3, "label": "verwijt", "reden": 7},
    ],
)
def test_an_objection_that_cannot_be(desk: Desk, body: dict[str, Any]) -> None:
    assert desk.fault(desk.reports.disagree(ME, desk.id, body)).status == 422


def test_corrections_are_only_own_turns_with_an_objection(desk: Desk) -> None:
    assert run(desk.reports.corrections(ME)) == ""
    run(desk.reports.disagree(ME, desk.id, {"beurt": 3, "label": "verwijt", "reden": "nee"}))
    run(desk.reports.disagree(ME, desk.id, {"beurt": 1, "soort": "mist", "label": "doel"}))
    found = [json.loads(line) for line in run(desk.reports.corrections(ME)).splitlines()]
    assert [line["tekst"] for line in found] == [MIXED[0], MIXED[2]]
    assert found[0]["zetten"] == ["excuses", "doel"] and found[1]["valkuilen"] == []
    assert desk.id not in run(desk.reports.corrections(ME))
    assert run(desk.reports.corrections(OTHER)) == ""


def test_nobody_else_can_object_undo_or_read(desk: Desk) -> None:
    for job in (
        desk.reports.disagree(OTHER, desk.id, {"beurt": 1, "soort": "mist", "label": "doel"}),
        desk.reports.agree(OTHER, desk.id, 1, "doel"),
        desk.reports.other_parents(OTHER, desk.id),
        desk.exercises.again(OTHER, desk.id, {"vanaf": 1}),
    ):
        assert desk.fault(job).status == 404


def test_the_labels_to_choose_from_have_names_and_groups(desk: Desk) -> None:
    labels = run(desk.reports.view(ME, desk.id))["labels"]
    assert {"id", "naam", "groep"} == set(labels[0]) and len(labels) == len(load_labels())
    assert {item["groep"] for item in labels} == {"vraagtypen", "zetten", "valkuilen"}
