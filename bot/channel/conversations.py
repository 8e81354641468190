"""What the exercises need of the dialogue server, so that they can be read and tested without Rasa."""

from __future__ import annotations

from typing import Protocol

from bot.tracker import Event


class Conversations(Protocol):
    """What the exercises need of the dialogue server."""

    async def command(self, name: str, line: str) -> None:
        """Send a command such as '/terug'."""

    async def say(self, name: str, text: str) -> None:
        """Send what the trainee says, literally."""

    async def events(self, name: str) -> list[Event]:
        """Give what is stored of a conversation, as plain dicts."""

    async def forget(self, name: str) -> None:
        """Remove a conversation for good."""
