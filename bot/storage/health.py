"""A database file that is damaged: kept under another name, so that the program can go on."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

_COMPANIONS = ("-journal", "-wal", "-shm")
_WAIT_SECONDS = 2
_BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def set_aside_if_damaged(path: Path) -> Path | None:
    """Rename a damaged database and give its new name; None when the file is sound, absent or just busy."""
    if not path.is_file() or not _damaged(path):
        return None
    kept = path.with_name(f"{path.name}.beschadigd-{datetime.now():%Y%m%d-%H%M%S-%f}")
    os.replace(path, kept)
    for ending in _COMPANIONS:
        companion = path.with_name(path.name + ending)
        if companion.exists():
            os.replace(companion, kept.with_name(kept.name + ending))
    return kept


def _damaged(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path, timeout=_WAIT_SECONDS)) as db:
            return bool(db.execute("PRAGMA quick_check(1)").fetchone() != ("ok",))
    except sqlite3.DatabaseError as error:
        return getattr(error, "sqlite_errorcode", 0) & 0xFF in _BROKEN
