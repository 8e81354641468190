"""Whether this server shares its storage with other workers, as the environment says.

OEFENOUDER_DATABASE: postgresql://user:password@host:port/name, for conversations and the list of exercises.
OEFENOUDER_REDIS: redis://:password@host:port/number, for Rasa's locks. Without the first, all is in files.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.exc import SQLAlchemyError  # type: ignore[import-untyped]

from bot.messages import message
from bot.storage.database import PostgresDatabase

DATABASE, REDIS = "OEFENOUDER_DATABASE", "OEFENOUDER_REDIS"

ENVIRONMENT = {"SQL_POOL_SIZE": "5", "SQL_MAX_OVERFLOW": "10"}
"""Rasa's own settings for a worker: fifteen connections at most (Rasa: 150; PostgreSQL allows 100 in all)."""


class SharedError(Exception):
    """The shared storage cannot be used; its text is one Dutch line, without the address (it holds a password)."""


@dataclass(frozen=True)
class Shared:
    """The addresses of what the workers share."""

    database: str
    redis: str | None = None

    def lock_store(self) -> dict[str, Any] | None:
        """Give the settings of Rasa's Redis lock store; None without Redis."""
        if self.redis is None:
            return None
        from redis.connection import parse_url  # type: ignore[import-untyped]

        found = parse_url(self.redis)
        kept = {key: found[key] for key in ("port", "db", "username", "password") if key in found}
        return {"type": "redis", "url": found.get("host", "localhost"), "key_prefix": "oefenouder", **kept}

    def check(self) -> None:
        """Raise SharedError when the database or Redis does not answer."""
        try:
            with PostgresDatabase(self.database).open() as db:
                db.execute("SELECT 1")
        except SQLAlchemyError:
            raise SharedError(message("database_zwijgt", naam=DATABASE)) from None
        if self.redis:
            import redis  # type: ignore[import-untyped]

            try:
                redis.Redis.from_url(self.redis, socket_timeout=5, socket_connect_timeout=5).ping()
            except redis.RedisError:
                raise SharedError(message("redis_zwijgt", naam=REDIS)) from None


def shared(environment: Mapping[str, str] | None = None) -> Shared | None:
    """Read the environment; None when this server works alone. Raise SharedError for an impossible address."""
    given = os.environ if environment is None else environment
    database, redis = given.get(DATABASE, "").strip(), given.get(REDIS, "").strip()
    if not database:
        return None
    if not database.startswith("postgresql://"):
        raise SharedError(message("geen_database", naam=DATABASE))
    if redis and not redis.startswith("redis://"):
        raise SharedError(message("geen_redis", naam=REDIS))
    return Shared(database, redis or None)
