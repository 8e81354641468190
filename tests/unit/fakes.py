"""Small stand-ins: an analyzer that knows a few words, and a Rasa that runs the actions on plain events."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.action_beurt import ActionBeurt
from actions.action_hint import ActionHint
from actions.action_nabespreking import ActionNabespreking
from actions.action_start import ActionStart
from actions.action_stop import ActionStop
from actions.action_terug import ActionTerug
from bot.analysis.turn import Context, Span, TurnAnalysis
from bot.play import Analyzer, context_of
from bot.tracker import escape, record_from_events, unescape

ACTIONS = {
    "beurt": ActionBeurt,
    "noodgeval": ActionBeurt,
    "start": ActionStart,
    "terug": ActionTerug,
    "hint": ActionHint,
    "stop": ActionStop,
    "nabespreking": ActionNabespreking,
}

_WORDS = (
    ("vraagtypen", "open", "wat "),
    ("zetten", "excuses", "spijt"),
    ("zetten", "emotie_erkennen", "boos"),
    ("zetten", "observatie", "maandag"),
    ("zetten", "afronding", "tot ziens"),
    ("zetten", "stoppen", "stoppen we"),
    ("valkuilen", "verwijt", "uw schuld"),
)


class WordAnalyzer:
    """Gives a label for a word; remembers the contexts it was given."""

    def __init__(self) -> None:
        self.contexts: list[Context] = []

    def analyse(self, text: str, context: Context) -> TurnAnalysis:
        self.contexts.append(context)
        found: dict[str, list[str]] = {"vraagtypen": [], "zetten": [], "valkuilen": []}
        spans = []
        for group, label, word in _WORDS:
            place = text.lower().find(word)
            if place >= 0:
                found[group].append(label)
                spans.append(Span(label, place, place + len(word)))
        kind = "noodgeval" if "dit is echt" in text.lower() else "beurt"
        groups = {group: tuple(labels) for group, labels in found.items()}
        return TurnAnalysis(text=text, spans=tuple(spans), kind=kind, **groups)


class FakeRasa:
    """Keeps events per conversation and runs the real actions; `dead` is an action server that is gone."""

    def __init__(self, analyzer: Analyzer | None = None) -> None:
        self.analyzer = analyzer or WordAnalyzer()
        self.stored: dict[str, list[dict[str, Any]]] = {}
        self.dead = False
        self.delay = 0.0

    async def command(self, name: str, line: str) -> None:
        intent, _, rest = line[1:].partition("{")
        entities = json.loads("{" + rest) if rest else {}
        parsed = {"entities": [{"entity": key, "value": value} for key, value in entities.items()]}
        await self._handle(name, line, intent, parsed)

    async def say(self, name: str, text: str) -> None:
        record = record_from_events(self.stored.get(name, []))
        context = context_of(record.opening, record.exchanges) if record else Context()
        turn = self.analyzer.analyse(text, context)
        await self._handle(name, escape(text), "beurt", {"analyse": turn.to_dict(), "entities": []})

    async def events(self, name: str) -> list[dict[str, Any]]:
        return json.loads(json.dumps(self.stored.get(name, [])))

    async def forget(self, name: str) -> None:
        self.stored.pop(name, None)

    async def _handle(self, name: str, text: str, intent: str, parsed: dict[str, Any]) -> None:
        events = self.stored.setdefault(name, [])
        events.append({"event": "action", "name": "action_listen"})
        events.append({"event": "user", "text": text, "parse_data": parsed})
        await asyncio.sleep(self.delay)
        if self.dead:
            return
        slots = {event["name"]: event["value"] for event in events if event["event"] == "slot"}
        latest = {"text": text, "intent": {"name": intent}, **parsed}
        tracker = Tracker(name, slots, latest, events, False, None, {}, "action_listen")
        dispatcher = CollectingDispatcher()
        made = ACTIONS[intent]().run(dispatcher, tracker, {})
        events.append({"event": "action", "name": f"action_{intent}"})
        events.extend(bot_event(message) for message in dispatcher.messages)
        events.extend(made)


def bot_event(message: dict[str, Any]) -> dict[str, Any]:
    """Make the event Rasa makes of an action's message: unknown keys become metadata."""
    known = ("text", "buttons", "elements", "custom", "template", "response", "image", "attachment")
    note = {key: value for key, value in message.items() if key not in known and value}
    return {"event": "bot", "text": message["text"], "metadata": note}


def texts(rasa: FakeRasa, name: str) -> list[str]:
    """Give all that was said by the bot."""
    return [unescape(event["text"]) for event in rasa.stored[name] if event["event"] == "bot"]
