"""Plain words that are a command when they stand alone on a line."""

from __future__ import annotations

from functools import lru_cache

from bot.content.files import KNOWLEDGE, read_yaml


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    table = read_yaml(KNOWLEDGE / "commands.yml")
    return {str(word): str(command) for command, words in table.items() for word in words}


def command_in(text: str) -> str | None:
    """Give the command a line is (terug, hint, stop, nabespreking, start), None for anything else."""
    said = " ".join(text.lower().split()).strip(" .!").removeprefix("/")
    return _words().get(said)
