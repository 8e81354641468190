"""Where this user's data is kept."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from platformdirs import user_data_path

from bot.messages import message

EXERCISES = "oefeningen.db"
CONVERSATIONS = "gesprekken.db"


class FolderError(Exception):
    """The data folder cannot be used; its text is one Dutch line."""


def data_folder(chosen: Path | None = None) -> Path:
    """Give the data folder, made if needed and readable only by this user; raise FolderError when unwritable.

    Without a choice it is OEFENOUDER_DATA_MAP, or else the folder the operating system has for this.
    """
    given = chosen or os.environ.get("OEFENOUDER_DATA_MAP")
    folder = Path(given).expanduser() if given else user_data_path("oefenouder", appauthor=False)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError:
        raise FolderError(message("geen_map", map=folder)) from None
    return folder.resolve()
