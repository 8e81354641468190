"""Give one piece of advice for the next turn."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.common import Events, record_of, say
from bot.given_hints import next_hint
from bot.messages import message


class ActionHint(Action):
    """Ask the debrief library what would help now; another hint than before when there is one."""

    def name(self) -> str:
        """Give the name in domain.yml."""
        return "action_hint"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Speak the hint and remember its id."""
        record = record_of(tracker)
        if record is None or record.ending:
            return say(dispatcher, "geen_oefening")
        if record.setup.coaching == "geen":
            return say(dispatcher, "geen_hints_gekozen")
        found = next_hint(record)
        if found is None:
            return say(dispatcher, "geen_hint")
        line = message("hint", tekst=found.tekst, bron=found.bron, voorbeeld=found.voorbeeld)
        dispatcher.utter_message(text=line, hint=found.id)
        return []
