"""The PostgreSQL and Redis of this computer, workers that share them, and what the tests ask of both."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg2
import redis

from tests.e2e.serving import ROOT
from tests.faults.making import INJECT, Nursery, Server

HOST = "127.0.0.1"
ADMIN = os.environ.get("OEFENOUDER_TEST_DATABASE", f"postgresql://postgres@{HOST}:5432/postgres")
REDIS = os.environ.get("OEFENOUDER_TEST_REDIS", f"redis://{HOST}:6379/9")


def missing() -> str | None:
    """Tell which service does not answer on this computer; None when both do."""
    try:
        psycopg2.connect(ADMIN, connect_timeout=2).close()
    except psycopg2.OperationalError:
        return f"PostgreSQL does not answer on {HOST}:5432 (OEFENOUDER_TEST_DATABASE)"
    try:
        redis.Redis.from_url(REDIS, socket_connect_timeout=2).ping()
    except redis.RedisError:
        return f"Redis does not answer on {HOST}:6379 (OEFENOUDER_TEST_REDIS)"
    return None


@dataclass
class Common:
    """A database of these tests alone."""

    name: str = field(default_factory=lambda: f"oefenouder_test_{os.getpid()}")

    @property
    def url(self) -> str:
        return f"{ADMIN.rsplit('/', 1)[0]}/{self.name}"

    @property
    def env(self) -> dict[str, str]:
        return {"OEFENOUDER_DATABASE": self.url, "OEFENOUDER_REDIS": REDIS}

    def ask(self, sql: str, *values: Any) -> list[Any]:
        """Ask the database beside the workers."""
        with self.transaction() as cursor:
            cursor.execute(sql, values)
            return cursor.fetchall() if cursor.description else []

    @contextmanager
    def transaction(self) -> Iterator[Any]:
        """Hold a transaction open; it is kept at the end."""
        with closing(psycopg2.connect(self.url)) as connection, connection, connection.cursor() as cursor:
            yield cursor

    def make(self) -> None:
        """Make the database."""
        _administer(f"CREATE DATABASE {self.name}")

    def drop(self) -> None:
        """Remove the database, also when a worker still holds it."""
        _administer(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)")


def _administer(sql: str) -> None:
    connection = psycopg2.connect(ADMIN)
    connection.autocommit = True
    with closing(connection), connection.cursor() as cursor:
        cursor.execute(sql)


@dataclass
class WorkerNursery(Nursery):
    """Forks servers with an environment of their own (worker.py)."""

    env: dict[str, str] = field(default_factory=dict)

    @classmethod
    def open(cls) -> WorkerNursery:
        """Start it, with the settings Rasa reads while it is imported."""
        from bot.storage.shared import ENVIRONMENT

        paths = os.pathsep.join([str(INJECT), str(ROOT)])
        env = {**os.environ, **ENVIRONMENT, "PYTHONPATH": paths, "OEFENOUDER_TEST_FAULT": os.devnull}
        file = str(Path(__file__).with_name("worker.py"))
        pipe = subprocess.PIPE
        return cls(
            subprocess.Popen([sys.executable, file], cwd=ROOT, env=env, text=True, stdin=pipe, stdout=pipe)
        )

    def order(self, **order: Any) -> int:
        """Make a server in the environment chosen last."""
        return super().order(**order, env=self.env)


class Worker(Server):
    """A server that is started with an environment of its own; it may share its browser with another."""

    env: dict[str, str]

    def launch(self, *more: str) -> None:
        """Start without waiting."""
        assert isinstance(self.nursery, WorkerNursery)
        self.nursery.env = self.env
        super().launch(*more)


def at_once(*jobs: Any) -> list[Any]:
    """Do jobs at the same time; give what came of each, or raise what the first that failed raised."""
    with ThreadPoolExecutor(len(jobs)) as pool:
        begun: list[Future[Any]] = [pool.submit(job) for job in jobs]
        return [one.result() for one in begun]
