"""Reading a transcript for a command, with faults and remarks on stderr."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.cli.errors import CliError
from bot.messages import message
from bot.transcript import KEYS, Transcript, TranscriptError, read_transcript


def read(path: Path) -> Transcript:
    """Read a transcript; raise CliError when it is wrong, mention what is not used and not clear."""
    try:
        found = read_transcript(path)
    except TranscriptError as error:
        raise CliError(str(error)) from None
    for key in found.ignored:
        _tell(message("gesprek_sleutel", bestand=path, sleutel=key, mogelijk=", ".join(KEYS)))
    for item in found.unclear:
        _tell(f"{path}, {item}")
    return found


def _tell(line: str) -> None:
    print(line, file=sys.stderr)
