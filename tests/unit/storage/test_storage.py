"""The data folder and the list of exercises."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from bot.storage.folder import FolderError, data_folder
from bot.storage.store import Attempt, Row, Store


def row(name: str, browser: str = "ik", created: str = "2026-11-24T10:00:00") -> Row:
    return Row(name, browser, created, "Sem", "Karin de Wit")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "oefeningen.db")


def test_a_folder_is_made_for_this_user_only(tmp_path: Path) -> None:
    folder = data_folder(tmp_path / "a" / "b")
    assert folder.is_dir() and folder.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    file = tmp_path / "bestand"
    file.write_text("", encoding="utf-8")
    with pytest.raises(FolderError, match="--data-map"):
        data_folder(file / "map")


def test_the_environment_chooses_when_nobody_else_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OEFENOUDER_DATA_MAP", str(tmp_path / "omgeving"))
    assert data_folder() == tmp_path / "omgeving"
    assert data_folder(tmp_path / "keuze") == tmp_path / "keuze"


def test_newest_first_and_only_own(store: Store) -> None:
    store.add(row("oud", created="2026-11-23T10:00:00"))
    store.add(row("nieuw"))
    store.add(row("ander", browser="zij"))
    assert [found.id for found in store.rows("ik")] == ["nieuw", "oud"]
    assert store.owns("ik", "nieuw") and not store.owns("ik", "ander")


def test_what_is_kept_survives_a_restart(store: Store, tmp_path: Path) -> None:
    store.add(row("a"))
    store.set_ending("a", "afspraak")
    store.set_score("a", 71, {"vragen": 80, "feiten": None})
    (found,) = Store(tmp_path / "oefeningen.db").rows("ik")
    assert (found.ending, found.total, found.scores) == ("afspraak", 71, {"vragen": 80, "feiten": None})


def test_an_ending_taken_back_takes_the_score_with_it(store: Store) -> None:
    store.add(row("a"))
    store.set_score("a", 71, {})
    store.set_ending("a", None)
    assert store.rows("ik")[0].total is None


def test_disagreements_go_with_their_turn_and_exercise(store: Store) -> None:
    store.add(row("a"))
    store.disagree("a", 1, "verwijt", "nee")
    store.disagree("a", 1, "verwijt", "echt niet")
    store.disagree("a", 2, "oordeel", "")
    store.withdraw_from("a", 2)
    assert store.disagreements("a") == [
        {"beurt": 1, "soort": "label", "label": "verwijt", "reden": "echt niet"}
    ]
    assert store.rows("ik")[0].objections == 1
    store.remove("a")
    assert store.disagreements("a") == [] and store.rows("ik") == []


def test_a_disagreement_taken_back_is_gone_and_the_score_waits_for_the_debrief(store: Store) -> None:
    store.add(row("a"))
    store.set_score("a", 71, {"vragen": 80})
    store.disagree("a", 1, "doel", "ik zei het doel", "mist")
    assert store.disagreements("a")[0]["soort"] == "mist"
    assert (store.rows("ik")[0].total, store.rows("ik")[0].scores) == (None, {})
    store.agree("a", 1, "doel")
    store.agree("a", 9, "doel")
    assert store.disagreements("a") == []


def test_removing_either_attempt_leaves_the_other(store: Store) -> None:
    for name in ("eerst", "nu", "later"):
        store.add(row(name))
    store.set_attempt("nu", Attempt("eerst", 3))
    store.set_attempt("later", Attempt("nu", 2))
    store.remove("eerst")
    store.remove("later")
    (left,) = store.rows("ik")
    assert left.id == "nu" and left.attempt == Attempt(None, 3)


def test_a_file_of_the_first_version_is_read_and_grows(tmp_path: Path) -> None:
    path = tmp_path / "oefeningen.db"
    with sqlite3.connect(path) as db:
        db.executescript(
            "CREATE TABLE exercises (id TEXT PRIMARY KEY, browser TEXT NOT NULL, created TEXT NOT NULL,"
            " title TEXT NOT NULL, parent TEXT NOT NULL, ending TEXT, total INTEGER,"
            " scores TEXT NOT NULL DEFAULT '{}');"
            "CREATE TABLE disagreements (exercise TEXT NOT NULL REFERENCES exercises (id) ON DELETE CASCADE,"
            " turn INTEGER NOT NULL, label TEXT NOT NULL, reason TEXT NOT NULL,"
            " PRIMARY KEY (exercise, turn, label));"
            "INSERT INTO exercises VALUES ('a', 'ik', '2026-11-01', 'Sem', 'Karin', 'afspraak', 60, '{}');"
            "INSERT INTO disagreements VALUES ('a', 2, 'verwijt', 'nee');"
        )
    db.close()
    for _ in range(2):
        (found,) = Store(path).rows("ik")
        assert (found.total, found.attempt, found.objections) == (60, None, 1)
    assert Store(path).disagreements("a")[0]["soort"] == "label"


def test_a_broken_file_is_an_error_for_the_caller(tmp_path: Path) -> None:
    path = tmp_path / "kapot.db"
    path.write_bytes(b"dit is geen database" * 100)
    with pytest.raises(sqlite3.DatabaseError):
        Store(path)
