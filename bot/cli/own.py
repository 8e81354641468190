"""Own cases and persons for a command: put on the shelf, and told on stderr when one was left out."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.catalogue import left_out
from bot.content.own import use_folder
from bot.storage.folder import folder_of


def use_own(chosen: Path | None) -> None:
    """Use the own content of the data folder; a file left out gets one line on stderr."""
    use_folder(folder_of(chosen))
    for line in left_out():
        print(line, file=sys.stderr, flush=True)
