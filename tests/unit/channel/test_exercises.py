"""The exercises of a browser, with the real actions on plain events."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

import pytest
from fakes import FakeRasa

from bot.channel.exercises import Exercises
from bot.channel.faults import Fault
from bot.channel.reports import Reports
from bot.storage.store import Store

CHOICE = {"gespreksvorm": "extra_gesprek", "oudertype": "boos", "casus": "sem_maandagmoe", "zaad": 3}
MIXED = ("Dat spijt me.", "Wat merkte u op maandag?", "Dat is uw schuld.", "Wat verwacht u van mij?")
ME, OTHER = "m" * 43, "o" * 43

T = TypeVar("T")


def run(job: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(job)


class Desk:
    """One browser with one exercise."""

    def __init__(self, folder: Path, **choice: object) -> None:
        self.rasa = FakeRasa()
        self.exercises = Exercises(Store(folder / "oefeningen.db"), self.rasa)
        self.reports = Reports(self.exercises)
        self.made = run(self.exercises.begin(ME, {**CHOICE, **choice}))
        self.id: str = self.made["id"]

    def say(self, number: int, text: object, browser: str = ME) -> dict[str, Any]:
        return run(self.exercises.say(browser, self.id, {"nummer": number, "tekst": text}))

    def fault(self, job: Coroutine[Any, Any, Any]) -> Fault:
        with pytest.raises(Fault) as caught:
            run(job)
        assert str(caught.value) and "\n" not in str(caught.value)
        return caught.value

    def refused(self, number: object, text: object) -> Fault:
        return self.fault(self.exercises.say(ME, self.id, {"nummer": number, "tekst": text}))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_the_parent_comes_in(desk: Desk) -> None:
    assert desk.made["uitingen"] == [desk.made["opening"]]
    assert desk.made["toestand"]["woord"] == "gespannen"
    assert len(desk.id) >= 22


def test_a_double_submit_gets_the_first_answer(desk: Desk) -> None:
    first = desk.say(1, "Dat spijt me.")
    assert desk.say(1, "Iets heel anders.") == first
    assert len(run(desk.exercises.record(ME, desk.id)).exchanges) == 1


def test_two_clicks_at_the_same_moment_are_one_turn(desk: Desk) -> None:
    desk.rasa.delay = 0.05

    async def both() -> list[Any]:
        body = {"nummer": 1, "tekst": "Dat spijt me."}
        say = desk.exercises.say
        return await asyncio.gather(say(ME, desk.id, body), say(ME, desk.id, body))

    first, second = run(both())
    assert first["ouder"] == second["ouder"]
    assert len(run(desk.exercises.record(ME, desk.id)).exchanges) == 1


@pytest.mark.parametrize(
    ("number", "text", "status"),
    [
        (1, "", 422),
        (1, "  \n\t", 422),
        (1, "\u200b\u200b", 422),
        (1, None, 422),
        (1, 12, 422),
        (1, "x" * 20_001, 413),
        (0, "Dag.", 422),
        ("1", "Dag.", 422),
        (True, "Dag.", 422),
        (3, "Dag.", 409),
    ],
)
def test_what_is_no_turn_is_refused(desk: Desk, number: object, text: object, status: int) -> None:
    assert desk.refused(number, text).status == status
    assert run(desk.exercises.record(ME, desk.id)).exchanges == ()


@pytest.mark.parametrize(
    "text",
    ["/stop", "/start{}", "<script>alert(1)</script>", "🙂🙂", "\ud83d", "x" * 20_000, "hint", "terug"],
)
def test_whatever_is_typed_is_said_to_the_parent(desk: Desk, text: str) -> None:
    answer = desk.say(1, text)
    assert answer["ouder"] and answer["einde"] is None
    if text != "\ud83d":
        assert answer["leraar"] == text


def test_another_browser_finds_nothing(desk: Desk) -> None:
    for job in (
        desk.exercises.record(OTHER, desk.id),
        desk.exercises.say(OTHER, desk.id, {"nummer": 1, "tekst": "Dag."}),
        desk.exercises.remove(OTHER, desk.id),
        desk.reports.debrief(OTHER, desk.id),
    ):
        assert desk.fault(job).status == 404
    assert run(desk.reports.listed(OTHER)) == {"oefeningen": []}


def test_a_dead_action_server_loses_nothing(desk: Desk) -> None:
    desk.rasa.dead = True
    assert desk.refused(1, "Dat spijt me.").status == 503
    desk.rasa.dead = False
    assert desk.say(1, "Dat spijt me.")["ouder"]
    assert len(run(desk.exercises.record(ME, desk.id)).exchanges) == 1


def test_a_dead_action_server_at_the_start(desk: Desk) -> None:
    desk.rasa.dead = True
    assert desk.fault(desk.exercises.begin(ME, CHOICE)).status == 503
    assert len(run(desk.reports.listed(ME))["oefeningen"]) == 1


def test_taking_back_gives_the_text_and_the_state_of_before(desk: Desk) -> None:
    desk.say(1, "Dat spijt me.")
    before = run(desk.exercises.record(ME, desk.id)).last.state
    desk.say(2, "Dat is uw schuld.")
    back = run(desk.exercises.take_back(ME, desk.id, {"nummer": 2}))
    assert back["tekst"] == "Dat is uw schuld." and len(back["beurten"]) == 1
    assert run(desk.exercises.record(ME, desk.id)).last.state == before
    assert run(desk.exercises.take_back(ME, desk.id, {"nummer": 2}))["tekst"] == ""


def test_taking_back_to_an_earlier_turn(desk: Desk) -> None:
    for number in (1, 2, 3):
        desk.say(number, f"Wat bedoelt u {number}?")
    back = run(desk.exercises.take_back(ME, desk.id, {"nummer": 1}))
    assert (back["beurten"], back["tekst"]) == ([], "Wat bedoelt u 1?")


def test_stop_ends_and_taking_back_goes_on(desk: Desk) -> None:
    desk.say(1, "Dat spijt me.")
    assert run(desk.exercises.stop(ME, desk.id)) == {"einde": "gestopt"}
    assert desk.refused(2, "Nog iets.").status == 409
    assert desk.fault(desk.exercises.hint(ME, desk.id)).status == 409
    run(desk.exercises.take_back(ME, desk.id, {"nummer": 1}))
    assert desk.say(1, "Opnieuw.")["nr"] == 1


def test_hints_are_remembered(desk: Desk) -> None:
    first = run(desk.exercises.hint(ME, desk.id))
    assert first["tekst"] and first["bron"]
    assert run(desk.exercises.hint(ME, desk.id)) != first


def test_again_from_a_turn_says_the_same_before_it(desk: Desk) -> None:
    said = [desk.say(number, f"Wat bedoelt u {number}?")["ouder"] for number in (1, 2, 3)]
    made = run(desk.exercises.again(ME, desk.id, {"vanaf": 3}))
    record = run(desk.exercises.record(ME, made["id"]))
    assert [e.reply.text for e in record.exchanges if e.reply] == said[:2]


@pytest.mark.parametrize("body", [{}, {**CHOICE, "oudertype": "blij"}, {**CHOICE, "casus": {"a": 1}}])
def test_an_impossible_choice(desk: Desk, body: dict[str, Any]) -> None:
    assert desk.fault(desk.exercises.begin(ME, body)).status == 422


def test_removed_is_gone(desk: Desk) -> None:
    run(desk.exercises.begin(ME, CHOICE))
    run(desk.exercises.remove(ME, desk.id))
    assert desk.id not in desk.rasa.stored
    assert desk.fault(desk.exercises.record(ME, desk.id)).status == 404
    run(desk.exercises.remove_all(ME))
    assert desk.rasa.stored == {}


def test_live_coaching_survives_a_reload(tmp_path: Path) -> None:
    desk = Desk(tmp_path, coaching="live")
    answer = desk.say(1, "Dat is uw schuld, op maandag.")
    record = run(desk.exercises.record(ME, desk.id))
    assert answer["coach"]["tekst"] and record.coach and record.coach[1] == answer["coach"]


def test_the_debrief_is_the_same_twice_and_shows_in_the_list(desk: Desk) -> None:
    assert desk.fault(desk.reports.debrief(ME, desk.id)).status == 409
    for number, text in enumerate(MIXED, 1):
        desk.say(number, text)
    first = run(desk.reports.view(ME, desk.id))
    assert run(desk.reports.view(ME, desk.id)) == first
    (row,) = run(desk.reports.listed(ME))["oefeningen"]
    assert row["totaal"] == first["totaal"] and row["competenties"]


def test_a_disputed_label_no_longer_counts(desk: Desk) -> None:
    for number, text in enumerate(MIXED, 1):
        desk.say(number, text)
    before = run(desk.reports.view(ME, desk.id))["totaal"]
    run(desk.reports.disagree(ME, desk.id, {"beurt": 3, "label": "verwijt", "reden": "niet zo bedoeld"}))
    assert run(desk.reports.view(ME, desk.id))["totaal"] > before


@pytest.mark.parametrize(
    "body",
    [
        {"beurt": 9, "label": "verwijt"},
        {"beurt": 1, "label": "bestaat_niet"},
        {"beurt": 1, "label": "verwijt", "reden": "x" * 1001},
        {"beurt": 1, "label": ["verwijt"]},
    ],
)
def test_a_strange_disagreement(desk: Desk, body: dict[str, Any]) -> None:
    desk.say(1, "Dat is uw schuld.")
    assert desk.fault(desk.reports.disagree(ME, desk.id, body)).status == 422


def test_the_same_turns_with_all_eight_parents(desk: Desk) -> None:
    said = desk.say(1, "Wat verwacht u van mij?")["ouder"]
    rows = run(desk.reports.other_parents(ME, desk.id))["rijen"]
    assert len(rows) == 8
    assert next(row for row in rows if row["type"] == "boos")["laatste"] == said


def test_export_holds_every_word(desk: Desk) -> None:
    desk.say(1, "Dat spijt me.")
    (one,) = run(desk.reports.export(ME))["oefeningen"]
    assert one["beurten"][0]["leraar"] == "Dat spijt me." and one["keuze"]["zaad"] == 3
