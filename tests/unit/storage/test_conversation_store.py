"""Rasa's store with our care: private, sure of what it read, and indifferent to clocks."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, SessionStarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from bot.storage.conversations import ConversationStore, UnreadError


def run(job: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(job)


def store_at(path: Path) -> ConversationStore:
    domain = Domain.from_dict({"actions": ["action_beurt"], "intents": ["beurt"]})
    return ConversationStore(domain, dialect="sqlite", db=str(path), query={"timeout": "0.2"})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "gesprekken.db"


@pytest.fixture
def store(file: Path) -> ConversationStore:
    return store_at(file)


def at(seconds: float, *events: Event) -> list[Event]:
    for event in events:
        event.timestamp = seconds
    return list(events)


def session(text: str = "Dag.") -> list[Event]:
    return [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen"), UserUttered(text)]  # fmt: skip


def add(store: ConversationStore, name: str, events: list[Event]) -> None:
    tracker = run(store.retrieve(name)) or DialogueStateTracker(name, [])
    for event in events:
        tracker.update(event)
    run(store.save(tracker))


def words(store: ConversationStore, name: str) -> list[str | None]:
    tracker = run(store.retrieve(name))
    return [event.text for event in tracker.events if isinstance(event, UserUttered)] if tracker else []


def test_a_clock_that_goes_back_loses_no_event(store: ConversationStore) -> None:
    add(store, "a", at(2_000.0, *session("een")))
    add(store, "a", at(1_000.0, UserUttered("twee")))
    add(store, "a", at(3_000.0, UserUttered("drie")))
    assert words(store, "a") == ["een", "twee", "drie"]


def test_a_new_session_begins_anew(store: ConversationStore) -> None:
    add(store, "a", at(2_000.0, *session("een")))
    add(store, "a", at(1_000.0, *session("nieuw")))
    assert words(store, "a") == ["nieuw"]


def test_what_could_not_be_read_is_not_written_over(store: ConversationStore, file: Path) -> None:
    add(store, "a", session("een"))
    lock = sqlite3.connect(file, isolation_level=None)
    lock.execute("BEGIN EXCLUSIVE")
    with pytest.raises(SQLAlchemyError):
        run(store.retrieve("a"))
    assert store.trouble("a") == "opslag_bezet" and store.trouble("a") is None
    lock.execute("ROLLBACK")
    with pytest.raises(UnreadError):
        run(store.save(DialogueStateTracker.from_events("a", session("vreemd"))))
    assert words(store, "a") == ["een"]
    add(store, "a", [UserUttered("twee")])
    assert words(store, "a") == ["een", "twee"]


def test_an_error_holds_no_words(store: ConversationStore, file: Path) -> None:
    tracker = DialogueStateTracker.from_events("a", session("geheim woord"))
    lock = sqlite3.connect(file, isolation_level=None)
    lock.execute("BEGIN EXCLUSIVE")
    with pytest.raises(OperationalError) as caught:
        run(store.save(tracker))
    lock.execute("ROLLBACK")
    assert "geheim" not in str(caught.value)


def test_forgotten_means_overwritten(store: ConversationStore, file: Path) -> None:
    add(store, "a", session("Bijzonderwoord " * 500))
    add(store, "b", session("blijft"))
    assert b"Bijzonderwoord" in file.read_bytes()
    store.forget("a")
    assert b"Bijzonderwoord" not in file.read_bytes() and words(store, "b") == ["blijft"]


def test_remains_in_a_file_of_an_older_version_are_cleaned_once(file: Path) -> None:
    add(store_at(file), "a", session("Bijzonderwoord " * 500))
    with sqlite3.connect(file) as db:
        db.execute("PRAGMA secure_delete = OFF")
        db.execute("DELETE FROM events")
        db.execute("PRAGMA user_version = 0")
    assert b"Bijzonderwoord" in file.read_bytes()
    store_at(file)
    assert b"Bijzonderwoord" not in file.read_bytes()


def test_which_conversations_are_silent(store: ConversationStore) -> None:
    add(store, "oud", at(1_000.0, *session()))
    add(store, "nieuw", at(1_000.0, *session()))
    add(store, "nieuw", at(3_000.0, UserUttered("Nog iets.")))
    assert store.silent_since(2_000.0) == ["oud"]
