"""What can go wrong in a request: a status and one Dutch line for the page."""

from __future__ import annotations

from bot.messages import message


class Fault(Exception):
    """A request that cannot be answered; `status` is the HTTP status, the text one Dutch line."""

    def __init__(self, status: int, key: str, **slots: object) -> None:
        """Make the line from messages.yml."""
        self.status = status
        super().__init__(message(key, **slots))


class WrongChoice(Fault):
    """A setup that does not exist, with the line the chooser made."""

    def __init__(self, line: str) -> None:
        """Keep the line."""
        self.status = 422
        Exception.__init__(self, line)
