"""The list of exercises per browser, and what trainees disagreed with. The conversations are elsewhere."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_TABLES = """
CREATE TABLE IF NOT EXISTS exercises (
  id TEXT PRIMARY KEY, browser TEXT NOT NULL, created TEXT NOT NULL,
  title TEXT NOT NULL, parent TEXT NOT NULL, ending TEXT, total INTEGER, scores TEXT NOT NULL DEFAULT '{}');
CREATE INDEX IF NOT EXISTS exercises_by_browser ON exercises (browser);
CREATE TABLE IF NOT EXISTS disagreements (
  exercise TEXT NOT NULL REFERENCES exercises (id) ON DELETE CASCADE,
  turn INTEGER NOT NULL, label TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (exercise, turn, label));
"""

_WAIT_SECONDS = 10


@dataclass(frozen=True)
class Row:
    """One exercise in the list; `total` (0 to 100) and `scores` are filled once a debrief was read."""

    id: str
    browser: str
    created: str
    title: str
    parent: str
    ending: str | None = None
    total: int | None = None
    scores: dict[str, int | None] = field(default_factory=dict)


class Store:
    """A small SQLite file; every call is one transaction. sqlite3.Error is for the caller to tell."""

    def __init__(self, path: Path) -> None:
        """Make the tables when the file is new."""
        self._path = path
        with self._open() as db:
            db.executescript(_TABLES)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._path, timeout=_WAIT_SECONDS)) as db, db:
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("PRAGMA secure_delete = ON")
            yield db

    def add(self, row: Row) -> None:
        """Put a new exercise in the list."""
        values = (row.id, row.browser, row.created, row.title, row.parent, row.ending, row.total)
        with self._open() as db:
            db.execute(
                "INSERT INTO exercises VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*values, json.dumps(row.scores))
            )

    def owns(self, browser: str, name: str) -> bool:
        """Tell whether an exercise belongs to this browser."""
        with self._open() as db:
            return bool(
                db.execute("SELECT 1 FROM exercises WHERE id = ? AND browser = ?", (name, browser)).fetchone()
            )

    def rows(self, browser: str) -> list[Row]:
        """Give the exercises of a browser, newest first."""
        with self._open() as db:
            found = db.execute(
                "SELECT id, browser, created, title, parent, ending, total, scores FROM exercises"
                " WHERE browser = ? ORDER BY created DESC, rowid DESC",
                (browser,),
            ).fetchall()
        return [_row(*values) for values in found]

    def set_ending(self, name: str, ending: str | None) -> None:
        """Keep how a conversation ended; a score from before no longer counts."""
        with self._open() as db:
            db.execute(
                "UPDATE exercises SET ending = ?, total = NULL, scores = '{}' WHERE id = ?", (ending, name)
            )

    def set_score(self, name: str, total: int, scores: dict[str, int | None]) -> None:
        """Keep the outcome of the debrief, for progress over time."""
        with self._open() as db:
            db.execute(
                "UPDATE exercises SET total = ?, scores = ? WHERE id = ?", (total, json.dumps(scores), name)
            )

    def remove(self, name: str) -> None:
        """Remove an exercise and its disagreements for good."""
        with self._open() as db:
            db.execute("DELETE FROM exercises WHERE id = ?", (name,))

    def disagree(self, name: str, turn: int, label: str, reason: str) -> None:
        """Keep that the trainee does not agree with a label on a turn; the last reason counts."""
        with self._open() as db:
            db.execute(
                "INSERT OR REPLACE INTO disagreements VALUES (?, ?, ?, ?)", (name, turn, label, reason)
            )

    def withdraw_from(self, name: str, turn: int) -> None:
        """Forget disagreements with turns that were taken back, this one and later."""
        with self._open() as db:
            db.execute("DELETE FROM disagreements WHERE exercise = ? AND turn >= ?", (name, turn))

    def disagreements(self, name: str) -> list[dict[str, Any]]:
        """Give the disagreements as the debrief reads them."""
        with self._open() as db:
            found = db.execute(
                "SELECT turn, label, reason FROM disagreements WHERE exercise = ? ORDER BY turn, label",
                (name,),
            ).fetchall()
        return [{"beurt": turn, "label": label, "reden": reason} for turn, label, reason in found]


def _row(
    name: str,
    browser: str,
    created: str,
    title: str,
    parent: str,
    ending: str | None,
    total: int | None,
    scores: str,
) -> Row:
    return Row(name, browser, created, title, parent, ending, total, json.loads(scores))
