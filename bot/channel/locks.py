"""One thing at a time in an exercise: in this process, or over all workers that share a database."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, Protocol
from weakref import WeakValueDictionary

import sqlalchemy as sa  # type: ignore[import-untyped]
from sqlalchemy.exc import SQLAlchemyError  # type: ignore[import-untyped]
from sqlalchemy.pool import NullPool  # type: ignore[import-untyped]

from bot.channel.faults import Fault
from bot.storage.trouble import trouble_in

PATIENCE_SECONDS = 20.0
"""Less than the page waits (api.js)."""
_EVERY_SECONDS = 0.05
_CONNECT_SECONDS = 5


class Locks(Protocol):
    """Gives the lock of an exercise."""

    def of(self, name: str) -> AbstractAsyncContextManager[Any]:
        """Give a lock that one request at a time holds."""


class LocalLocks:
    """Locks of this process, each kept only while somebody holds or waits for it."""

    def __init__(self) -> None:
        """Begin without locks."""
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def of(self, name: str) -> asyncio.Lock:
        """Give the lock of an exercise."""
        return self._locks.setdefault(name, asyncio.Lock())


class SharedLocks:
    """Advisory locks of PostgreSQL, all on one connection: when a worker dies, the database frees them at once."""

    def __init__(self, url: str, patience: float = PATIENCE_SECONDS) -> None:
        """Keep the address and how many seconds to wait for another worker."""
        settings = {"connect_timeout": _CONNECT_SECONDS, "application_name": "oefenouder-locks"}
        self._engine = sa.create_engine(url, poolclass=NullPool, connect_args=settings)
        self._here, self._patience = LocalLocks(), patience
        self._connection: Any = None

    @asynccontextmanager
    async def of(self, name: str) -> AsyncIterator[None]:
        """Hold the lock; raise Fault 503 when another worker keeps it too long or the database is gone."""
        async with self._here.of(name):
            connection = await self._taken(name)
            try:
                yield
            finally:
                self._free(connection, name)

    async def _taken(self, name: str) -> Any:
        limit = time.monotonic() + self._patience
        while time.monotonic() < limit:
            if self._try(name):
                return self._connection
            await asyncio.sleep(_EVERY_SECONDS)
        raise Fault(503, "oefening_bezet")

    def _try(self, name: str) -> bool:
        """Take the lock if it is free; a connection that broke since the last time is replaced."""
        if self._connection is not None:
            try:
                return self._ask("pg_try_advisory_lock", name)
            except SQLAlchemyError:
                self._connection = None
        try:
            self._connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
            return self._ask("pg_try_advisory_lock", name)
        except SQLAlchemyError as error:
            self._connection = None
            raise Fault(503, trouble_in(error)) from None

    def _free(self, connection: Any, name: str) -> None:
        """Free the lock, unless its connection is gone: then the database did so."""
        if connection is not self._connection:
            return
        try:
            self._ask("pg_advisory_unlock", name)
        except SQLAlchemyError:
            self._connection = None

    def _ask(self, function: str, name: str) -> bool:
        question = f"SELECT {function}(hashtextextended(%s, 0))"
        return bool(self._connection.exec_driver_sql(question, (name,)).scalar())
