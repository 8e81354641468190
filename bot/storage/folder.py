"""Where this user's data is kept, closed to others on the same computer."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from platformdirs import user_data_path

from bot.messages import message

EXERCISES = "oefeningen.db"
CONVERSATIONS = "gesprekken.db"

_ONLY_ME = 0o077


class FolderError(Exception):
    """The data folder cannot be used; its text is one Dutch line."""


def folder_of(chosen: Path | None = None) -> Path:
    """Give where the data folder is or would be, without making it."""
    given = chosen or os.environ.get("OEFENOUDER_DATA_MAP")
    return Path(given).expanduser() if given else user_data_path("oefenouder", appauthor=False)


def data_folder(chosen: Path | None = None) -> Path:
    """Give the data folder, made if needed and readable only by this user; raise FolderError when unwritable.

    Without a choice it is OEFENOUDER_DATA_MAP, or else the folder the operating system has for this.
    """
    folder = folder_of(chosen)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
        _close_to_others(folder)
    except OSError:
        raise FolderError(message("geen_map", map=folder)) from None
    return folder.resolve()


def keep_to_this_user() -> None:
    """Make every file this process makes from now on readable for this user only."""
    os.umask(os.umask(0) | _ONLY_ME)


def _close_to_others(folder: Path) -> None:
    """Close our own files; the folder only when it holds nothing else, for it may be somebody's home."""
    ours = [path for path in folder.iterdir() if path.name.startswith((EXERCISES, CONVERSATIONS))]
    for path in ours:
        path.chmod(0o600)
    if all(path in ours for path in folder.iterdir()):
        folder.chmod(0o700)
