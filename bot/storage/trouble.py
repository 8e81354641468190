"""Why a database could not be used, as the key of one Dutch line in messages.yml."""

from __future__ import annotations

import sqlite3

_BY_CODE = {
    sqlite3.SQLITE_BUSY: "opslag_bezet",
    sqlite3.SQLITE_LOCKED: "opslag_bezet",
    sqlite3.SQLITE_FULL: "opslag_vol",
    sqlite3.SQLITE_IOERR: "opslag_vol",
    sqlite3.SQLITE_READONLY: "opslag_alleen_lezen",
    sqlite3.SQLITE_CANTOPEN: "opslag_alleen_lezen",
    sqlite3.SQLITE_PERM: "opslag_alleen_lezen",
    sqlite3.SQLITE_CORRUPT: "opslag_kapot",
    sqlite3.SQLITE_NOTADB: "opslag_kapot",
}
_BY_STATE = {"53100": "opslag_vol", "25006": "opslag_alleen_lezen", "55P03": "opslag_bezet"}
"""PostgreSQL: no room on the disk, only reading allowed, a lock held too long."""
_PRIMARY = 0xFF
"""Extended result codes carry the primary one in their last byte."""


def trouble_in(error: BaseException) -> str:
    """Give the key of the line for a failure of sqlite3 or psycopg2, or of SQLAlchemy around it."""
    inner = getattr(error, "orig", None) or error
    code = getattr(inner, "sqlite_errorcode", None)
    if isinstance(code, int):
        return _BY_CODE.get(code & _PRIMARY, "niet_opgeslagen")
    if not hasattr(inner, "pgcode"):
        return "niet_opgeslagen"
    if inner.pgcode is None or str(inner.pgcode).startswith(("08", "57P")):
        return "database_weg"
    return _BY_STATE.get(str(inner.pgcode), "niet_opgeslagen")
