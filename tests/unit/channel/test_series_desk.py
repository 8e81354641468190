"""The series for one browser: rounds are ordinary exercises, progress follows from their scores."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from fakes import FakeRasa

from bot.channel.exercises import Exercises
from bot.channel.faults import Fault
from bot.channel.series import SeriesDesk
from bot.group.series import series
from bot.storage.rounds import RoundStore
from bot.storage.store import Store

ME, OTHER = "m" * 43, "o" * 43
FIRST, SECOND = series().steps[:2]


@pytest.fixture
def desk(tmp_path: Path) -> SeriesDesk:
    store = Store(tmp_path / "oefeningen.db")
    return SeriesDesk(RoundStore(store.database), Exercises(store, FakeRasa()))


def _stores(desk: SeriesDesk) -> Store:
    return desk._exercises.store


def test_a_round_has_the_settings_of_its_step(desk: SeriesDesk) -> None:
    made = asyncio.run(desk.begin(ME, FIRST.id, {"plan": "Rustig.", "oudertype": "boos", "zaad": 1}))
    assert made["keuze"]["oudertype"] == FIRST.choice.oudertype and made["keuze"]["plan"] == "Rustig."
    assert made["keuze"]["persoon"] == desk.step(FIRST.id)["keuze"]["persoon"]
    shown = desk.view(ME)["stappen"][0]
    assert [one["oefening"] for one in shown["rondes"]] == [made["id"]] and not shown["af"]
    assert desk.view(OTHER)["stappen"][0]["rondes"] == []


def test_progress_follows_from_ending_and_score(desk: SeriesDesk) -> None:
    first = asyncio.run(desk.begin(ME, FIRST.id, {}))["id"]
    _stores(desk).set_ending(first, "afspraak")
    assert desk.view(ME)["stappen"][0]["af"] and desk.view(ME)["volgende"] == SECOND.id
    second = asyncio.run(desk.begin(ME, SECOND.id, {}))["id"]
    _stores(desk).set_ending(second, "afspraak")
    assert not desk.view(ME)["stappen"][1]["af"]
    assert SECOND.done
    _stores(desk).set_score(second, 60, {SECOND.done.competence: SECOND.done.score})
    shown = desk.view(ME)["stappen"][1]
    assert shown["af"] and shown["beste"] == SECOND.done.score


def test_a_removed_round_counts_no_more(desk: SeriesDesk) -> None:
    made = asyncio.run(desk.begin(ME, FIRST.id, {}))["id"]
    _stores(desk).set_ending(made, "afspraak")
    asyncio.run(desk._exercises.remove(ME, made))
    assert desk.view(ME)["stappen"][0]["rondes"] == [] and desk.view(ME)["volgende"] == FIRST.id


@pytest.mark.parametrize("name", ["", "nergens", "../x", "x" * 5000])
def test_a_step_that_does_not_exist(desk: SeriesDesk, name: str) -> None:
    with pytest.raises(Fault) as caught:
        desk.step(name)
    assert caught.value.status == 404
