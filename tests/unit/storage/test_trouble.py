"""Why a database could not be used."""

from __future__ import annotations

import sqlite3

import pytest
from sqlalchemy.exc import OperationalError  # type: ignore[import-untyped]

from bot.messages import message
from bot.storage.trouble import trouble_in


class Answer(Exception):
    """An error as psycopg2 gives it."""

    def __init__(self, pgcode: str | None) -> None:
        self.pgcode = pgcode


@pytest.mark.parametrize(
    ("pgcode", "key"),
    [
        (None, "database_weg"),
        ("57P01", "database_weg"),
        ("08006", "database_weg"),
        ("53100", "opslag_vol"),
        ("25006", "opslag_alleen_lezen"),
        ("23505", "niet_opgeslagen"),
    ],
)
def test_what_postgresql_says(pgcode: str | None, key: str) -> None:
    assert trouble_in(OperationalError("INSERT", {}, Answer(pgcode))) == key
    assert message(key)


def test_what_sqlite_says() -> None:
    error = sqlite3.OperationalError("locked")
    error.sqlite_errorcode = sqlite3.SQLITE_BUSY  # type: ignore[misc]
    assert trouble_in(error) == "opslag_bezet"
    assert trouble_in(OSError()) == "niet_opgeslagen"
