"""Where our own tables are kept: an SQLite file of this user, or a PostgreSQL that several workers share.

The SQL of the stores is the part that both know: `?` for values, ON CONFLICT, `rowid` for the order of adding.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Any, Protocol

import sqlalchemy as sa  # type: ignore[import-untyped]
from sqlalchemy.exc import SQLAlchemyError  # type: ignore[import-untyped]

StorageError = (sqlite3.Error, SQLAlchemyError)
"""What a database raises when it cannot be used; for the caller to tell (see trouble.py)."""

_WAIT_SECONDS = 10
_CONNECT_SECONDS = 5
_POOL = 5
"""A worker asks one thing at a time; a few connections more are for what runs in threads."""


class Connection(Protocol):
    """One transaction."""

    def execute(self, sql: str, values: Sequence[Any] = ..., /) -> Any:
        """Run a statement; give a cursor with fetchone, fetchall and iteration."""


class Database(Protocol):
    """Makes tables and gives transactions."""

    def make(
        self, tables: str, added_later: Sequence[tuple[str, str, str]] = (), ordered: Sequence[str] = ()
    ) -> None:
        """Make the tables that are not there yet, and columns (table, column, declaration) an older one lacks.

        `ordered` are the tables whose `rowid` is read.
        """

    def open(self) -> AbstractContextManager[Connection]:
        """Give a transaction: kept at the end, undone by an exception."""


class SqliteDatabase:
    """A small file; what is removed is overwritten in it."""

    def __init__(self, path: Path) -> None:
        """Keep the path; the file is made by `make`."""
        self._path = path

    def make(
        self, tables: str, added_later: Sequence[tuple[str, str, str]] = (), ordered: Sequence[str] = ()
    ) -> None:
        """Make what is not there yet; every table has a rowid here."""
        with self.open() as db:
            db.executescript(tables)
            for table, column, declared in added_later:
                if column not in {row[1] for row in db.execute(f"PRAGMA table_info({table})")}:
                    db.execute(f"ALTER TABLE {table} ADD COLUMN {column} {declared}")

    @contextmanager
    def open(self) -> Iterator[sqlite3.Connection]:
        """Give a transaction."""
        with closing(sqlite3.connect(self._path, timeout=_WAIT_SECONDS)) as db, db:
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("PRAGMA secure_delete = ON")
            yield db


class PostgresDatabase:
    """A database on a server, used by all workers; broken connections are replaced."""

    def __init__(self, url: str) -> None:
        """Keep the address (postgresql://...); nothing is opened yet."""
        self._engine = sa.create_engine(
            url,
            pool_size=_POOL,
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args={"connect_timeout": _CONNECT_SECONDS},
        )

    def make(
        self, tables: str, added_later: Sequence[tuple[str, str, str]] = (), ordered: Sequence[str] = ()
    ) -> None:
        """Make what is not there yet, one worker at a time."""
        with self.open() as db:
            db.execute("SELECT pg_advisory_xact_lock(hashtextextended('oefenouder tables', 0))")
            db.execute(tables)
            for table, column, declared in added_later:
                db.execute(f"ALTER TABLE {table} ADD COLUMN IF NOT EXISTS {column} {declared}")
            for table in ordered:
                db.execute(f"ALTER TABLE {table} ADD COLUMN IF NOT EXISTS rowid BIGSERIAL")

    @contextmanager
    def open(self) -> Iterator[Connection]:
        """Give a transaction."""
        with self._engine.begin() as connection:
            yield _Postgres(connection)


class _Postgres:
    """Speaks the SQL of our stores to psycopg2."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def execute(self, sql: str, values: Sequence[Any] = (), /) -> Any:
        if not values:
            return self._connection.exec_driver_sql(sql)
        kept = tuple(storable(value) if isinstance(value, str) else value for value in values)
        return self._connection.exec_driver_sql(sql.replace("?", "%s"), kept)


def storable(text: str) -> str:
    """Give a text without NUL and half characters, which PostgreSQL does not keep."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
