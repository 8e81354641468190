"""The list of exercises per browser: outcomes, second attempts, objections. The conversations are elsewhere."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.storage.database import Connection, Database, SqliteDatabase

_TABLES = """
CREATE TABLE IF NOT EXISTS exercises (
  id TEXT PRIMARY KEY, browser TEXT NOT NULL, created TEXT NOT NULL,
  title TEXT NOT NULL, parent TEXT NOT NULL, ending TEXT, total INTEGER, scores TEXT NOT NULL DEFAULT '{}');
CREATE INDEX IF NOT EXISTS exercises_by_browser ON exercises (browser);
CREATE TABLE IF NOT EXISTS disagreements (
  exercise TEXT NOT NULL REFERENCES exercises (id) ON DELETE CASCADE,
  turn INTEGER NOT NULL, label TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (exercise, turn, label));
CREATE TABLE IF NOT EXISTS attempts (
  exercise TEXT PRIMARY KEY REFERENCES exercises (id) ON DELETE CASCADE,
  origin TEXT REFERENCES exercises (id) ON DELETE SET NULL, turn INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS attempts_by_origin ON attempts (origin);
"""

_ADDED_LATER = (("disagreements", "kind", "TEXT NOT NULL DEFAULT 'label'"),)
"""Columns that a database of an earlier version lacks: table, column, declaration."""


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
    attempt: Attempt | None = None
    objections: int = 0


@dataclass(frozen=True)
class Attempt:
    """A second try: from which turn (1 and up), and of which exercise; None when that one was removed."""

    origin: str | None
    turn: int


class Store:
    """The list in a small SQLite file, or in another database; every call is one transaction.

    StorageError (database.py) is for the caller to tell.
    """

    def __init__(self, place: Path | Database) -> None:
        """Make the tables when they are not there yet."""
        self._database = SqliteDatabase(place) if isinstance(place, Path) else place
        self._database.make(_TABLES, _ADDED_LATER, ordered=("exercises",))

    @property
    def database(self) -> Database:
        """Give the database, for what is kept beside the list and goes with its exercises."""
        return self._database

    def _open(self) -> AbstractContextManager[Connection]:
        return self._database.open()

    def ping(self) -> None:
        """Ask something small, to see whether the database answers."""
        with self._open() as db:
            db.execute("SELECT 1 FROM exercises LIMIT 1").fetchone()

    def add(self, row: Row) -> None:
        """Put a new exercise in the list."""
        values = (row.id, row.browser, row.created, row.title, row.parent, row.ending, row.total)
        with self._open() as db:
            db.execute(
                "INSERT INTO exercises VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*values, json.dumps(row.scores))
            )

    def set_attempt(self, name: str, attempt: Attempt) -> None:
        """Keep of which exercise this one is another try; removing either leaves the other."""
        with self._open() as db:
            db.execute(
                "INSERT INTO attempts VALUES (?, ?, ?) ON CONFLICT (exercise)"
                " DO UPDATE SET origin = excluded.origin, turn = excluded.turn",
                (name, attempt.origin, attempt.turn),
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
                "SELECT id, browser, created, title, parent, ending, total, scores, attempts.turn, origin,"
                " (SELECT count(*) FROM disagreements WHERE disagreements.exercise = id)"
                " FROM exercises LEFT JOIN attempts ON attempts.exercise = id"
                " WHERE browser = ? ORDER BY created DESC, exercises.rowid DESC",
                (browser,),
            ).fetchall()
        return [_row(*values) for values in found]

    def dates(self) -> list[tuple[str, str]]:
        """Give every exercise of every browser with its date (ISO), to remove what is over."""
        with self._open() as db:
            return [(name, created) for name, created in db.execute("SELECT id, created FROM exercises")]

    def date_again(self, name: str, created: str) -> None:
        """Give an exercise another date, for one made while the clock was ahead."""
        with self._open() as db:
            db.execute("UPDATE exercises SET created = ? WHERE id = ?", (created, name))

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

    def disagree(self, name: str, turn: int, label: str, reason: str, kind: str = "label") -> None:
        """Keep that the trainee does not agree with something about a turn; the last reason counts.

        `kind` is what `label` names: a label that is wrong or missing, a remark on a label, a guideline.
        """
        with self._open() as db:
            db.execute(
                "INSERT INTO disagreements (exercise, turn, label, reason, kind) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (exercise, turn, label)"
                " DO UPDATE SET reason = excluded.reason, kind = excluded.kind",
                (name, turn, label, reason, kind),
            )
            _forget_score(db, name)

    def agree(self, name: str, turn: int, label: str) -> None:
        """Forget a disagreement; nothing happens when there is none."""
        with self._open() as db:
            place = (name, turn, label)
            db.execute("DELETE FROM disagreements WHERE exercise = ? AND turn = ? AND label = ?", place)
            _forget_score(db, name)

    def withdraw_from(self, name: str, turn: int) -> None:
        """Forget disagreements with turns that were taken back, this one and later."""
        with self._open() as db:
            db.execute("DELETE FROM disagreements WHERE exercise = ? AND turn >= ?", (name, turn))

    def disagreements(self, name: str) -> list[dict[str, Any]]:
        """Give the disagreements as the debrief reads them."""
        with self._open() as db:
            found = db.execute(
                "SELECT turn, label, reason, kind FROM disagreements WHERE exercise = ? ORDER BY turn, label",
                (name,),
            ).fetchall()
        return [
            {"beurt": turn, "soort": kind, "label": label, "reden": reason}
            for turn, label, reason, kind in found
        ]


def _forget_score(db: Connection, name: str) -> None:
    """Drop the kept outcome: it is counted again when the debrief is read."""
    db.execute("UPDATE exercises SET total = NULL, scores = '{}' WHERE id = ?", (name,))


def _row(
    name: str,
    browser: str,
    created: str,
    title: str,
    parent: str,
    ending: str | None,
    total: int | None,
    scores: str,
    turn: int | None,
    origin: str | None,
    objections: int,
) -> Row:
    attempt = Attempt(origin, turn) if turn else None
    return Row(name, browser, created, title, parent, ending, total, json.loads(scores), attempt, objections)
