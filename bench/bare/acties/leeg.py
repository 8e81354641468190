"""The empty custom action: one fixed line."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher


class ActionLeeg(Action):
    """Answers, so that the client sees that the turn was handled."""

    def name(self) -> str:
        """Give the name in domain.yml."""
        return "action_leeg"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[Any]:
        """Say one word."""
        dispatcher.utter_message(text="Ja.")
        return []
