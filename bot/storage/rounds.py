"""Which exercises are rounds of the series."""

from __future__ import annotations

from bot.storage.database import Database
from bot.storage.tables import Tables

_TABLES = """
CREATE TABLE IF NOT EXISTS rounds (
  exercise TEXT PRIMARY KEY REFERENCES exercises (id) ON DELETE CASCADE, step TEXT NOT NULL);
"""


class RoundStore(Tables):
    """Rounds go with their exercise; make a `Store` on the same database first."""

    def __init__(self, database: Database) -> None:
        """Make the table when it is not there yet."""
        super().__init__(database, _TABLES)

    def add(self, exercise: str, step: str) -> None:
        """Keep that an exercise is a round of a step."""
        self._do("INSERT INTO rounds VALUES (?, ?)", exercise, step)

    def steps(self, browser: str) -> dict[str, str]:
        """Give the step of each round of a browser, by exercise."""
        found = self._rows(
            "SELECT exercise, step FROM rounds JOIN exercises ON exercises.id = exercise WHERE browser = ?",
            browser,
        )
        return dict(map(tuple, found))
