"""What is kept of groups, labelling and rounds; and that removed text is gone from the file."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.channel.group_sweep import GroupSweep
from bot.group.model import Group, GroupExercise, Member
from bot.group.pasted import LabelTurn
from bot.storage.groups import GroupStore
from bot.storage.labelling import Labelling, LabellingStore, Rater
from bot.storage.store import Row, Store
from bot.storage.tables import TakenError

NOW = "2026-11-01T10:00:00+01:00"
GROUP = Group(
    "K7MPX2QA", "d" * 64, "b" * 43, NOW, GroupExercise("Team 🐸", "Hoi\nallen.", {"casus": "x"}, ("a",))
)
MEMBER = Member(GROUP.code, "Zebrapad", "m" * 43, "", NOW, 1, whole=True)
TALK = Labelling(
    "ABCDEFGH", "b" * 43, NOW, "Sem", 2, (LabelTurn("Nou.", "Appelboom."), LabelTurn("", "Dag."))
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "oefeningen.db"


@pytest.fixture
def store(path: Path) -> Store:
    made = Store(path)
    made.add(Row("oefening", "m" * 43, NOW, "t", "p"))
    return made


def test_what_is_kept_comes_back(store: Store) -> None:
    groups = GroupStore(store.database)
    groups.add(GROUP)
    assert groups.group(GROUP.code) == GROUP and groups.count(GROUP.browser) == 1
    with pytest.raises(TakenError):
        groups.add(replace(GROUP, secret="other"))
    groups.add_member(MEMBER, "zebrapad")
    with pytest.raises(TakenError):
        groups.add_member(replace(MEMBER, browser="x"), "zebrapad")
    groups.begun(GROUP.code, "zebrapad", "oefening")
    assert GroupStore(store.database).members(GROUP.code) == [replace(MEMBER, exercise="oefening")]


def test_a_member_goes_with_the_exercise_and_not_the_other_way(store: Store) -> None:
    groups = GroupStore(store.database)
    groups.add(GROUP)
    groups.add_member(MEMBER, "zebrapad")
    groups.begun(GROUP.code, "zebrapad", "oefening")
    groups.remove(GROUP.code)
    assert store.owns("m" * 43, "oefening")
    groups.add(GROUP)
    groups.add_member(MEMBER, "zebrapad")
    groups.begun(GROUP.code, "zebrapad", "oefening")
    store.remove("oefening")
    assert groups.members(GROUP.code) == []


def test_removed_names_and_texts_are_not_in_the_file(store: Store, path: Path) -> None:
    groups, labels = GroupStore(store.database), LabellingStore(store.database)
    groups.add(GROUP)
    groups.add_member(MEMBER, "zebrapad")
    labels.add(TALK)
    assert b"Zebrapad" in path.read_bytes() and b"Appelboom" in path.read_bytes()
    groups.remove(GROUP.code)
    labels.remove(TALK.code)
    assert b"ebrapad" not in path.read_bytes() and b"Appelboom" not in path.read_bytes()


def test_labels_are_kept_turn_by_turn_until_they_are_final(store: Store) -> None:
    labels = LabellingStore(store.database)
    labels.add(TALK)
    assert labels.labelling(TALK.code) == TALK and labels.count(TALK.browser) == 1
    rater = Rater(TALK.code, "Anna", "m" * 43, (None, None))
    labels.add_rater(rater, "anna", 0)
    for same, browser, place in (("anna", "x", 1), ("bo", rater.browser, 1), ("bo", "x", 0)):
        with pytest.raises(TakenError):
            labels.add_rater(replace(rater, browser=browser), same, place)
    assert labels.label(TALK.code, rater.browser, 1, ("open",))
    assert labels.raters(TALK.code)[0].labels == (None, ("open",))
    labels.finish(TALK.code, rater.browser)
    assert not labels.label(TALK.code, rater.browser, 0, ("open",))
    assert labels.raters(TALK.code)[0] == replace(rater, labels=(None, ("open",)), done=True)


def test_what_is_over_goes_by_itself(store: Store) -> None:
    groups, labels = GroupStore(store.database), LabellingStore(store.database)
    groups.add(GROUP)
    labels.add(TALK)
    sweep, begin = GroupSweep(groups, labels, 30), datetime.fromisoformat(NOW)
    assert asyncio.run(sweep.once(begin + timedelta(days=29))) == 0
    assert asyncio.run(sweep.once(begin + timedelta(days=31))) == 2
    assert groups.group(GROUP.code) is None and labels.labelling(TALK.code) is None
