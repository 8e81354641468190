"""Tell the debrief as text."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.common import Events, record_of, say
from bot.debrief import build, render_text


class ActionNabespreking(Action):
    """Build the debrief from the events; nothing of it is stored."""

    def name(self) -> str:
        """Give the name in domain.yml."""
        return "action_nabespreking"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Speak the debrief; the exercise may go on after it."""
        record = record_of(tracker)
        if record is None:
            return say(dispatcher, "geen_oefening")
        if not record.exchanges:
            return say(dispatcher, "te_weinig")
        dispatcher.utter_message(text=render_text(build(record.exercise())))
        return []
