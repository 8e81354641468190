"""Reading a transcript for a command, with faults and remarks on stderr."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.cli.errors import CliError
from bot.messages import message
from bot.transcript import KEYS, Transcript, TranscriptError, read_transcript


def read(path: Path) -> Transcript:
    """Read a transcript; raise CliError when it is wrong, mention keys that are not used."""
    try:
        found = read_transcript(path)
    except TranscriptError as error:
        raise CliError(str(error)) from None
    for key in found.ignored:
        print(
            message("gesprek_sleutel", bestand=path, sleutel=key, mogelijk=", ".join(KEYS)), file=sys.stderr
        )
    return found
