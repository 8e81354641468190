"""Loaded by every Python process started with this folder on PYTHONPATH: watches the network, makes faults.

OEFENOUDER_TEST_NET: a file. Each attempt to reach another computer, or to run a program, is written to it
and refused.
OEFENOUDER_TEST_FAULT: a file read at every use of SQLite; its text is the fault to make now:
  kill-at WORD      kill this process (as kill -9) when a statement with WORD is about to run
  kill-before-commit / kill-after-commit WORD   likewise around the commit of a transaction with WORD
  slow SECONDS      wait before every statement
  clock SECONDS     move time.time() by so many seconds (also without SQLite)
"""

from __future__ import annotations

import os
import signal
import sqlite3
import sqlite3.dbapi2
import sys
import time
from typing import Any

NET = os.environ.get("OEFENOUDER_TEST_NET")
FAULT = os.environ.get("OEFENOUDER_TEST_FAULT")
"""A forked server gets a file of its own here (nursery.py)."""
LOOPBACK = ("127.", "::1", "localhost", "0.0.0.0")
_HARMLESS = {"uname", "rev-parse", "describe", "rev-list", "log", "show"}
"""Programs that libraries run while they are imported: `uname` (h5py), reading commands of git (webexteamssdk)."""

_real_time = time.time


def _is_local(address: Any) -> bool:
    if not isinstance(address, tuple):  # a file on this computer (unix socket), or no address at all
        return True
    host = address[0]
    return host in ("", None) or str(host).startswith(LOOPBACK)


def _watch(event: str, args: tuple[Any, ...]) -> None:
    outside = None
    if event in ("socket.connect", "socket.sendto") and not _is_local(args[1]):
        outside = f"{event} {args[1]}"
    elif event in ("socket.getaddrinfo", "socket.gethostbyname") and not _is_local((args[0],)):
        outside = f"{event} {args[0]}"
    elif event in ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "webbrowser.open"):
        words = [str(args[0]), *map(str, (args[1] if len(args) > 1 else None) or ())]
        if not words[0].startswith(sys.executable) and not _HARMLESS & set(words):
            outside = f"{event} {' '.join(words)}"
    if outside:
        with open(NET or os.devnull, "a", encoding="utf-8") as log:
            log.write(outside + "\n")
        if event.startswith("socket"):
            raise OSError(f"refused by the test: {outside}")


def _fault() -> list[str]:
    try:
        with open(FAULT or os.devnull, encoding="utf-8") as file:
            return file.read().split()
    except OSError:
        return []


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class _Cursor(sqlite3.Cursor):
    def execute(self, sql: str, *args: Any) -> Any:  # type: ignore[override]
        fault = _fault()
        if fault[:1] == ["kill-at"] and fault[1] in sql:
            _die()
        if fault[:1] == ["slow"]:
            time.sleep(float(fault[1]))
        self.connection.said.append(sql)  # type: ignore[attr-defined]
        return super().execute(sql, *args)


class _Connection(sqlite3.Connection):
    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.said: list[str] = []

    def cursor(self, factory: Any = None) -> Any:
        return super().cursor(_Cursor)

    def commit(self) -> None:
        fault, said = _fault(), " ".join(self.said)
        around = fault[:1] and fault[0].endswith("-commit") and fault[1] in said
        if around and fault[0].startswith("kill-before"):
            _die()
        super().commit()
        if around:
            _die()
        self.said = []


def _connect(*args: Any, **settings: Any) -> sqlite3.Connection:
    """Open with our class, and with less patience for a lock than the program has, to spare time."""
    patience = min(float(settings.get("timeout", 5)), 1.0)
    return _real_connect(*args, **{**settings, "factory": _Connection, "timeout": patience})


def _shifted_time() -> float:
    fault = _fault()
    return _real_time() + (float(fault[1]) if fault[:1] == ["clock"] else 0.0)


if NET:
    with open(NET, "a", encoding="utf-8") as _log:
        _log.write(f"watching {os.getpid()}\n")
    sys.addaudithook(_watch)
if FAULT:
    _real_connect = sqlite3.connect
    sqlite3.connect = sqlite3.dbapi2.connect = _connect  # type: ignore[assignment]
    time.time = _shifted_time
