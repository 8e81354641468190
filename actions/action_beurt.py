"""A turn of the trainee: the parent reacts."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.choosing import take_answer
from actions.common import Events, record_of, said, say
from bot.analysis import stored_fingerprint
from bot.analysis.turn import TurnAnalysis
from bot.coach import coach_line
from bot.debrief.version import SHORT
from bot.messages import message
from bot.parent.library import world
from bot.play import MAX_CHARACTERS, answer
from bot.tracker import Record


class ActionBeurt(Action):
    """Let the parent react; before the start of an exercise the text answers a question about the choices."""

    def name(self) -> str:
        """Give the name in domain.yml."""
        return "action_beurt"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Read the analysis the NLU made in context, and let the parent library answer."""
        text, record = said(tracker), record_of(tracker)
        if (tracker.latest_message.get("intent") or {}).get("name") == "noodgeval" and record is None:
            dispatcher.utter_message(text=world().emergency)
            return []
        if record is None:
            return take_answer(dispatcher, tracker, text)
        refusal = _refusal(text, record)
        if refusal:
            dispatcher.utter_message(text=refusal)
            return []
        return _react(
            dispatcher, record, TurnAnalysis.from_dict(text, tracker.latest_message.get("analyse") or {})
        )


def _refusal(text: str, record: Record) -> str | None:
    if record.ending:
        return message("afgelopen")
    if not text:
        return message("leeg")
    if len(text) > MAX_CHARACTERS:
        return message("te_lang", lengte=len(text), grens=MAX_CHARACTERS)
    return None


def _react(dispatcher: CollectingDispatcher, record: Record, turn: TurnAnalysis) -> Events:
    exchange = answer(record.setup, record.opening, record.exchanges, turn)
    reply = exchange.reply
    if reply is None:  # pragma: no cover (answer always gives a reply)
        return []
    coach = coach_line(record, exchange)
    analysis = stored_fingerprint()[:SHORT]
    dispatcher.utter_message(text=reply.text, antwoord=reply.to_dict(), coach=coach, analyse=analysis)
    if coach:
        say(dispatcher, "coach", **coach)
    if reply.ending:
        say(dispatcher, "einde", reden=message(f"reden_{reply.ending}"))
        say(dispatcher, "afgelopen")
    return []
