"""Begin an exercise with the choices given, or ask for the first one missing."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.choosing import ask_or_begin
from actions.common import Events
from bot.choice import with_defaults


class ActionStart(Action):
    """`/start`, alone or with choices: /start{"gespreksvorm": ..., "oudertype": ..., "casus": ...}."""

    def name(self) -> str:
        """Give the name in domain.yml."""
        return "action_start"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Begin anew: choices of an earlier exercise don't count."""
        given = {item["entity"]: item["value"] for item in tracker.latest_message.get("entities") or []}
        return ask_or_begin(dispatcher, with_defaults(given))
