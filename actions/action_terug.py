"""Take back the last turn."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import UserUtteranceReverted
from rasa_sdk.executor import CollectingDispatcher

from actions.common import Events, record_of, say
from bot.tracker import rewinds


class ActionTerug(Action):
    """Revert the command itself and all from the last turn on; the parent's state goes back with it."""

    def name(self) -> str:
        """Give the name in domain.yml."""
        return "action_terug"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Say what was taken back and where the conversation is now."""
        record, count = record_of(tracker), rewinds(tracker.events)
        if record is None or count == 0:
            return say(dispatcher, "niets_terug")
        last = record.exchanges[-1]
        say(dispatcher, "teruggenomen", tekst=last.turn.text, ouder=last.before)
        return [UserUtteranceReverted() for _ in range(count)]
