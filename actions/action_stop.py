"""Stop the exercise."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.common import Events, record_of, say
from bot.messages import message


class ActionStop(Action):
    """End the exercise from outside the conversation; the debrief can be read after it."""

    def name(self) -> str:
        """Give the name in domain.yml."""
        return "action_stop"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Mark the exercise as stopped."""
        record = record_of(tracker)
        if record is None:
            return say(dispatcher, "geen_oefening")
        if record.ending:
            return say(dispatcher, "afgelopen")
        dispatcher.utter_message(text=message("gestopt"), gestopt=True)
        return []
