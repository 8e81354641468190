"""What a person can get wrong here, as the key of one Dutch line in messages.yml."""

from __future__ import annotations

from bot.messages import message


class GroupError(Exception):
    """Something a person gave that cannot be used; its text is one Dutch line."""

    def __init__(self, key: str, **slots: object) -> None:
        """Make the line from messages.yml."""
        self.key = key
        super().__init__(message(key, **slots))
