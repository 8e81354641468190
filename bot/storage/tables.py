"""What our stores share: their tables, made once, and short ways to ask and change."""

from __future__ import annotations

from typing import Any

from bot.storage.database import Database


class TakenError(Exception):
    """A code, nickname or place that is taken."""


class Tables:
    """Our own tables in a database; every call is one transaction."""

    def __init__(self, database: Database, tables: str) -> None:
        """Make the tables when they are not there yet."""
        self._database = database
        database.make(tables)

    def _rows(self, sql: str, *values: Any) -> list[Any]:
        with self._database.open() as db:
            return list(db.execute(sql, values).fetchall())

    def _do(self, sql: str, *values: Any) -> None:
        with self._database.open() as db:
            db.execute(sql, values)

    def _add(self, sql: str, values: tuple[Any, ...]) -> None:
        """Add a row; raise TakenError when the statement (ON CONFLICT DO NOTHING) added none."""
        with self._database.open() as db:
            if db.execute(sql, values).rowcount == 0:
                raise TakenError
