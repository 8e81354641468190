"""The time here, and how it is kept."""

from __future__ import annotations

from datetime import datetime


def now() -> datetime:
    """Give this moment in local time, with its offset."""
    return datetime.now().astimezone()


def dated(moment: datetime) -> str:
    """Give a moment as it is kept: ISO to the second, with its offset."""
    return moment.isoformat(timespec="seconds")
