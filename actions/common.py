"""What the actions share: reading the tracker, speaking a fixed line."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot.messages import message
from bot.tracker import Record, record_from_events, unescape

Events = list[dict[str, Any]]


def record_of(tracker: Tracker) -> Record | None:
    """Give the running (or ended) exercise, None while one is being chosen."""
    return record_from_events(tracker.events)


def said(tracker: Tracker) -> str:
    """Give what the trainee typed last."""
    return unescape(str(tracker.latest_message.get("text") or "")).strip()


def say(dispatcher: CollectingDispatcher, key: str, **slots: object) -> Events:
    """Speak one fixed line and change nothing."""
    dispatcher.utter_message(text=message(key, **slots))
    return []
