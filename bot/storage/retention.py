"""How long exercises are kept: what is older goes by itself, with all that was said."""

from __future__ import annotations

from datetime import datetime, timedelta

KEEP_DAYS = 180
"""Without a choice: half a year, enough to see progress over a training."""
MAX_DAYS = 3650
SWEEP_SECONDS = 24 * 3600


def is_over(created: str, days: int, now: datetime) -> bool:
    """Tell whether something of this date (ISO, with offset) has been kept long enough; unreadable is over."""
    try:
        moment = datetime.fromisoformat(created)
    except ValueError:
        return True
    if moment.tzinfo is None:
        moment = moment.astimezone()
    return moment < now - timedelta(days=days)


def is_future(created: str, now: datetime) -> bool:
    """Tell whether a date is more than a day ahead: made while the clock was wrong, it would never be over."""
    try:
        moment = datetime.fromisoformat(created)
    except ValueError:
        return False
    return moment.astimezone() > now + timedelta(days=1)
